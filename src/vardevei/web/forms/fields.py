"""Fields that people in Norway write in their own way: days, amounts of money, and places."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.web.forms import naming

SPACES = re.compile(r"[\s\u00a0\u202f]")
DAYS = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y", "%d %m %Y"]


class Day(forms.DateField):
    """A day: from the browser's calendar, or typed as 1.2.2026."""

    default_error_messages = {"invalid": _("Skriv dagen som dag, måned og år, for eksempel 1.2.2026.")}

    def __init__(self, **arguments: Any) -> None:
        super().__init__(input_formats=DAYS, **arguments)

    def to_python(self, value: Any) -> date | None:
        return super().to_python(re.sub(r"\s*\.\s*", ".", value.strip()) if isinstance(value, str) else value)


class Clock(forms.TimeField):
    """An hour of the day: from the browser's own field, or typed as 9, 9.30 or 0930."""

    default_error_messages = {"invalid": _("Skriv klokkeslettet med timer og minutter, for eksempel 9.30.")}
    widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "data-short": True, "autocomplete": "off"})

    def to_python(self, value: Any) -> time | None:
        return super().to_python(plain_clock(value) if isinstance(value, str) else value)


def plain_clock(text: str) -> str:
    """ "kl. 9.30", "0930" and "9" -> "9:30", "09:30" and "9:00"."""
    bare = SPACES.sub("", text.lower().removeprefix("klokken").removeprefix("kl").removeprefix("."))
    found = re.fullmatch(r"(\d{1,2})(?:[.:,]?(\d\d))?", bare)
    return f"{found[1]}:{found[2] or '00'}" if found else bare


class Money(forms.DecimalField):
    """An amount in kroner: "1 250 000", "1.250.000,50" and "kr 500" are all understood."""

    default_error_messages = {"invalid": _("Skriv beløpet med tall, for eksempel 250 000.")}
    widget = forms.TextInput(attrs={"inputmode": "decimal", "data-affix": "kr"})

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**{"max_digits": 14, "decimal_places": 2, "min_value": 0, **arguments})

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain_amount(value) if isinstance(value, str) else value)


def plain_amount(text: str) -> str:
    """ "kr 1.250.000,50" -> "1250000.50". A comma is the decimal mark; a dot only when it does not part thousands."""
    bare = SPACES.sub("", text.lower().removeprefix("kr").removesuffix("kr").removesuffix(",-"))
    if "," in bare:
        return bare.replace(".", "").replace(",", ".")
    return bare.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", bare) else bare


class PlaceInput(forms.TextInput):
    """A field with suggestions. `NAME_pick` is what was chosen when the name fitted several."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        text, pick = data.get(name), data.get(f"{name}_pick")
        return naming.Picked(pick, text or "") if pick and text == data.get(f"{name}_asked") else text


class PlaceField(forms.CharField):
    """A municipality or county, however it is spelled; gives the Organisation. Several fits are shown as a choice."""

    widget = PlaceInput
    default_error_messages = {"unknown": _("Vi fant ingen som heter «{text}». Skriv navnet eller nummeret.")}

    def __init__(self, *, kind: naming.Kind = "municipality", **arguments: Any) -> None:
        self.kind: naming.Kind = kind
        self.fits: list[naming.Fit] = []
        super().__init__(**arguments)

    def prepare_value(self, value: Any) -> Any:
        """A record or an id is shown by its name."""
        if isinstance(value, naming.Picked):
            return value.text
        if isinstance(value, Organisation):
            return naming.label(value.place, self.kind)
        return value

    def clean(self, value: Any) -> Any:
        if isinstance(value, Organisation | None) or not str(value).strip():
            return super().clean(value or "") or None
        return Organisation.objects.get(pk=self.found(value).id)

    def found(self, value: Any) -> Place:
        """The one place that is meant; raises with the choice on the field when it is not clear which."""
        text = value.text if isinstance(value, naming.Picked) else str(value)
        fits = naming.fits(text, self.kind)
        picked = [fit for fit in fits if isinstance(value, naming.Picked) and fit.place.id == value.id]
        if picked or naming.clear(fits):
            return (picked or fits)[0].place
        self.fits = fits
        if fits:
            raise ValidationError(naming.question(text, fits), code="several")
        raise ValidationError(str(self.error_messages["unknown"]).format(text=text), code="unknown")
