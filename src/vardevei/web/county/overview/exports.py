"""What the table shows, to take away: the chosen rows, order and columns, with source and date."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.organisations import rules
from vardevei.organisations.models import Organisation
from vardevei.projects.domain.loaded import loaded
from vardevei.web import access, exports
from vardevei.web.county.overview import rows as of
from vardevei.web.county.overview import table
from vardevei.web.county.overview.choice import Choice
from vardevei.web.county.overview.rows import Row
from vardevei.web.exports import Cell

Column = tuple[str, Callable[[Row], Cell]]  # heading, and what stands in its cells


def export(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    _person, county = access.county(request, number, rules.SEE_OVERVIEW)
    choice = Choice.of(request.GET)
    heads, cells = _table(choice.rows(of.of_county(county, timezone.localdate())), choice)
    file = exports.Table(heads, cells, _about(county, choice), _("Kommuner"), stays="C2")
    return exports.send(kind, f"fylke-{county.number}-{choice.day.isoformat()}", file)


def _table(rows: list[Row], choice: Choice) -> tuple[list[str], list[list[Cell]]]:
    columns: list[Column] = [(_("Nummer"), lambda row: row.number), (_("Kommune"), lambda row: row.name)]
    for name in choice.columns:
        columns += _columns()[name]
    return [head for head, _cell in columns], [[cell(row) for _head, cell in columns] for row in rows]


def _columns() -> dict[str, list[Column]]:
    """The columns of the page, each as the one or more that a spreadsheet can sort by."""
    return {
        "funnet": [
            (_("Prosjekter funnet"), lambda row: row.projects),
            (_("Siste år"), lambda row: row.latest),
            (_("Programmer"), lambda row: ", ".join(table.family(code) for code in row.families)),
            (_("Kan ikke plasseres"), lambda row: _("ja") if row.perhaps else ""),
        ],
        "kontakt": [
            (_("Kontakt"), lambda row: ", ".join(row.contacts)),
            (_("Ledig siden"), lambda row: row.vacant_since if row.vacant else None),
            (_("Adressen virker ikke"), lambda row: _("ja") if row.bounced else ""),
        ],
        "strategi": [
            (_("Strategi"), lambda row: str(row.strategy.get_has_display()) if row.strategy else ""),
            (_("Strategien vedtatt"), lambda row: row.strategy.year if row.strategy else None),
            (_("Strategiens adresse"), lambda row: row.strategy.link if row.strategy else ""),
        ],
        "sist": [
            (_("Siste kontakt"), lambda row: row.last),
            (_("Hvordan"), lambda row: str(row.last_kind)),
        ],
        "neste": [
            (_("Neste steg"), lambda row: row.step.what if row.step else ""),
            (_("Innen"), lambda row: row.step.due if row.step else None),
            (_("Hvem gjør det"), lambda row: str(row.step.who or "") if row.step else ""),
        ],
        "notat": [(_("Notat"), lambda row: row.note)],
    }


def _about(county: Organisation, choice: Choice) -> list[tuple[str, str]]:
    """What makes the file trustworthy when it is found again in a year."""
    held = sorted({table.family(each.family) for each in loaded() if each.ours})
    return [
        (_("Fylke"), county.name),
        (_("Laget"), timezone.localdate().isoformat()),
        (_("Valg"), choice.query() or _("alle kommuner")),
        (_("Kilder til deltakelse"), ", ".join(held) or _("ingen er lastet inn")),
        (_("Kontakter, logg og steg"), _("fylkets egne, lagt inn i Vardevei")),
        (_("Hentet fra"), settings.VARDEVEI["address"]),
    ]
