"""What is written about meetings."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Person
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Clock, Day, Form
from vardevei.workspaces.domain import followup_people
from vardevei.workspaces.enums import ItemKind, Votes
from vardevei.workspaces.models import Meeting, Workspace


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PersonField(forms.ModelChoiceField):
    """One of those who are in the workspace."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(Person.objects.none(), required=False, empty_label=gettext_lazy("Ingen er valgt"), **arguments)

    def offer(self, workspace: Workspace, also: int | None = None) -> None:
        """Whoever has it stays among the choices."""
        keys = [person.pk for person in followup_people.people_of(workspace)]
        self.queryset = Person.objects.filter(pk__in=[*keys, also]).order_by("name", "pk")


class MeetingForm(Form):
    code, called = "meeting", gettext_lazy("møte")

    title = forms.CharField(label=gettext_lazy("Hva heter møtet?"), max_length=200)
    day = Day(label=gettext_lazy("Dag"), required=False)
    begins = Clock(label=gettext_lazy("Fra klokken"), required=False)
    ends = Clock(label=gettext_lazy("Til klokken"), required=False)
    where = forms.CharField(
        label=gettext_lazy("Hvor"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Et sted, eller adressen til et møte på nettet."),
    )
    text = forms.CharField(label=gettext_lazy("Det de som kommer, bør vite"), required=False, widget=lines(4))
    chair = PersonField(label=gettext_lazy("Møteleder"))
    minute_taker = PersonField(label=gettext_lazy("Referent"))

    def suit(self, workspace: Workspace | None, meeting: Meeting | None = None) -> "MeetingForm":
        """In a room there are people to choose among; an event says itself when and where it is."""
        for name in ("chair", "minute_taker"):
            if workspace is None:
                del self.fields[name]
            else:
                self.fields[name].offer(workspace, getattr(meeting, f"{name}_id", None))  # type: ignore[attr-defined]
        if meeting and meeting.event_id:
            for name in ("day", "begins", "ends", "where"):
                del self.fields[name]
        return self

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("begins") and not data.get("day"):
            self.add_error("day", _("Skriv hvilken dag det er."))
        if data.get("day") and not data.get("begins") and "begins" not in self.errors:
            self.add_error("begins", _("Skriv når det begynner."))
        if data.get("begins") and data.get("ends") and data["ends"] <= data["begins"]:
            self.add_error("ends", _("Slutten må komme etter begynnelsen."))
        return data

    def facts(self) -> dict[str, Any]:
        """As the verbs take them."""
        data = dict(self.cleaned_data)
        if "day" in self.fields:
            day, begins, ends = data.pop("day"), data.pop("begins"), data.pop("ends")
            data |= {"starts_at": _at(day, begins), "ends_at": _at(day, ends)}
        return data


def standing(meeting: Meeting) -> dict[str, Any]:
    """What stands, in the fields that are not the record's own."""
    begins, ends = (timezone.localtime(at) if at else None for at in (meeting.starts_at, meeting.ends_at))
    return {
        "day": begins.date() if begins else None,
        "begins": begins.time().replace(second=0, microsecond=0) if begins else None,
        "ends": ends.time().replace(second=0, microsecond=0) if ends else None,
    }


def _at(day: Any, clock_time: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, clock_time)) if day and clock_time else None


class ItemForm(Form):
    code, called = "agenda-item", gettext_lazy("sak på et møte")

    title = forms.CharField(label=gettext_lazy("Sak"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Hva slags sak"), choices=ItemKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(label=gettext_lazy("Om saken"), required=False, widget=lines(5))
    questions = forms.CharField(
        label=gettext_lazy("Spørsmål til diskusjon"),
        help_text=gettext_lazy("Ett på hver linje."),
        required=False,
        widget=lines(3),
    )
    responsible = PersonField(label=gettext_lazy("Hvem legger den fram"))

    def suit(self, workspace: Workspace, also: int | None = None) -> "ItemForm":
        self.fields["responsible"].offer(workspace, also)  # type: ignore[attr-defined]
        return self


class MinutesForm(Form):
    code, called = "minutes", gettext_lazy("referat")

    minutes = forms.CharField(label=gettext_lazy("Hva ble sagt?"), required=False, widget=lines(10))


class ResolutionForm(Form):
    code, called = "resolution", gettext_lazy("vedtak")

    text = forms.CharField(label=gettext_lazy("Vedtaket"), widget=lines(4))
    whom = forms.CharField(
        label=gettext_lazy("Hvem det er rettet til"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For eksempel kommunene i nettverket."),
    )
    votes = forms.ChoiceField(
        label=gettext_lazy("Hvordan ble det vedtatt?"), choices=Votes.choices, widget=forms.RadioSelect
    )
    votes_for = forms.IntegerField(label=gettext_lazy("Stemmer for, hvis flertall"), required=False, min_value=0)
    votes_against = forms.IntegerField(label=gettext_lazy("Stemmer mot, hvis flertall"), required=False, min_value=0)


class FollowUpForm(Form):
    code, called = "meeting-followup", gettext_lazy("oppfølging")

    what = forms.CharField(label=gettext_lazy("Hva skal gjøres"), max_length=200)
    who = forms.ChoiceField(label=gettext_lazy("Hvem gjør det"))
    due = Day(label=gettext_lazy("Innen"))

    def suit(self, workspace: Workspace) -> "FollowUpForm":
        """People, and organisations where whoever it is there may do it."""
        people = [(f"p{one.pk}", str(one)) for one in followup_people.may_be_given(workspace)]
        places = [(f"o{one.pk}", str(one)) for one in followup_people.organisations_of(workspace)]
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", _("Velg hvem")),
            (_("Personer"), people),
            (_("Den det passer for"), places),
        ]
        return self

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        kind, key = data["who"][0], data["who"][1:]
        who = Person.objects.get(pk=key) if kind == "p" else None
        organisation = Organisation.objects.get(pk=key) if kind == "o" else None
        return {"what": data["what"], "due": data["due"], "who": who, "organisation": organisation}


class AdditionForm(Form):
    code, called = "minutes-addition", gettext_lazy("tillegg til et referat")

    text = forms.CharField(label=gettext_lazy("Hva skal legges til eller rettes?"), widget=lines(4))


class GuestForm(Form):
    code, called = "attendee", gettext_lazy("noen som er kalt inn")

    name = forms.CharField(label=gettext_lazy("Navn"), max_length=200)
    email = forms.EmailField(
        label=gettext_lazy("E-post"),
        required=False,
        help_text=gettext_lazy("Da får personen sakslisten og referatet. Det trengs ingen konto."),
    )


class DeclineForm(Form):
    code, called = "agenda-decline", gettext_lazy("svar på en foreslått sak")

    answer = forms.CharField(label=gettext_lazy("Hvorfor ikke?"), max_length=300, required=False, widget=lines(3))
