"""Other parts of the library on an example's page: each `web/library/*/on_example.py` has a list `PARTS` of functions.

def followed(request, example): return Part("library/adoption/plate.html", {"count": 3}, where="below")
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.http import HttpRequest

from vardevei.library.models import Example

PLACES = ("head", "top", "plate", "below", "after", "last")
Function = Callable[[HttpRequest, Example], "Part | None"]


@dataclass(frozen=True, slots=True)
class Part:
    """A template and what it needs. `where`: in the page's head, beside the buttons on top, in the plate with the
    facts, as a section below the lead, as one after the text, or below the questions."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    where: str = "below"


def found() -> Iterator[Function]:
    """Every function, in the order of the parts' names."""
    folder = Path(__file__).parents[1]
    for one in sorted(folder.glob("*/on_example.py")):
        yield from importlib.import_module(f"vardevei.web.library.{one.parent.name}.on_example").PARTS


def of(request: HttpRequest, example: Example) -> dict[str, list[Part]]:
    """What the others have to say of this example, by place."""
    given = [part for function in found() if (part := function(request, example))]
    return {place: [part for part in given if part.where == place] for place in PLACES}
