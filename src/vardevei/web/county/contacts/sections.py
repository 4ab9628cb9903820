"""A plan as the parts of a page: counts on top, then each kind of row with its reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.organisations.domain.contacts import FIELDS, Facts
from vardevei.organisations.imports.contact_lists.plans import Item, Kind, Plan
from vardevei.organisations.models import ContactList
from vardevei.web import numbers
from vardevei.web.tables import Column, Gap, Row, Table

MOST = 300  # rows of one kind on a page; the rest is counted


@dataclass(frozen=True, slots=True)
class Section:
    """`open`: unfolded from the start. `more`: how many rows are not shown."""

    code: str
    title: str
    text: str
    table: Table
    open: bool
    more: int


def facts(plan: Plan) -> list[tuple[str, str]]:
    """How many of each kind, those that need somebody first."""
    counts = plan.counts()
    named = [
        (_("må avgjøres"), counts["doubtful"]),
        (_("nye"), counts["new"]),
        (_("endres"), counts["changed"]),
        (_("uendret"), counts["unchanged"]),
        (_("står dobbelt"), counts["double"]),
        (_("kan ikke brukes"), counts["rejected"] + counts["skipped"]),
        (_("sier «ledig»"), counts["vacant"]),
    ]
    return [(word, numbers.number(n)) for word, n in named if n]


def sections(plan: Plan) -> list[Section]:
    made = [
        ("changed", _("Endres"), _("Det listen sier, erstatter det som står i dag."), (Kind.CHANGED,), True),
        ("new", _("Nye kontakter"), "", (Kind.NEW,), True),
        (
            "rejected",
            _("Kan ikke brukes"),
            _("Radene blir ikke lagt inn. Rett dem i regnearket og legg det inn igjen, eller legg dem inn for hånd."),
            (Kind.REJECTED, Kind.SKIPPED),
            True,
        ),
        ("unchanged", _("Uendret"), "", (Kind.UNCHANGED,), False),
        ("double", _("Står dobbelt i listen"), "", (Kind.DOUBLE,), False),
        ("vacant", _("Rader som sier at kommunen ikke har noen"), "", (Kind.VACANT,), False),
    ]
    return [
        Section(code, f"{title} ({len(items)})", text, _table(code, title, items[:MOST]), opened, len(items) - MOST)
        for code, title, text, kinds, opened in made
        if (items := plan.of(*kinds))
    ]


def _table(code: str, title: str, items: list[Item]) -> Table:
    if code == "changed":
        columns = [Column(_("Kontakt")), Column(_("Kommune")), Column(_("Står i dag")), Column(_("Blir"))]
        return Table(title, columns, [_changed(item) for item in items], hide_caption=True)
    if code in ("rejected", "vacant"):
        columns = [Column(_("Rad")), Column(_("Hvorfor")), Column(_("Slik står det"))]
        return Table(title, columns, [_aside(item) for item in items], hide_caption=True)
    columns = [Column(_("Kontakt")), Column(_("Kommune")), Column(_("E-post og telefon")), Column(_("Merknad"))]
    return Table(title, columns, [_row(item) for item in items], hide_caption=True)


def _row(item: Item) -> Row:
    told = item.facts or Facts()
    name = told.name or Gap(_("uten navn"))
    called = format_html('{}<span class="note">{}</span>', name, told.title) if told.title else name
    mail = told.email or Gap(_("e-post mangler"))
    reach = format_html('{}<span class="note">{}</span>', mail, told.phone)
    return Row([called, item.place or "", reach, _notes(item)])


def _notes(item: Item) -> SafeString:
    """Why the municipality was recognised, what was not put in, and where the row stands."""
    said = [text for text in (item.reason, *item.notes) if text]
    said.append(_("Rad {line}").format(line=item.entry.line))
    return format_html_join("", '<span class="note">{}</span>', ((text,) for text in said))


def _changed(item: Item) -> Row:
    before = [(FIELDS[name], old or "–") for name, old, _new in item.changes]
    after = [(FIELDS[name], new) for name, _old, new in item.changes]
    name = item.role.person.name if item.role else ""
    called = format_html("{}{}", name or Gap(_("uten navn")), _notes(item))
    return Row([called, item.place or "", _pairs(before), _pairs(after)])


def _pairs(pairs: Iterable[tuple[object, str]]) -> SafeString:
    return format_html_join("", '<span class="pair">{}: <b>{}</b></span>', pairs)


def _aside(item: Item) -> Row:
    said = item.entry.said or Gap(_("kan ikke leses"))
    reason = item.reason or (_("Ingen er oppgitt for {place}.").format(place=item.place) if item.place else "")
    if item.kind == Kind.VACANT and item.place:
        reason = f"{item.place}. {item.reason}".strip()
    return Row([numbers.number(item.entry.line), reason, said])


def answers(posted: Mapping[str, str]) -> dict[str, str]:
    """From the form's radio buttons ("q:7.0:place": "5054-2018") to what is kept."""
    return dict(_answers(posted))


def _answers(posted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in posted.items():
        if name.startswith("q:") and len(name) < 80 and len(value) < 255:
            yield name.removeprefix("q:"), value


def done(one: ContactList) -> list[tuple[str, str]]:
    """What was done, in numbers."""
    words = {
        "new": _("nye"),
        "changed": _("endret"),
        "ends": _("avsluttet"),
        "unchanged": _("uendret"),
        "rejected": _("kunne ikke brukes"),
        "skipped": _("valgt bort"),
    }
    counts = ((word, one.result.get(code, 0)) for code, word in words.items())
    return [(word, numbers.number(n)) for word, n in counts if n]
