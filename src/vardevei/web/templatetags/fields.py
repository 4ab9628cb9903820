"""`{{ field|drawn }}`: a field ready for its component. `{{ form|arranged }}`: a form's fields in their groups."""

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField

from vardevei.web.forms.drawn import Drawn

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
