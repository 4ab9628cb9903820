"""All programmes, by kind; and for one municipality, which of them it may use and why."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.opendata import eligible, families
from vardevei.opendata.places import Place
from vardevei.opendata.programmes import Programme
from vardevei.opendata.programmes import programmes as known
from vardevei.web.guide.programmes import asking, telling, words
from vardevei.web.tables import Column, Link, Row, Table

ORDER = ("yes", "partly", "unknown", "no")  # what a municipality may use comes first


def programmes(request: HttpRequest) -> HttpResponse:
    asked, everything = asking.asked(request), known().values()
    full = [one for one in everything if one.in_full]
    others = [one for one in everything if not one.in_full and not asking.is_over(one)]
    context = {
        "asked": asked,
        "groups": _groups(full, asked.place),
        "others": _table(_("Navn, og om Norge er med"), others, None),
        "older": [(link(one), eligible.years(one)) for one in everything if one not in full and one not in others],
        "files": files("programmes-file"),
        "crumbs": [(_("Programmer"), "")],
    }
    return render(request, "guide/programmes/list.html", context)


def files(name: str, *where: str) -> list[tuple[str, str]]:
    """The same facts, with their sources, to take away."""
    kinds = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
    return [(label, reverse(name, args=[*where, kind])) for kind, label in kinds]


def group_of(programme: Programme) -> str:
    if programme.family == "national":
        return "national"
    return families.by_code(programme.family).group


def _groups(told: list[Programme], place: Place | None) -> list[tuple[str, Table]]:
    """The heading of each kind with its table."""
    gathered = {code: [one for one in told if group_of(one) == code] for code in words.GROUPS}
    return [(code, _table(str(words.GROUPS[code]), members, place)) for code, members in gathered.items() if members]


def _table(caption: str, members: Iterable[Programme], place: Place | None) -> Table:
    if place is None:
        columns = [Column(_("Program")), Column(_("Er Norge med?")), Column(_("Hva det betaler for"), "long")]
        return Table(caption, columns, [Row((link(one), norway(one), _pays_for(one))) for one in members])
    marks = [(one, asking.mark(one, place)) for one in members]
    marks.sort(key=lambda pair: ORDER.index(pair[1].verdict))
    columns = [Column(_("Program")), Column(_("Kan kommunen bruke det?")), Column(_("Fordi"), "long")]
    rows = [Row((link(one), tag(mark.word, mark.color), mark.because)) for one, mark in marks]
    return Table(caption, columns, rows)


def link(programme: Programme) -> Link:
    return Link(telling.said(programme.name), reverse("programme", args=[programme.code]))


def norway(programme: Programme) -> SafeString:
    word, color = words.NORWAY[programme.norway]
    return tag(str(word), color)


def tag(word: str, color: str) -> SafeString:
    return format_html('<span class="ds-tag" data-color="{}">{}</span>', color, word)


def _pays_for(programme: Programme) -> str:
    return telling.first(programme.about("pays_for"))
