"""`{{ field|drawn }}`: a field ready for its component. `{{ form|arranged }}`: a form's fields in their groups."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from vardevei.core.models import Draft
from vardevei.web import kept, numbers
from vardevei.web.forms.conflicts import Clash
from vardevei.web.forms.drawn import Drawn
from vardevei.web.tickets import Ticket

register = template.Library()


@register.filter
def drawn(field: BoundField) -> Drawn:
    return Drawn(field)


@register.filter
def arranged(form: forms.BaseForm) -> Iterator[tuple[object, list[BoundField]]]:
    """(heading, fields) for each group the form has named; what stands in no group comes last, without a heading."""
    groups: list[tuple[object, list[str]]] = getattr(form, "groups", [])
    named = {name for _heading, names in groups for name in names}
    for heading, names in groups:
        yield heading, [form[name] for name in names]
    yield "", [field for field in form.visible_fields() if field.name not in named]


@register.filter
def folded(form: Any, fields: list[BoundField]) -> str:
    """How a group stands that the form folds away: `open` as soon as it has anything to show."""
    if not fields or fields[0].name not in getattr(form, "folded", ()):
        return ""
    shown = bool(getattr(form, "conflict", None)) or any(field.errors or field.value() for field in fields)
    return "open" if shown else "closed"


@register.filter
def faults(form: forms.BaseForm) -> list[tuple[object, str]]:
    """(what is wrong, id of its field) for the summary on top, in the order of the page."""
    fields = [(field, Drawn(field)) for _heading, group in arranged(form) for field in group]
    whole: list[tuple[object, str]] = [(error, "") for error in form.non_field_errors()]
    return whole + [(f"{drawn.label}: {error}", drawn.target) for field, drawn in fields for error in field.errors]


@register.filter
def all_needed(form: Any) -> bool:
    """Whether every field must be filled in: then it is said once, on top."""
    shown = [Drawn(field) for field in form.visible_fields()]
    return all(field.field.required or field.kind == "box" for field in shown)


@register.filter
def clash(form: Any, name: str) -> Clash | None:
    """What stands in a field that somebody else has changed meanwhile."""
    conflict = getattr(form, "conflict", None)
    return conflict.clashes.get(name) if conflict else None


@register.filter
def drafting(form: Any) -> str:
    """What drafts.js must know of the form; nothing for a form that is not kept."""
    ticket: Ticket | None = getattr(form, "ticket", None)
    if ticket is None or not ticket.names:
        return ""
    who = salted_hmac("vardevei.drafts", str(ticket.person)).hexdigest()[:12] if ticket.person else "visitor"
    words = {
        "data-draft": f"{who}:{ticket.code}:{ticket.about}:",
        "data-draft-key": ticket.key,
        "data-draft-names": json.dumps(ticket.names),
        "data-draft-to": reverse("draft-save") if ticket.person else None,
        "data-draft-offline": _("Ikke lagret: ingen forbindelse. Teksten ligger i nettleseren."),
        "data-draft-here": _("Teksten ligger i denne nettleseren til du sender den."),
    }
    return flatatt(words)


@register.filter
def goes_on(draft: Draft) -> str:
    """Address of the form with the draft in it."""
    return kept.address_of(draft)


@register.filter
def excerpt(draft: Draft) -> str:
    """The beginning of the longest text in it, so that one draft is told from another."""
    texts = [text for several in draft.data.values() for text in several if " " in text or "@" in text]  # no codes
    return Truncator(max(texts, key=len, default="").strip()).chars(60)


@register.filter
def moment(at: datetime) -> str:
    """ "24. november 2026 kl. 12.03"; only the time when it was today."""
    local = timezone.localtime(at)
    clock = numbers.clock(local)
    if local.date() == timezone.localdate():
        return _("i dag kl. {time}").format(time=clock)
    return _("{day} kl. {time}").format(day=numbers.day(local.date()), time=clock)
