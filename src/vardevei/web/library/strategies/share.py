"""The figure: how many municipalities a valid international strategy is found of, by county or by size."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.library.domain import strategy_share
from vardevei.library.domain.strategy_share import Line, Share
from vardevei.opendata import places
from vardevei.opendata.figures import words as figure_words
from vardevei.web import exports, numbers
from vardevei.web.drawing.bars import Bar
from vardevei.web.library.strategies import one
from vardevei.web.library.strategies.words import address, form
from vardevei.web.tables import Column, Link, Row, Table

KINDS = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))


def show(request: HttpRequest) -> HttpResponse:
    share = _asked(request)
    here = reverse("strategies-share")
    ways = [("county", _("Etter fylke")), ("size", _("Etter størrelse"))]
    files = [(label, reverse("strategies-share-file", args=[kind]) + f"?etter={share.by}") for kind, label in KINDS]
    context = {
        "total": share.total,
        "table": _table(share),
        "toggle": [(text, f"{here}?etter={by}", by == share.by) for by, text in ways],
        "facts": _about(share),
        "files": files,
        "crumbs": one.crumbs((_("Andel av kommunene"), "")),
    }
    return render(request, "library/strategies/share.html", context)


def _asked(request: HttpRequest) -> Share:
    return strategy_share.compute("size" if request.GET.get("etter") == "size" else "county")


def _table(share: Share) -> Table:
    columns = [Column(_head(share)), Column(_("Funnet"), "number"), Column(_("Kommuner"), "number")]
    columns += [Column(_("Andel"), "number"), Column(_("Andel, tegnet"), "wide")]
    rows = [Row((_linked(line, share), *_numbers(line), Bar(line.share))) for line in share.lines]
    foot = [Row((_("Hele landet"), *_numbers(share.total), Bar(share.total.share)))]
    caption = _("Kommuner der vi har funnet en internasjonal strategi")
    return Table(caption, columns, rows, foot, fold="tight")


def _head(share: Share) -> str:
    return _("Fylke") if share.by == "county" else _("Innbyggere")


def _numbers(line: Line) -> tuple[str, str, str]:
    return numbers.number(line.found), numbers.number(line.municipalities), numbers.percent(line.share)


def _name(line: Line, share: Share) -> str:
    return line.name if share.by == "county" else figure_words.size(line.code, form())


def _linked(line: Line, share: Share) -> str:
    county = places.by_number(line.code, share.as_of) if share.by == "county" else None
    return Link(line.name, address(county)) if county else _name(line, share)


def _about(share: Share) -> list[tuple[str, str]]:
    day = numbers.day(share.as_of)
    return [
        (
            _("Teller"),
            _("Kommuner med en internasjonal strategi i registeret som ikke er gått ut, så vidt vi vet."),
        ),
        (_("Nevner"), _("Alle kommuner.")),
        (_("Enhet"), _("Kommuner, og andel i prosent.")),
        (_("Grenser"), _("Kommunene slik de er {day}.").format(day=day)),
        (_("Data per"), day),
        (_("Kilde"), _("Registeret over strategier og vedtak her, slik kommunene og fylkene har fylt det ut.")),
    ]


def file(request: HttpRequest, kind: str) -> HttpResponse:
    share = _asked(request)
    heads = [_head(share), _("Funnet"), _("Kommuner"), _("Andel")]
    lines = [*share.lines, share.total]
    rows: list[list[exports.Cell]] = [
        [
            _name(line, share) if line is not share.total else _("Hele landet"),
            line.found,
            line.municipalities,
            f"{line.share:.4f}",
        ]
        for line in lines
    ]
    about = [*_about(share), (_("Siden"), request.build_absolute_uri(reverse("strategies-share")))]
    return exports.send(kind, "strategier-andel", exports.Table(heads, rows, about=about, title=_("Andel")))
