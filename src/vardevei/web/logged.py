"""The log as people read it. On another page, of one record: `{% c "table" table=logged.of(record) %}`."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from vardevei.core.domain import log
from vardevei.core.models import LogEntry
from vardevei.organisations.models import Organisation
from vardevei.web import numbers
from vardevei.web.tables import Column, Row, Table

LATEST = 20


def of(record: models.Model, latest: int = LATEST) -> Table | None:
    """What was done with the record, newest first; None when nothing was."""
    entries = list(LogEntry.objects.about(record).select_related("by")[:latest])
    return table(entries, _("Logg, nyeste først"), with_place=False) if entries else None


def table(entries: Iterable[LogEntry], caption: str, *, with_place: bool = True) -> Table:
    cells = lines(entries)
    names = heads()
    if not with_place:
        names, cells = names[:-1], [row[:-1] for row in cells]
    return Table(caption, [Column(name) for name in names], [Row(row) for row in cells])


def heads() -> list[str]:
    return [_("Når"), _("Hva"), _("Hvem"), _("Hvorfor"), _("Sted")]


def lines(entries: Iterable[LogEntry]) -> list[list[str]]:
    """When, what, who, why and where, each as words in the reader's language. As many questions for 3 as for 1000."""
    told = log.sentences(entries)
    places = Organisation.objects.in_bulk({entry.place for entry, _sentence in told if entry.place})
    return [
        [
            numbers.moment(entry.at),
            sentence,
            str(entry.by) if entry.by else _("nettstedet selv"),
            _reason(entry.why),
            str(places.get(entry.place, "")),
        ]
        for entry, sentence in told
    ]


def _reason(why: str) -> str:
    """A reason that the program gave is translated; one that a person wrote stands as it was written."""
    return _(why) if why else ""
