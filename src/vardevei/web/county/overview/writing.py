"""Writing about a municipality: each thing has its own address, so that it works without scripts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.organisations.domain import dialogue, notes, steps
from vardevei.organisations.models import DialogueEntry, NextStep, Note, Organisation, StrategyNote
from vardevei.web.county import frame
from vardevei.web.county.overview.addresses import about, county_of, page_of, writer
from vardevei.web.county.overview.forms import (
    ChangeContactForm,
    ContactForm,
    DoneForm,
    NoteForm,
    StepForm,
    StrategyForm,
    StrikeForm,
)
from vardevei.web.forms import Form


def page(request: HttpRequest, place: Organisation, form: Form, title: str | Promise, submit: str) -> HttpResponse:
    """A form on a page of its own, with the way back to the municipality."""
    county = county_of(place)
    crumbs = [(county.name, frame.address(county)), (place.name, page_of(place)), (title, "")]
    context = {"place": place, "form": form, "title": title, "submit": submit, "back": page_of(place), "crumbs": crumbs}
    return frame.page(request, "county/write.html", county, "my-county", context, status=400 if form.is_bound else 200)


def _done(form: Form, place: Organisation) -> HttpResponse:
    form.done()
    return redirect(page_of(place))


def contact(request: HttpRequest, number: str) -> HttpResponse:
    """A new line in the log and, when something comes next, the next step."""
    person, place = writer(request, number)
    form = ContactForm.of(request, about=place, initial={"day": timezone.localdate()})
    if form.accepted():
        _write_contact(place, dict(form.cleaned_data), person)
        return _done(form, place)
    return page(request, place, form, _("Kontakt med %(name)s") % {"name": place.name}, _("Skriv inn"))


def _write_contact(place: Organisation, said: dict[str, Any], person: Person) -> None:
    what, due = said.pop("next_what"), said.pop("next_due")
    dialogue.add(place, **said, by=person)
    if what and due:
        steps.plan(place, what=what, due=due, who=person, by=person)


def change_contact(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    entry = about(DialogueEntry, key, place)
    before = {name: getattr(entry, name) for name in ("channel", "day", "whom", "text")}
    form = ChangeContactForm.of(request, about=entry, initial=before)
    if form.accepted():
        dialogue.change(entry, **form.cleaned_data, by=person)
        return _done(form, place)
    return page(request, place, form, _("Endre kontakt med %(name)s") % {"name": place.name}, _("Lagre"))


def strike_contact(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    entry = about(DialogueEntry, key, place)
    form = StrikeForm.of(request, about=entry)
    if form.accepted():
        dialogue.strike(entry, why=form.cleaned_data["why"], by=person)
        return _done(form, place)
    return page(request, place, form, _("Stryk kontakt med %(name)s") % {"name": place.name}, _("Stryk"))


@require_POST
def delete_contact(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    dialogue.delete(about(DialogueEntry, key, place), by=person)
    return redirect(page_of(place))


def step(request: HttpRequest, number: str) -> HttpResponse:
    person, place = writer(request, number)
    form = StepForm.of(request, about=place, initial={"who": person.pk})
    staff = _offer(form, place, person)
    if form.accepted():
        said = form.cleaned_data
        steps.plan(place, what=said["what"], due=said["due"], who=staff[said["who"]], by=person)
        return _done(form, place)
    return page(request, place, form, _("Neste steg med %(name)s") % {"name": place.name}, _("Lagre"))


def change_step(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    planned = about(NextStep, key, place)
    form = StepForm.of(
        request, about=planned, initial={"what": planned.what, "due": planned.due, "who": planned.who_id}
    )
    staff = _offer(form, place, person)
    if form.accepted():
        said = form.cleaned_data
        steps.change(planned, what=said["what"], due=said["due"], who=staff[said["who"]], by=person)
        return _done(form, place)
    return page(request, place, form, _("Endre neste steg med %(name)s") % {"name": place.name}, _("Lagre"))


def _offer(form: StepForm, place: Organisation, person: Person) -> dict[int, Person]:
    """Those who can be given the step, by key: the county's staff, and the one who writes."""
    staff = {each.pk: each for each in [*steps.staff_of(county_of(place)), person]}
    form.offer(list(staff.values()))
    return staff


def finish_step(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    planned = about(NextStep, key, place)
    form = DoneForm.of(request, about=planned)
    if form.accepted():
        steps.finish(planned, outcome=form.cleaned_data["outcome"], by=person)
        return _done(form, place)
    return page(request, place, form, _("Gjort: %(what)s") % {"what": planned.what}, _("Merk som gjort"))


def note(request: HttpRequest, number: str) -> HttpResponse:
    person, place = writer(request, number)
    standing = Note.objects.filter(place=place).first() or Note(place=place)
    form = NoteForm.of(request, about=standing, initial={"text": standing.text})
    if form.accepted():
        notes.write(place, text=form.cleaned_data["text"], by=person, version=form.version)
        return _done(form, place)
    return page(request, place, form, _("Notat om %(name)s") % {"name": place.name}, _("Lagre"))


def strategy(request: HttpRequest, number: str) -> HttpResponse:
    person, place = writer(request, number)
    standing = StrategyNote.objects.filter(place=place).first() or StrategyNote(place=place)
    before = {name: getattr(standing, name) for name in ("has", "year", "link")}
    form = StrategyForm.of(request, about=standing, initial=before)
    if form.accepted():
        notes.note_strategy(place, **form.cleaned_data, by=person, version=form.version)
        return _done(form, place)
    return page(request, place, form, _("Strategien i %(name)s") % {"name": place.name}, _("Lagre"))
