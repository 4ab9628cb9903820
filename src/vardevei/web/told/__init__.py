"""Every problem a page can tell of, in the reader's language: what happened, why, what to do now."""

from vardevei.web.told import (
    answering,
    contacts,
    events,
    figures,
    followups,
    forms,
    joining,
    letters,
    meetings,
    overview,
    participation,
    people,
    sign_in,
    sign_up,
    surveys,
    talk,
    work,
    workspace_files,
    workspaces,
)
from vardevei.web.told.told import Told

__all__ = ["TOLD", "Told"]

PARTS = (
    answering,
    contacts,
    events,
    figures,
    followups,
    forms,
    joining,
    letters,
    meetings,
    overview,
    participation,
    people,
    sign_in,
    sign_up,
    surveys,
    talk,
    work,
    workspace_files,
    workspaces,
)

# A code that is not here is shown in the library's English, marked as English, with status 400.
TOLD: dict[str, Told] = {code: told for part in PARTS for code, told in part.TOLD.items()}
