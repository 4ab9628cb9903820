"""Putting in the list that the county has: a file or pasted cells, and the lists that are not finished."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.imports.contact_lists import reading
from vardevei.organisations.models import ContactList, Organisation
from vardevei.web import access, numbers
from vardevei.web.county import frame
from vardevei.web.county.contacts.forms import ListForm

TAB = "county-contacts"


def page(request: HttpRequest, number: str) -> HttpResponse:
    who, county = access.county(request, number, rules.IMPORT_CONTACTS)
    form = ListForm.of(request, about=county)
    if form.accepted() and (made := _read(form, county, who)):
        form.done()
        return redirect("county-contact-list", county.number, made.pk)
    waiting = ContactList.objects.unfinished().filter(county=county).select_related("made_by").defer("sheets")
    context = {"form": form, "waiting": [(one, _made(one)) for one in waiting]}
    status = 422 if form.errors else 200
    return frame.page(request, "county/contacts/put_in.html", county, TAB, context, status, _("Legg inn en liste"))


def _read(form: ListForm, county: Organisation, who: Person) -> ContactList | None:
    """The list as it was read; None when it cannot be, and then the form says why and keeps what was pasted."""
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    try:
        if file:
            return reading.from_file(file.read(), file.name, county=county, by=who)
        return reading.from_text(text, county=county, by=who)
    except Problem as problem:
        form.tell(problem, "file" if file else "text")
        return None


def _made(one: ContactList) -> str:
    return _("lest {day} av {who}, slettes {expires}").format(
        day=numbers.day(one.made_at), who=one.made_by or _("en slettet person"), expires=numbers.day(one.expires_on)
    )
