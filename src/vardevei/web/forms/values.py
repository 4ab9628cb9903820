"""One field's value in the shapes that are needed: to compare, to show beside another, to put back in the form."""

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from vardevei.organisations.models import Organisation
from vardevei.web import numbers


def same_form(field: forms.Field, value: Any) -> str:
    """A text that is equal for equal values, whether typed by a person or taken from a record."""
    try:
        value = field.to_python(value)
    except (ValidationError, ValueError, TypeError):
        value = str(value)
    return _plain(field.prepare_value(value))


def _plain(value: Any) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, list | tuple | set):
        return "\n".join(sorted(_plain(part) for part in value))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value).replace("\r\n", "\n").strip()


def digest(field: forms.Field, value: Any) -> str:
    return hashlib.sha256(same_form(field, value).encode()).hexdigest()[:12]


def raw(form: forms.Form, name: str) -> Any:
    """What was sent in the field."""
    field = form.fields[name]
    return field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def copied(form: forms.Form) -> QueryDict:
    """What was sent, to be changed."""
    data = QueryDict(mutable=True)
    for name in form.data:
        data.setlist(name, form.data.getlist(name))  # type: ignore[attr-defined]
    return data


def put(form: forms.Form, data: QueryDict, name: str, value: Any) -> None:
    """The value in `data`, as a browser would have sent it."""
    field, key = form.fields[name], form.add_prefix(name)
    shown = field.prepare_value(value)
    for old in [old for old in data if old == key or old.startswith(f"{key}_")]:
        del data[old]
    if isinstance(shown, list | tuple):
        data.setlist(key, [str(part) for part in shown])
    elif not (shown is None or shown is False):
        data[key] = "on" if shown is True else str(shown)


def words(field: forms.Field, value: Any) -> str:
    """The value as a person reads it."""
    if isinstance(field, forms.BooleanField):
        return _("Ja") if field.to_python(value) else _("Nei")
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        flat: list[tuple[Any, Any]] = list(flatten_choices(choices))
        names = {str(code): str(name) for code, name in flat}
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(names.get(_plain(field.prepare_value(each)), _plain(each)) for each in chosen)
    if isinstance(value, date):
        return numbers.day(value)
    return value.name if isinstance(value, Organisation) else _plain(field.prepare_value(value))
