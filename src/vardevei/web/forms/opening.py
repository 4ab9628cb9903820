"""Opening a form: with what stands, or with the draft that the reader goes on from. And the same form coming back."""

import dataclasses
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst

from vardevei.core.domain import drafts
from vardevei.core.models import Draft, Versioned
from vardevei.core.models.log import subject_of
from vardevei.opendata.problem import Problem
from vardevei.web import access, kept, tickets
from vardevei.web.context import without_prefix
from vardevei.web.forms import conflicts, values
from vardevei.web.tickets import Ticket

if TYPE_CHECKING:
    from vardevei.web.forms.base import Form


def standing(form: type["Form"], about: object) -> dict[str, Any]:
    """What stands in a versioned record, in the fields that have the form's names."""
    if not isinstance(about, Versioned):
        return {}
    ours = [field for field in about._meta.concrete_fields if field.name in form.base_fields]
    return {field.name: field.value_from_object(about) for field in ours}


def opened(form: "Form") -> None:
    """A form to write in: empty, or with the draft that the address names; other drafts are offered."""
    assert form.request is not None
    form.ticket = _new(form)
    person = access.person(form.request)
    if person is None or not form.ticket.names:
        return
    found = list(drafts.of_form(person, form.code, *_names_of(form)))
    key = form.request.GET.get(kept.DRAFT)
    form.restored = next((draft for draft in found if draft.key == key), None)
    form.offers = [draft for draft in found if draft is not form.restored]
    if form.restored:
        _go_on(form, form.restored)


def _go_on(form: "Form", draft: Draft) -> None:
    """The draft's texts in the fields, over the version the writing began on."""
    assert form.request is not None
    data = QueryDict(mutable=True)
    for name, texts in draft.data.items():
        data.setlist(name, texts)
    for name in _drafted(form):
        form.initial[name] = form.fields[name].widget.value_from_datadict(data, {}, form.add_prefix(name))
    form.again = kept.AGAIN in form.request.GET
    assert form.ticket is not None
    form.ticket = dataclasses.replace(
        form.ticket,
        version=draft.version if draft.version is not None else form.ticket.version,
        base=draft.base or form.ticket.base,
        after=draft.key,
        seen=draft.saved_at.isoformat(),
    )


def sent(form: "Form") -> None:
    """A form that comes back. One without a ticket, or with another form's, is taken as it is."""
    assert form.request is not None
    ticket = tickets.read(form.request)
    fresh = _new(form)
    if ticket is None or ticket.code != form.code or ticket.about not in _names_of(form):
        form.ticket = fresh
        return
    person = access.person(form.request)
    if ticket.person and person and ticket.person != person.pk:
        raise Problem(
            "form-of-another",
            "The form was opened by somebody else.",
            "You have signed in as another person since.",
            "Open the form anew. What was written is kept for the one who wrote it.",
        )
    form.ticket = ticket
    if any(name.startswith(conflicts.CHOICE) for name in form.data):
        form.data = conflicts.settled(form, form.initial)


def over(form: "Form", ticket: Ticket) -> Ticket:
    """The same form, now over what stands at this moment."""
    fresh = _new(form)
    return dataclasses.replace(ticket, version=fresh.version, base=fresh.base)


def version_of(record: Versioned) -> int:
    """0 for a record that is not there yet."""
    return record.version if record.pk else 0


def _new(form: "Form") -> Ticket:
    assert form.request is not None
    person, record = access.person(form.request), form.record
    return Ticket(
        code=form.code,
        about=_names_of(form)[0],
        person=person.pk if person else None,
        names=tuple(form.add_prefix(name) for name in _drafted(form)),
        title=capfirst(str(form.called or "")),
        address=_address(form.request),
        version=version_of(record) if record else None,
        base={name: values.digest(field, form.initial.get(name)) for name, field in form.fields.items()}
        if record
        else {},
    )


def _names_of(form: "Form") -> list[str]:
    """What the record is called. One that is not there yet is called by its page, also when it has come since."""
    assert form.request is not None
    if not isinstance(form.about, Versioned):
        return [subject_of(form.about)]
    by_page = f"{form.about._meta.label_lower}@{without_prefix(form.request.path)}"
    return [subject_of(form.about), by_page] if form.about.pk else [by_page]


def _address(request: HttpRequest) -> str:
    """The page of the form, without the question that put a draft in it."""
    query = request.GET.copy()
    for name in (kept.DRAFT, kept.AGAIN):
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _drafted(form: "Form") -> list[str]:
    """The fields a draft holds: never files, passwords, or what is hidden."""
    if not form.draft:
        return []
    left_out = (forms.FileInput, forms.PasswordInput, forms.HiddenInput, forms.MultipleHiddenInput)
    return [
        name
        for name, field in form.fields.items()
        if getattr(field, "draft", True) and not isinstance(field.widget, left_out)
    ]
