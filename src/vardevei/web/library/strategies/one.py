"""The page of one strategy: who adopted it and when, the document with its fingerprint, and whom it came from."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.library import register_rules as rules
from vardevei.library.domain import adoption_letters
from vardevei.library.enums import ExampleState
from vardevei.library.models import Strategy
from vardevei.organisations.permission import may
from vardevei.web import access, downloads
from vardevei.web.library.strategies import words
from vardevei.web.tables import Gap, Link

Fact = tuple[str, object]


def show(request: HttpRequest, key: int) -> HttpResponse:
    person, strategy = access.person(request), found(key)
    context = {
        "strategy": strategy,
        "title": words.title(strategy),
        "about": words.said(strategy.about, strategy.original),
        "source": words.said(strategy.source, strategy.original),
        "body": words.body(strategy.organisation),
        "facts": _facts(strategy),
        "may_change": may(person, rules.REGISTER_STRATEGY, strategy.organisation_id),
        "crumbs": crumbs((words.title(strategy), "")),
    }
    return render(request, "library/strategies/one.html", context, status=410 if strategy.withdrawn_at else 200)


def crumbs(*below: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Strategier og vedtak"), reverse("strategies")), *below]


def found(key: int) -> Strategy:
    return get_object_or_404(Strategy.objects.select_related("organisation", "file"), pk=key)


def document(request: HttpRequest, key: int) -> FileResponse:
    """To anyone: what a municipality has adopted is public."""
    strategy = found(key)
    if strategy.file is None or strategy.withdrawn_at:
        raise Http404(key)
    return downloads.send(request, strategy.file, inline=True)


def _facts(one: Strategy) -> list[Fact]:
    given: list[Fact] = [
        (_("Type"), one.get_kind_display()),
        (_("Vedtatt"), words.adopted(one)),
        (_("Vedtatt av"), one.adopted_by or Gap(_("ikke oppgitt"))),
        (_("Saksnummer"), one.case_number or Gap(_("ikke oppgitt"))),
        (_("Gjelder"), words.valid(one)),
        (_("Tema"), ", ".join(words.themes(one)) or Gap(_("ikke oppgitt"))),
    ]
    return given + [(name, links) for name, links in _related(one) if links]


def _related(one: Strategy) -> list[tuple[str, SafeString]]:
    examples = one.inspired_by.filter(state=ExampleState.PUBLISHED).select_related("published")
    told = [Link(adoption_letters.title_of(each, words.form()), f"/eksempler/{each.slug}/") for each in examples]
    others = [words.body(each) for each in one.inspired_by_organisations.all()]
    programmes = [
        Link(words.said(each.name, "nb"), reverse("programme", args=[each.code])) for each in one.programmes.all()
    ]
    return [
        (_("Inspirert av"), _listed([*others, *told])),
        (_("Sikter mot programmer"), _listed(programmes)),
    ]


def _listed(links: list[Link]) -> SafeString:
    return format_html_join(", ", "{}", ((link,) for link in links))
