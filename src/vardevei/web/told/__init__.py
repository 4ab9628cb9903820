"""Every problem a page can tell of, in the reader's language: what happened, why, what to do now."""

import importlib
import pkgutil

from vardevei.web.told.told import Told

__all__ = ["TOLD", "Told"]

PARTS = [
    importlib.import_module(f"{__name__}.{found.name}")
    for found in pkgutil.iter_modules(__path__)
    if found.name != "told"
]

# A code that is not here is shown in the library's English, marked as English, with status 400.
TOLD: dict[str, Told] = {code: told for part in PARTS for code, told in part.TOLD.items()}
