"""My county: one table with every municipality, as somebody has chosen to see it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.opendata import hexagons
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import views
from vardevei.organisations.models import Organisation, SavedView
from vardevei.web import access, numbers
from vardevei.web.county import frame
from vardevei.web.county.overview import rows as of
from vardevei.web.county.overview import table
from vardevei.web.county.overview.choice import COLUMNS, SILENCE, SIZES, Choice
from vardevei.web.county.overview.forms import ViewForm
from vardevei.web.county.overview.rows import Row
from vardevei.web.drawing.hexmap import Cell, HexMap


def choose_county(request: HttpRequest) -> HttpResponse:
    """With one county, straight there; with several, which one?"""
    person = access.require(request, rules.SEE_OVERVIEW)
    counties = permission.counties(person, rules.SEE_OVERVIEW)
    if len(counties) == 1:
        return redirect("my-county", counties[0].number)
    may_all = permission.may(person, rules.ADMINISTER)
    return render(request, "county/choose.html", {"counties": counties, "may_all": may_all})


def my_county(request: HttpRequest, number: str) -> HttpResponse:
    person, county = access.county(request, number, rules.SEE_OVERVIEW)
    saved = list(views.seen_by(person, county))
    sent, view = _sent(request, saved, person)
    choice = Choice.of(sent)
    every = of.of_county(county, timezone.localdate())
    rows = choice.rows(every)
    chosen = frozenset(row.number for row in rows) if "velg" in sent else frozenset()
    letters = _address("county-letters", county) if permission.may(person, rules.WRITE_LETTERS, county) else ""
    context = {
        "numbers": _numbers(every, choice),
        "quick": _quick(every, choice),
        "choice": choice,
        "rows": rows,
        "table": table.table(rows, choice, _("Kommunene i fylket"), chosen, bool(letters)),
        "map": _map(rows, every, choice),
        "views": saved,
        "view": view,
        "view_form": ViewForm.of(request, about=county, initial={"query": choice.query()}),
        "files": _files(county, choice),
        "person_id": person.pk,
        "letters": letters,
        "silence": [(months, _("Mer enn %(months)s måneder") % {"months": months}) for months in SILENCE],
        "sizes": [(size, _size(size)) for size in SIZES],
        "columns": [(name, label, name in choice.columns) for name, label in COLUMNS.items()],
    }
    return frame.page(request, "county/my-county.html", county, "my-county", context)


def _files(county: Organisation, choice: Choice) -> list[tuple[str, str]]:
    """What is shown, to take away."""
    words = {"xlsx": _("Regneark (Excel)"), "csv": _("Tabell (CSV)"), "json": "JSON"}
    query = choice.query()
    return [
        (text, reverse("county-export", args=[county.number, kind]) + (f"?{query}" if query else ""))
        for kind, text in words.items()
    ]


def _sent(request: HttpRequest, saved: list[SavedView], person: Person) -> tuple[QueryDict, SavedView | None]:
    """What the address says; when it says nothing, the person's own first view; `visning` names a saved one."""
    wanted = request.GET.get("visning", "")
    if wanted:
        view = next((view for view in saved if str(view.pk) == wanted), None)
    else:
        view = None if request.GET else next((view for view in saved if view.first and view.by_id == person.pk), None)
    return (QueryDict(view.query), view) if view else (request.GET, None)


def _numbers(rows: list[Row], choice: Choice) -> dict[str, int]:
    return {
        "all": len(rows),
        "found": sum(row.projects > 0 for row in rows),
        "vacant": sum(row.vacant for row in rows),
        "overdue": sum(row.overdue(choice.day) for row in rows),
    }


def _quick(rows: list[Row], choice: Choice) -> list[tuple[str, str, bool]]:
    """The four questions most often asked, each one press away, with the number it gives."""
    told = _numbers(rows, choice)
    asked = [
        (_("Alle"), told["all"], Choice(choice.day)),
        (_("Ikke funnet"), told["all"] - told["found"], Choice(choice.day, funnet="nei")),
        (_("Uten kontakt"), told["vacant"], Choice(choice.day, ledig=True)),
        (_("Forfalt"), told["overdue"], Choice(choice.day, forfalt=True)),
    ]
    own = {"sorter": choice.sorter, "kolonne": choice.columns}
    now = choice.query()
    made = []
    for text, count, other in asked:
        query = other.query(
            sorter="" if own["sorter"] == "kommune" else own["sorter"],
            kolonne=() if len(choice.columns) == len(COLUMNS) else own["kolonne"],
        )
        made.append((f"{text} {numbers.number(count)}", f"?{query or 'alle=1'}", query == now))
    return made


def _map(rows: list[Row], every: list[Row], choice: Choice) -> HexMap:
    """The county's hexagons; those that the table shows are whole, and those it does not are empty."""
    shown = {row.number for row in rows}
    spots = hexagons.cells("municipality", choice.day.year)
    cells = [_cell(row, spots[row.number], row.number in shown) for row in every if row.number in spots]
    return HexMap(_("Kommunene i fylket"), cells, "fylket", 10)


def _cell(row: Row, spot: tuple[int, int], shown: bool) -> Cell:
    tone = "hex-yes" if row.projects else "hex-gap" if row.perhaps else "hex-no"
    told = _("funnet") if row.projects else _("kan ikke plasseres") if row.perhaps else _("ikke funnet")
    return Cell(
        code=row.number,
        column=spot[0],
        row=spot[1],
        says=f"{row.name}: {told}",
        tone=tone if shown else "hex-out",
        href=reverse("staff-municipality", args=[row.number]),
    )


def _size(code: str) -> str:
    least, _dash, most = code.partition("-")
    low = numbers.number(int(least))
    return f"{low}–{numbers.number(int(most))}" if most else _("%(number)s eller flere") % {"number": low}


def _address(name: str, county: Organisation) -> str:
    try:
        return reverse(name, args=[county.number])
    except NoReverseMatch:
        return ""
