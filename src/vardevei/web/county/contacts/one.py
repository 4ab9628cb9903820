"""One contact by hand: add, change, end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import Organisation, Role
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.contacts.forms import ContactForm, EndForm
from vardevei.web.forms import Form


def new(request: HttpRequest, number: str) -> HttpResponse:
    who, county = access.county(request, number, rules.EDIT_CONTACTS)
    there = list(Organisation.objects.filter(pk__in=contacts.municipalities_of(county)).order_by("name"))
    first = {"municipality": request.GET.get("kommune", "")}
    form = ContactForm.of(request, about=county, initial=first, municipalities=there)
    if form.accepted():
        at = next(one for one in there if one.number == form.cleaned_data["municipality"])
        if form.did(lambda: contacts.add(at, form.facts(), by=who)):
            return _back(county)
    return _page(request, county, form, title=_("Legg inn en kontakt"), submit=_("Legg inn kontakten"))


def change(request: HttpRequest, number: str, key: int) -> HttpResponse:
    who, county, role = _role(request, number, key)
    stands = contacts.facts_of(role)
    first = {"name": stands.name, "email": stands.email, "phone": stands.phone}
    first |= {"title": stands.title, "form": stands.form}
    form = ContactForm.of(request, about=role, over=role.person, initial=first, municipalities=[], known=True)
    if form.accepted() and form.did(lambda: contacts.correct(role, form.facts(), by=who)):
        return _back(county)
    title = _("{name}, kontakt i {place}").format(name=role.person, place=role.organisation)
    return _page(request, county, form, role=role, title=title, submit=_("Lagre"))


def end(request: HttpRequest, number: str, key: int) -> HttpResponse:
    who, county, role = _role(request, number, key)
    form = EndForm.of(request, about=role)
    if form.accepted():
        told = form.cleaned_data
        if form.did(lambda: contacts.end(role, by=who, why=told["why"], on=told["on"])):
            return _back(county)
    title = _("Avslutt {name} som kontakt i {place}").format(name=role.person, place=role.organisation)
    return _page(request, county, form, title=title, submit=_("Avslutt kontakten"))


def _role(request: HttpRequest, number: str, key: int) -> tuple[Person, Organisation, Role]:
    who, county = access.county(request, number, rules.EDIT_CONTACTS)
    there = Role.objects.now().contacts().filter(organisation__in=contacts.municipalities_of(county))
    return who, county, get_object_or_404(there.select_related("person", "organisation"), pk=key)


def _back(county: Organisation) -> HttpResponse:
    return redirect(reverse("county-contacts", args=[county.number]))


def _page(request: HttpRequest, county: Organisation, form: Form, **context: object) -> HttpResponse:
    status = 200 if not form.errors else 422
    here = str(context["title"])
    return frame.page(
        request, "county/contacts/one.html", county, "county-contacts", {"form": form, **context}, status, here
    )
