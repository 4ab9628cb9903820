"""What comes next, for the front page: the nearest deadlines, the newest example, the next event for anyone."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language

from vardevei.core import translated
from vardevei.library.models import Example
from vardevei.methods.retrieval.standing import standing
from vardevei.opendata import families
from vardevei.programmes.models import Call
from vardevei.workspaces.models import Event

DEADLINES = 3
LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Newest:
    """The example published last, in the reader's form of language."""

    slug: str
    title: str
    lead: str
    form: str


def next_things() -> dict[str, Any]:
    return {
        "deadlines": [(call, timezone.localtime(call.next_at).date(), _programme(call)) for call in _deadlines()],
        "newest": _newest(),
        "event": Event.objects.for_anyone().to_come().select_related("municipality").first(),
    }


def _deadlines() -> list[Any]:
    """The nearest that a municipality could likely use: not what is meant for researchers or firms alone."""
    nearest = Call.objects.open().exclude(programme__norway__in=("no", "not-listed"))
    among: list[Any] = list(nearest.select_related("programme")[:LOOKED_AT])
    return [call for call in among if call.next_at and _for_us(call)][:DEADLINES]


def _for_us(call: Call) -> bool:
    return standing(call.identifier, f"{call.title} {call.abstract}") >= 1


def _programme(call: Call) -> str:
    form = get_language() or "nb"
    if call.programme:
        return str(call.programme.name.get(form) or call.programme)
    return call.programme_name or families.name(call.family, form)


def _newest() -> Newest | None:
    example = Example.objects.public().order_by("-published__published_at", "-pk").first()
    if example is None or example.published is None:
        return None
    form, told = get_language() or "nb", example.published
    title, lead = (told.texts.get(code, {}) for code in ("title", "lead"))
    said = translated.said_in(title, form, told.original)
    return Newest(
        example.slug, translated.said(title, form, told.original), translated.said(lead, form, told.original), said
    )
