"""The kinds of long work. A room registers a function for each in its `tasks.py`:

@works.work("contact-export", title=_("Kontaktlisten som regneark"))
def export(track: Track) -> KeptFile | None:
    for number, place in enumerate(places):
        track.step(_("Skriver {place}."), done=number, of=len(places), place=place)   # not inside a transaction
    return files.keep(...)

The function may be begun again from the top after its process was killed: what it has already done, it must find done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.module_loading import autodiscover_modules

from vardevei.core.models import KeptFile, Run
from vardevei.core.words import Words

if TYPE_CHECKING:
    from vardevei.core.domain.working import Track

Function = Callable[["Track"], KeptFile | None]


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of long work: its name on the screen, and what does it."""

    kind: str
    title: Words
    function: Function


_works: dict[str, Work] = {}


def work(kind: str, *, title: Words) -> Callable[[Function], Function]:
    """Registers the function below it as what does this kind of work."""

    def register(function: Function) -> Function:
        _works[kind] = Work(kind, title, function)
        return function

    return register


def registered() -> dict[str, Work]:
    """Every kind of work that the rooms have."""
    autodiscover_modules("tasks")
    return _works


def title_of(run: Run) -> Words:
    """The name of the work; its code when the program no longer knows the kind."""
    known = registered().get(run.kind)
    return known.title if known else run.kind
