"""Participation in a county: what was put in or corrected lately, what waits, and the three ways on."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.domain import log
from vardevei.core.models import LogEntry
from vardevei.opendata.figures import store
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import doubles, names
from vardevei.projects.domain.waiting import ids_of
from vardevei.projects.models import Upload
from vardevei.web import access, numbers
from vardevei.web.county import frame
from vardevei.web.tables import Link

ACTS = [
    "participation-recorded", "participation-edited", "participation-withdrawn", "participation-corrected",
    "correction-taken-back", "double-said", "double-undone", "name-settled", "name-verdict-taken-back",
    "source-applied",
]  # fmt: skip
SHOWN = 12


def overview(request: HttpRequest, number: str) -> HttpResponse:
    person, county = access.county(request, number, rules.RECORD)
    ids = ids_of(county)
    entries = LogEntry.objects.filter(act__in=ACTS, place__in=ids).select_related("by")[:SHOWN]
    context = {
        "names": len(names.waiting(person)),
        "pairs": len(doubles.waiting(ids)),
        "uploads": list(Upload.objects.waiting().filter(on_behalf_of=county).select_related("file")),
        "lately": [_line(entry, sentence, county) for entry, sentence in log.sentences(entries)],
        "follows": _figures(entries[0].at if entries else None),
    }
    return frame.page(request, "county/participation/overview.html", county, "county-participation", context)


def _line(entry: LogEntry, sentence: str, county: Organisation) -> tuple[str | Link, str, str]:
    """The sentence as a link to what it is about, the day, and who did it."""
    kind, _colon, key = entry.subject.partition(":")
    at = reverse("participation-one", args=[county.number, key]) if kind == "projects.participation" else ""
    who = str(entry.by) if entry.by else ""
    return Link(sentence, at) if at else sentence, numbers.day(entry.at.date()), who


def _figures(changed: datetime | None) -> str:
    """When the figures follow, in one sentence."""
    try:
        read = datetime.fromisoformat(store.manifest(store.folder(str(settings.VARDEVEI["data"]))).read_at)
    except Problem:
        return _("Tallene på de åpne sidene er ikke regnet ut ennå.")
    if changed and changed > read:
        return _(
            "Det siste er ikke med i tallene på de åpne sidene ennå. De regnes ut nå; det tar vanligvis et minutt."
        )
    return _("Alt er med i tallene på de åpne sidene.")
