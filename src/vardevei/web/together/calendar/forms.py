"""The forms that an event and its programme are written in."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.enums import LanguageForm
from vardevei.web import numbers
from vardevei.web.forms import Clock, Day, Form, PlaceField
from vardevei.workspaces.enums import EventMode
from vardevei.workspaces.models import Block, Event

OPEN = [
    ("yes", gettext_lazy("Alle: det står i listen over arrangementer, og alle kan se det")),
    ("no", gettext_lazy("Bare de som er med i arbeidsrommet, eller er invitert")),
]


class EventForm(Form):
    """What, when, where and for whom. Times are written as the clock shows them."""

    code = "event"
    called = gettext_lazy("Arrangement")
    groups = (
        (gettext_lazy("Hva"), ["title", "text", "language"]),
        (gettext_lazy("Når"), ["day", "begins", "ends", "last_day"]),
        (gettext_lazy("Hvor"), ["mode", "municipality", "venue", "online_address", "online_open"]),
        (gettext_lazy("For hvem"), ["who"]),
    )
    title = forms.CharField(label=gettext_lazy("Hva heter arrangementet?"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Hva handler det om?"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Programmet skriver du etterpå, punkt for punkt."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Språket det er skrevet på"), choices=LanguageForm.choices)
    day = Day(label=gettext_lazy("Dag"))
    begins = Clock(label=gettext_lazy("Begynner kl."))
    ends = Clock(label=gettext_lazy("Slutter kl."))
    last_day = Day(
        label=gettext_lazy("Siste dag"),
        required=False,
        help_text=gettext_lazy("Bare når det varer over flere dager eller til over midnatt."),
    )
    mode = forms.ChoiceField(label=gettext_lazy("Hvor er det?"), choices=EventMode.choices, widget=forms.RadioSelect)
    municipality = PlaceField(label=gettext_lazy("Kommune"), required=False)
    venue = forms.CharField(
        label=gettext_lazy("Sted"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Hus og rom, eller gateadresse."),
    )
    online_address = forms.URLField(
        label=gettext_lazy("Lenke til møtet på nett"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text=gettext_lazy("De påmeldte får den i e-posten sin og på denne siden."),
    )
    online_open = forms.BooleanField(label=gettext_lazy("Vis lenken til alle, også uten påmelding"), required=False)
    who = forms.ChoiceField(label=gettext_lazy("Hvem kan se det?"), choices=OPEN, widget=forms.RadioSelect)

    def __init__(self, *args: Any, alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if alone:
            self.fields["who"].choices = [OPEN[0], ("no", _("Bare de som er invitert"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"day", "begins", "ends"} <= set(cleaned):
            self._times(cleaned)
        if self._nowhere(cleaned):
            self.add_error("venue", _("Skriv hvor det er: kommunen, stedet eller begge."))
        return cleaned

    def _nowhere(self, cleaned: dict[str, Any]) -> bool:
        told = cleaned.get("municipality") or cleaned.get("venue") or self.errors.keys() & {"municipality", "venue"}
        return not told and cleaned.get("mode") in (EventMode.PLACE, EventMode.BOTH)

    def _times(self, cleaned: dict[str, Any]) -> None:
        last = cleaned.get("last_day") or cleaned["day"]
        starts_at = moment(self, "begins", cleaned["day"], cleaned["begins"])
        ends_at = moment(self, "ends", last, cleaned["ends"])
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("last_day" if cleaned.get("last_day") else "ends", _("Det slutter før det begynner. Varer det til over midnatt, fyller du inn siste dag."))  # fmt: skip # noqa: E501
        cleaned["starts_at"], cleaned["ends_at"] = starts_at, ends_at

    def written(self) -> dict[str, Any]:
        """What was written, by the fields of the event."""
        found, derived = dict(self.cleaned_data), ("day", "begins", "ends", "last_day", "who")
        found["open"] = found["who"] == "yes"
        return {name: value for name, value in found.items() if name not in derived}


def standing(event: Event) -> dict[str, Any]:
    """What stands in an event, by the fields of the form."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    return {
        "day": start.date(),
        "begins": start.time(),
        "ends": end.time(),
        "last_day": end.date() if end.date() != start.date() else None,
        "municipality": event.municipality,
        "who": "yes" if event.open else "no",
    }


