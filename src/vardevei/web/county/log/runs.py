"""Long work: one run's page, which follows it while it goes on, and lists of the latest."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.domain import runs, works
from vardevei.core.enums import RunState
from vardevei.core.models import Person, Run
from vardevei.organisations import rules
from vardevei.web import access, downloads, numbers, problems
from vardevei.web.county import frame
from vardevei.web.county.log.pages import within
from vardevei.web.tables import Column, Gap, Link, Row, Table
from vardevei.web.working import address, may_have, may_see, may_stop

PAGE = 50
COLORS = {RunState.DONE: "success", RunState.FAILED: "warning", RunState.WORKING: "accent"}


def run(request: HttpRequest, pk: int) -> HttpResponse:
    """A page; asked for by htmx, only the part of it that changes."""
    who, found = _seen(request, pk)
    part = request.headers.get("HX-Request") == "true"
    template = "county/run-part.html" if part else "county/run.html"
    return render(request, template, _context(found, who))


def _context(found: Run, who: Person) -> dict[str, object]:
    return {
        "run": found,
        "title": works.title_of(found),
        "sentence": runs.sentence(found),
        "color": COLORS.get(RunState(found.state), "neutral"),
        "facts": _facts(found),
        "counts": runs.counts(found),
        "problems": [problems.sentences(problem) for problem in runs.problems(found)],
        "may_have": may_have(who, found),
        "may_stop": may_stop(who, found),
        "stopping": found.is_open and found.stop_asked_at is not None,
    }


def _facts(found: Run) -> list[tuple[str, object]]:
    facts: list[tuple[str, object]] = [(_("Satt i gang"), numbers.moment(found.asked_at))]
    if found.by:
        facts.append((_("Av"), str(found.by)))
    if found.finished_at:
        facts.append((_("Ferdig"), numbers.moment(found.finished_at)))
    return facts


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    who, found = _seen(request, pk)
    if not may_stop(who, found):
        raise PermissionDenied
    runs.ask_to_stop(found, by=who)
    return redirect(address(found))


def result(request: HttpRequest, pk: int) -> FileResponse:
    who, found = _seen(request, pk)
    if found.result is None or not may_have(who, found):
        raise Http404
    return downloads.send(request, found.result)


def _seen(request: HttpRequest, pk: int) -> tuple[Person, Run]:
    """A run that this person may see; for anyone else it is not there."""
    who = access.signed_in(request)
    found = get_object_or_404(Run.objects.select_related("by", "result"), pk=pk)
    if not may_see(who, found):
        raise Http404
    return who, found


def of_county(request: HttpRequest, number: str) -> HttpResponse:
    _who, county = access.county(request, number, rules.SEE_OVERVIEW)
    latest = Run.objects.at_places([place.pk for place in within(county)])
    return frame.page(request, "county/runs.html", county, "county-log", _list(request, latest), here=_("Langt arbeid"))


def of_site(request: HttpRequest) -> HttpResponse:
    access.require(request, rules.ADMINISTER)
    return render(request, "county/site-runs.html", _list(request, Run.objects.all()))


def _list(request: HttpRequest, latest: QuerySet[Run]) -> dict[str, object]:
    page = Paginator(latest.select_related("by"), PAGE).get_page(request.GET.get("side"))
    return {"page": page, "runs": _table(list(page)) if page.object_list else None}


def _table(latest: list[Run]) -> Table:
    columns = [Column(_("Arbeid")), Column(_("Tilstand")), Column(_("Satt i gang")), Column(_("Av"))]
    rows = [Row(_row(one, said)) for one, said in zip(latest, runs.sentences_of(latest), strict=True)]
    return Table(_("Det siste arbeidet, nyeste først"), columns, rows)


def _row(one: Run, said: str) -> tuple[object, ...]:
    state = RunState(one.state).label if not one.is_open else f"{RunState(one.state).label}. {said}"
    by = str(one.by) if one.by else Gap(_("ingen person"))
    return Link(works.title_of(one), address(one)), state, numbers.moment(one.asked_at), by
