"""A bound field as its component needs it: any Django field comes out in Designsystemet's markup, tied to its help
and its errors, with no work by whoever wrote the form."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.web.forms import naming
from vardevei.web.forms.fields import PlaceField

ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Drawn:
    """`kind` chooses the markup: "line", "box" (one checkbox) or "group" (several choices under one question)."""

    def __init__(self, field: BoundField) -> None:
        self.bound, self.field, self.widget = field, field.field, field.field.widget
        self.id, self.label, self.help = field.auto_id or field.html_name, field.label, field.help_text
        self.errors = list(field.errors)

    @property
    def kind(self) -> str:
        if isinstance(self.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "group"
        return "box" if isinstance(self.widget, forms.CheckboxInput) else "line"

    @property
    def target(self) -> str:
        """Id of what takes focus when the reader follows the link from the error summary."""
        return f"{self.id}_0" if self.kind == "group" else self.id

    @property
    def mark(self) -> str:
        """Whether it must be filled in, in words. A box that may be left alone says nothing."""
        if self.field.required:
            return _("må fylles ut") if self.kind == "line" else _("må velges")
        return "" if self.kind == "box" else _("valgfritt")

    @property
    def described_by(self) -> str:
        told = [f"{self.id}_helptext"] if self.help else []
        told += [f"{self.id}_count"] if self.limit else []
        return " ".join(told + ([f"{self.id}_error"] if self.errors else []))

    @property
    def limit(self) -> int | None:
        """How many characters there is room for, where that is worth counting."""
        return getattr(self.field, "max_length", None) if isinstance(self.widget, forms.Textarea) else None

    @property
    def affix(self) -> str:
        return self.widget.attrs.get("data-affix", "")

    @property
    def not_drafted(self) -> bool:
        return isinstance(self.widget, forms.FileInput) and hasattr(self.bound.form, "code")

    @property
    def places(self) -> list[str]:
        """Suggestions under a field for places."""
        return list(naming.suggestions(self.field.kind)) if isinstance(self.field, PlaceField) else []

    @property
    def fits(self) -> list[naming.Fit]:
        """Several places that the typed name may mean."""
        return self.field.fits if isinstance(self.field, PlaceField) else []

    @property
    def input(self) -> SafeString:
        self._trim()
        return self.bound.as_widget(attrs=self._attributes())

    @property
    def options(self) -> list[tuple[SafeString, str, str]]:
        """The choices of a group: (input, its id, its words)."""
        self.widget.attrs["class"] = "ds-input"
        return [(choice.tag(), choice.data["attrs"].get("id"), choice.choice_label) for choice in self.bound.subwidgets]

    def _attributes(self) -> dict[str, Any]:
        attributes: dict[str, Any] = {"class": f"{self.widget.attrs.get('class', '')} ds-input".strip()}
        # False: no such attribute, and none of Django's own either. None would be written out as a word.
        attributes["aria-describedby"] = self.described_by or False
        if self.errors:
            attributes["aria-invalid"] = "true"
        if isinstance(self.field, PlaceField):
            attributes |= {"list": f"{self.id}_places", "autocomplete": "off"}
        if type(self.widget) is forms.DateInput:
            attributes["data-day"] = True
        return attributes

    def _trim(self) -> None:
        """No fixed size of a text box, and no limit in the browser: it would cut what is pasted without a word."""
        self.widget.attrs.pop("maxlength", None)
        self.widget.attrs.pop("cols", None)  # as wide as the form
        if self.widget.attrs.get("rows") == "10":  # Django's own, not chosen by anyone
            self.widget.attrs.pop("rows")
        if type(self.widget) is forms.DateInput and self._a_day():
            # Among the attributes it would stand beside Django's own type, and browsers read the first.
            self.widget.input_type, self.widget.format = "date", "%Y-%m-%d"

    def _a_day(self) -> bool:
        """A browser shows nothing in a calendar field for "31.2.2026": what was typed must stay to be corrected."""
        value = self.bound.value()
        return value in (None, "") or isinstance(value, date | datetime) or bool(ISO.fullmatch(str(value)))