def moment(form: forms.Form, name: str, day: date, clock: time) -> datetime | None:
    """The day and the hour put together; says on the field when the hour is skipped that night."""
    at = datetime.combine(day, clock, tzinfo=timezone.get_current_timezone())
    if timezone.localtime(at.astimezone(UTC)).time() != clock:  # another hour when it is read again: it never was
        words = _("Klokken {clock} finnes ikke denne natten: klokken stilles en time fram.")
        form.add_error(name, words.format(clock=f"{clock:%H.%M}"))
        return None
    return at


class BlockForm(Form):
    """One part of the programme. The day is asked for only when the event has several."""

    code = "event-block"
    called = gettext_lazy("Punkt i programmet")
    title = forms.CharField(label=gettext_lazy("Hva skjer?"), max_length=200)
    day = forms.ChoiceField(label=gettext_lazy("Dag"))
    begins = Clock(label=gettext_lazy("Begynner kl."))
    ends = Clock(label=gettext_lazy("Slutter kl."), required=False)
    held_by = forms.CharField(
        label=gettext_lazy("Hvem innleder eller leder?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Navnet blir stående åpent i programmet. Spør den det gjelder først."),
    )
    text = forms.CharField(label=gettext_lazy("Mer om det"), required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.days = _days(event)
        self.fields["day"].choices = [(day.isoformat(), numbers.day(day)) for day in self.days]  # type: ignore[attr-defined]
        if len(self.days) == 1:
            del self.fields["day"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day = date.fromisoformat(cleaned["day"]) if cleaned.get("day") else self.days[0]
        if "begins" in cleaned:
            cleaned["starts_at"] = moment(self, "begins", day, cleaned["begins"])
        if "begins" in cleaned and "ends" in cleaned:
            cleaned["ends_at"] = self._end(day, cleaned["begins"], cleaned["ends"])
        return cleaned

    def _end(self, day: date, begins: time, ends: time | None) -> datetime | None:
        """What ends at an earlier hour than it began goes on past midnight, when the event does."""
        if ends is None:
            return None
        next_day = day + timedelta(days=1)
        return moment(self, "ends", next_day if ends <= begins and next_day in self.days else day, ends)

    def written(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "starts_at", "ends_at", "held_by", "text")}


def _days(event: Event) -> list[date]:
    first, last = timezone.localdate(event.starts_at), timezone.localdate(event.ends_at)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def standing_block(block: Block) -> dict[str, Any]:
    start = timezone.localtime(block.starts_at)
    end = timezone.localtime(block.ends_at) if block.ends_at else None
    texts = {name: getattr(block, name) for name in ("title", "held_by", "text")}
    return {**texts, "day": start.date().isoformat(), "begins": start.time(), "ends": end.time() if end else None}


class OrganiserForm(Form):
    """Who arranges it together with the county."""

    code = "event-organiser"
    called = gettext_lazy("Medarrangør")
    municipality = PlaceField(label=gettext_lazy("Kommune"), required=False)
    county = PlaceField(label=gettext_lazy("Fylkeskommune"), required=False, kind="county")
    name = forms.CharField(label=gettext_lazy("Eller en annen"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [cleaned[name] for name in ("municipality", "county", "name") if cleaned.get(name)]
        if len(given) != 1 and not self.errors:
            raise ValidationError(_("Fyll inn ett av feltene."))
        return cleaned

    def written(self) -> dict[str, Any]:
        found = self.cleaned_data
        return {"organisation": found["municipality"] or found["county"], "name": found["name"]}


class CopyForm(Form):
    code = "event-copy"
    called = gettext_lazy("Kopi av arrangement")
    day = Day(label=gettext_lazy("Ny dag"))


class CancelForm(Form):
    code = "event-cancel"
    called = gettext_lazy("Avlysning")
    why = forms.CharField(
        label=gettext_lazy("Hvorfor?"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Står i brevet til de påmeldte og på siden."),
    )
