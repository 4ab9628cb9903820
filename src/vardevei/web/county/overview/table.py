"""The rows of a county as the table on the page."""

from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vardevei.opendata import families
from vardevei.organisations.enums import HasStrategy
from vardevei.web import numbers
from vardevei.web.county.overview.choice import COLUMNS, Choice
from vardevei.web.county.overview.rows import Row
from vardevei.web.tables import Column, Gap, Link, Table
from vardevei.web.tables import Row as TableRow

SENTENCES = ("neste", "notat")


def table(rows: list[Row], choice: Choice, caption: str, chosen: frozenset[str], choosing: bool) -> Table:
    """`choosing` puts a box before each name; those whose number is in `chosen` are ticked."""
    columns = [_column("kommune", _("Kommune"), choice)]
    columns += [_column(name, str(COLUMNS[name]), choice) for name in choice.columns]
    cells = {
        "funnet": found,
        "kontakt": contact,
        "strategi": strategy,
        "sist": last,
        "neste": lambda row: step(row, choice.day),
        "notat": note,
    }
    made = []
    for row in rows:
        first = _chooser(row, row.number in chosen) if choosing else _name(row)
        made.append(TableRow((first, *(cells[name](row) for name in choice.columns))))
    return Table(caption, columns, made, hide_caption=True)


def _column(name: str, label: str, choice: Choice) -> Column:
    backwards = choice.sorter == name
    chosen = choice.sorter.removeprefix("-") == name
    href = f"?{choice.query(sorter=f'-{name}' if backwards else '' if name == 'kommune' else name) or 'alle=1'}"
    kind = "long" if name in SENTENCES else "text"
    return Column(label, kind, href, ("ascending" if backwards else "descending") if chosen else "")


def _name(row: Row) -> SafeString:
    return Link(row.name, reverse("staff-municipality", args=[row.number]))


def _chooser(row: Row, ticked: bool) -> SafeString:
    box = format_html(
        '<input class="ds-input" type="checkbox" name="kommune" value="{}" aria-label="{}"{}>',
        row.number,
        _("Velg %(name)s") % {"name": row.name},
        SafeString(" checked") if ticked else "",
    )
    return format_html('<span class="pick">{}{}</span>', box, _name(row))


def found(row: Row) -> object:
    """Never "does not take part": only what the loaded sources hold."""
    if row.perhaps:
        return Gap(_("kan ikke plasseres"))
    if not row.projects:
        return _("ikke funnet").replace(" ", numbers.FIXED)
    count = ngettext("%(count)s prosjekt", "%(count)s prosjekter", row.projects) % {
        "count": numbers.number(row.projects)
    }
    year = _(", sist i %(year)s") % {"year": row.latest} if row.latest else ""
    names = ", ".join(family(code) for code in row.families)
    return format_html('{}{}<span class="under">{}</span>', count, year, names)


def family(code: str) -> str:
    known = {each.code for each in families.families()}
    return families.name(code, get_language() or "nb") if code in known else code


def contact(row: Row) -> object:
    if row.vacant:
        return (
            _("ledig siden %(day)s") % {"day": numbers.short_day(row.vacant_since)} if row.vacant_since else _("ledig")
        )
    mark = tag(_("adressen virker ikke")) if row.bounced else ""
    return format_html("{} {}", ", ".join(row.contacts), mark)


def strategy(row: Row) -> object:
    if row.strategy is None or row.has_strategy == HasStrategy.UNKNOWN:
        return Gap(_("vet ikke"))
    if row.has_strategy == HasStrategy.NO:
        return _("nei")
    text = _("ja, %(year)s") % {"year": row.strategy.year} if row.strategy.year else _("ja")
    return Link(text, row.strategy.link) if row.strategy.link else text


def last(row: Row) -> object:
    if row.last is None:
        return Gap(_("ingen"))
    return format_html('{}<span class="under">{}</span>', numbers.short_day(row.last), row.last_kind)


def step(row: Row, on: date) -> object:
    if row.step is None:
        return Gap(_("ingen"))
    late = format_html("{} ", tag(_("forfalt"))) if row.overdue(on) else ""
    who = f" · {row.step.who}" if row.step.who else ""
    return format_html(
        '{} <span class="under">{}{}{}</span>', row.step.what, late, numbers.short_day(row.step.due), who
    )


def note(row: Row) -> object:
    return Truncator(row.note).chars(80)


def tag(text: str) -> SafeString:
    return format_html('<span class="ds-tag" data-color="warning" data-size="sm">{}</span>', text)
