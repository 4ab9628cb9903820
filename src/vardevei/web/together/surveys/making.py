"""A new survey: in a room, or for a county without thinking of one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.translated import said
from vardevei.web.forms import Day, Form
from vardevei.web.together import doors, frame
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_copies, surveys
from vardevei.workspaces.models import Event, Survey, Workspace

DAYS_TO_ANSWER = 14
NAMED, ANONYMOUS = "named", "anonymous"
HOW = [
    (NAMED, gettext_lazy("Med navn: vi ser hvem som svarer hva, og hvem som mangler.")),
    (ANONYMOUS, gettext_lazy("Anonym: ingen får vite hvem som svarte hva. Vi ser bare hvor mange som har svart.")),
]
EARLIER = 20


class NewForm(Form):
    code = "survey-new"
    called = gettext_lazy("Ny undersøkelse")
    begins_as = forms.ChoiceField(label=gettext_lazy("Begynn med"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=gettext_lazy("Hva skal den hete?"),
        help_text=gettext_lazy("Du kan la det stå tomt når du begynner med et eksempel."),
        max_length=150,
        required=False,
    )
    how = forms.ChoiceField(
        label=gettext_lazy("Skal den være anonym?"),
        help_text=gettext_lazy("Dette kan ikke endres senere. De som svarer, får vite det."),
        choices=HOW,
        widget=forms.RadioSelect,
    )
    deadline = Day(label=gettext_lazy("Siste dag å svare"), required=False)

    def __init__(self, *args: Any, earlier: list[Survey], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reads = get_language() or "nb"
        built_in = [
            (code, _("Eksempel: {title}").format(title=said(one["title"], reads, "nb")))
            for code, one in survey_copies.examples().items()
        ]
        copies = [(str(one.pk), _("Kopi av «{title}»").format(title=one)) for one in earlier[:EARLIER]]
        field = self.fields["begins_as"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Ingen spørsmål")), *built_in, *copies]
        field.required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("title") and cleaned.get("begins_as") not in survey_copies.examples():
            self.add_error("title", _("Skriv hva undersøkelsen skal hete."))
        return cleaned


def in_room(request: HttpRequest, key: int) -> HttpResponse:
    """?arrangement=12: an evaluation of that event."""
    who, room = doors.signed_in(request, key, rules.RUN)
    event = _event(request, room)
    form = _form(request, f"survey-in:{room.pk}", who, room, event)
    made = _made(form, who, lambda **values: surveys.begin(room, event=event, by=who, **values))
    if made:
        return redirect("survey", made.pk)
    context: dict[str, object] = {
        "form": form,
        "event": event,
        "cancel": reverse("workspace-surveys", args=[room.pk]),
    }
    return frame.page(
        request, "together/surveys/new.html", room, "workspace-surveys", context, here=_("Ny undersøkelse")
    )


def for_county(request: HttpRequest, number: str) -> HttpResponse:
    who, county = doors.county(request, number)
    form = _form(request, f"survey-for:{county.pk}", who, Workspace(owner=county), None)
    made = _made(form, who, lambda **values: surveys.begin_for(county, by=who, **values))
    if made:
        return redirect("survey", made.pk)
    context = {"form": form, "county": county, "crumbs": [*frame.activities(who, county), (_("Ny undersøkelse"), "")]}
    return render(request, "together/surveys/new-alone.html", context)


def _event(request: HttpRequest, room: Workspace) -> Event | None:
    asked = request.GET.get("arrangement", "")
    return Event.objects.filter(workspace=room, pk=asked).first() if asked.isdecimal() else None


def _form(request: HttpRequest, about: str, who: Person, room: Workspace, event: Event | None) -> NewForm:
    initial = {
        "begins_as": "event" if event else request.GET.get("mal", ""),
        "deadline": timezone.localdate() + timedelta(days=DAYS_TO_ANSWER),
    }
    if event:
        about = f"{about}:{event.pk}"
        initial["title"] = _("Evaluering av {event}").format(event=event)
    return NewForm.of(request, about=about, initial=initial, earlier=survey_copies.earlier(who, room))


def _made(form: NewForm, who: Person, begin: Callable[..., Survey]) -> Survey | None:
    """The survey, when the form was sent and nothing is wrong with it."""
    if not form.accepted():
        return None
    made: list[Survey] = []
    return made[0] if form.did(lambda: made.append(_begun(form.cleaned_data, who, begin))) else None


def _begun(values: dict[str, Any], who: Person, begin: Callable[..., Survey]) -> Survey:
    code, form = values["begins_as"], get_language() or "nb"
    example = survey_copies.examples().get(code)
    title = {form: values["title"]} if values["title"] or not example else dict(example["title"])
    survey = begin(title=title, anonymous=values["how"] == ANONYMOUS, deadline=values["deadline"], original=form)
    if example:
        survey_copies.begin_as_example(survey, code, by=who)
    elif code:
        survey_copies.begin_as_earlier(survey, Survey.objects.get(pk=code), by=who)
    return survey
