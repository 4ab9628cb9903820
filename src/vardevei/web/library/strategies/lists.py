"""Who has a strategy: the list, what it is narrowed by, and the same rows as a file."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.library import register_rules as rules
from vardevei.library.domain import strategy_lists
from vardevei.library.enums import StrategyKind
from vardevei.library.models import Strategy
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.permission import may
from vardevei.web import access, exports, numbers
from vardevei.web.library.strategies import words
from vardevei.web.tables import Column, Row, Table

PAGE = 100
KINDS = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))


@dataclass(frozen=True, slots=True)
class Choice:
    """What the list is narrowed by, as the address says it; what is not known is left out."""

    county: Place | None
    kind: str
    valid: bool

    @classmethod
    def of(cls, asked: QueryDict) -> "Choice":
        county = places.by_number(asked.get("fylke", ""), timezone.localdate())
        kind = asked.get("type", "")
        known = kind if kind in StrategyKind.values else ""
        return cls(county if county and county.kind == "county" else None, known, bool(asked.get("gjelder")))

    def found(self) -> list[Strategy]:
        day = timezone.localdate() if self.valid else None
        return list(
            strategy_lists.find(county=self.county.id if self.county else "", kind=self.kind, valid_on=day).order_by(
                "organisation__name", "kind", "-adopted_on", "pk"
            )
        )

    @property
    def narrowed(self) -> bool:
        return bool(self.county or self.kind or self.valid)


def strategies(request: HttpRequest) -> HttpResponse:
    choice, person = Choice.of(request.GET), access.person(request)
    found = choice.found()
    page = Paginator(found, PAGE).get_page(request.GET.get("side"))
    context = {
        "table": _table(list(page.object_list), len(found)),
        "page": page,
        "address": _address(request.GET),
        "count": len(found),
        "organisations": len({one.organisation_id for one in found}),
        "choice": choice,
        "counties": places.on(timezone.localdate(), "county"),
        "kinds": StrategyKind.choices,
        "files": files(request.GET.urlencode()),
        "may_register": may(person, rules.REGISTER_STRATEGY),
        "crumbs": [(_("Strategier og vedtak"), "")],
    }
    return render(request, "library/strategies/list.html", context)


def _address(asked: QueryDict) -> str:
    """The list without the number of the page, which is put last."""
    kept = asked.copy()
    kept.pop("side", None)
    return f"?{kept.urlencode()}&side=" if kept else "?side="


def files(query: str) -> list[tuple[str, str]]:
    asked = f"?{query}" if query else ""
    return [(label, reverse("strategies-file", args=[kind]) + asked) for kind, label in KINDS]


def _table(found: list[Strategy], count: int) -> Table:
    columns = [
        Column(_("Hvem")),
        Column(_("Tittel"), "long"),
        Column(_("Type")),
        Column(_("Vedtatt")),
        Column(_("Gjelder")),
        Column(_("Dokument")),
    ]
    caption = _("{count} strategier og vedtak").format(count=count)
    return Table(caption, columns, [Row(_cells(one)) for one in found], hide_caption=True)


def _cells(one: Strategy) -> tuple[object, ...]:
    kind = one.get_kind_display()
    return words.body(one.organisation), words.link(one), kind, words.adopted(one), words.valid(one), words.kept(one)


def file(request: HttpRequest, kind: str) -> HttpResponse:
    heads = [_("Hvem"), _("Tittel"), _("Type"), _("Vedtatt"), _("Vedtatt av"), _("Saksnummer"), _("Gjelder til")]
    heads += [_("Tema"), _("Adresse"), _("Dokumentet er tatt vare på"), "SHA-256", _("Kilde")]
    rows = [_row(one) for one in Choice.of(request.GET).found()]
    about = [(_("Data per"), numbers.day(timezone.localdate())), (_("Siden"), request.build_absolute_uri())]
    return exports.send(kind, "strategier", exports.Table(heads, rows, about=about, title=_("Strategier")))


def _row(one: Strategy) -> list[exports.Cell]:
    return [
        one.organisation.body,
        words.title(one),
        str(one.get_kind_display()),
        one.adopted_on,
        one.adopted_by,
        one.case_number,
        one.valid_until,
        ", ".join(words.themes(one)),
        one.address,
        _("ja") if one.file else _("nei"),
        one.file.sha256 if one.file else "",
        words.said(one.source, one.original),
    ]
