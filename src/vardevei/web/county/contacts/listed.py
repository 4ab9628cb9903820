"""A list before it is put in: what would come of every row, what must be decided, and the press that does it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.mailing_texts import CONFIRM
from vardevei.organisations.imports.contact_lists import applying, comparing, reading
from vardevei.organisations.imports.contact_lists.plans import Kind
from vardevei.organisations.models import ContactList, Organisation
from vardevei.web import access, problems
from vardevei.web.county import frame
from vardevei.web.county.contacts import columns as choices
from vardevei.web.county.contacts import sections

TAB = "county-contacts"


def page(request: HttpRequest, number: str, key: int) -> HttpResponse:
    _who, county, one = _list(request, number, key)
    return _page(request, county, one)


def _list(request: HttpRequest, number: str, key: int) -> tuple[Person, Organisation, ContactList]:
    who, county = access.county(request, number, rules.IMPORT_CONTACTS)
    return who, county, get_object_or_404(ContactList, pk=key, county=county)


def _page(request: HttpRequest, county: Organisation, one: ContactList, problem: Problem | None = None) -> HttpResponse:
    if one.put_in_at:
        context = {
            "one": one,
            "done": sections.done(one),
            "rejected": one.result.get("rejected", 0),
            "vacant": sum(there.vacant for there in contacts.of_county(county)),
            "letters": _ask_all(access.signed_in(request), county),
        }
        return frame.page(request, "county/contacts/done.html", county, TAB, context, here=str(one))
    plan = comparing.plan(one)
    context = {
        "one": one,
        "plan": plan,
        "seal": plan.seal(),
        "newcomers": plan.of(Kind.NEW),
        "facts": sections.facts(plan),
        "sections": sections.sections(plan),
        "columns": choices.of(one),
        "problem": problems.sentences(problem) if problem else None,
    }
    status = problems.status(problem) if problem else 200
    return frame.page(request, "county/contacts/listed.html", county, TAB, context, status, str(one))


def _ask_all(who: Person, county: Organisation) -> str:
    """The way to the letter that asks all whether they still are the contact."""
    if not rules.may(who, rules.WRITE_LETTERS, county):
        return ""
    return f"{reverse('county-letter-new', args=[county.number])}?mal={CONFIRM}"


@require_POST
def columns(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """Another sheet, or other meanings of the columns. What was decided about rows is forgotten."""
    _who, county, one = _list(request, number, key)
    sheet = request.POST.get("sheet", "")
    if sheet.isdecimal() and int(sheet) < len(one.sheets) and int(sheet) != one.sheet:
        reading.choose_sheet(one, int(sheet))
    else:
        reading.choose_columns(one, choices.chosen(request.POST))
    return redirect("county-contact-list", county.number, one.pk)


@require_POST
def decide(request: HttpRequest, number: str, key: int) -> HttpResponse:
    who, county, one = _list(request, number, key)
    applying.decide(one, sections.answers(request.POST), by=who)
    return redirect("county-contact-list", county.number, one.pk)


@require_POST
def apply(request: HttpRequest, number: str, key: int) -> HttpResponse:
    who, county, one = _list(request, number, key)
    try:
        applying.put_in(one, request.POST.get("seal", ""), by=who, welcome="welcome" in request.POST)
    except Problem as problem:
        one.refresh_from_db()
        return _page(request, county, one, problem)
    return redirect("county-contact-list", county.number, one.pk)


@require_POST
def drop(request: HttpRequest, number: str, key: int) -> HttpResponse:
    who, county, one = _list(request, number, key)
    applying.drop(one, by=who)
    return redirect("county-contacts-put-in", county.number)
