"""How sign-up goes: limit, time, waiting list, reminder; and below it what is asked."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.web.forms import Day, Form
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.workspaces.domain import sign_up_options
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpWho
from vardevei.workspaces.models import Event, SignUpOptions

HOURS = [
    (24, gettext_lazy("Ett døgn")),
    (48, gettext_lazy("To døgn")),
    (72, gettext_lazy("Tre døgn")),
    (168, gettext_lazy("En uke")),
]


class OptionsForm(Form):
    code = "sign-up-options"
    called = gettext_lazy("Påmelding")
    who = forms.ChoiceField(
        label=gettext_lazy("Hvem kan melde seg på?"), choices=SignUpWho.choices, widget=forms.RadioSelect
    )
    limit = forms.IntegerField(
        label=gettext_lazy("Antall plasser"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=gettext_lazy("La feltet stå tomt hvis det er plass til alle."),
    )
    waiting_list = forms.BooleanField(
        label=gettext_lazy("Venteliste når det er fullt"),
        required=False,
        help_text=gettext_lazy(
            "Den som står først, får tilbud om plassen når noen melder seg av. Det går av seg selv."
        ),
    )
    hours_to_answer = forms.TypedChoiceField(
        label=gettext_lazy("Hvor lenge holder vi av en ledig plass?"), choices=HOURS, coerce=int
    )
    last_day = Day(
        label=gettext_lazy("Siste dag å melde seg på"),
        required=False,
        help_text=gettext_lazy("La feltet stå tomt hvis folk kan melde seg på til det begynner."),
    )
    remind_days = forms.IntegerField(
        label=gettext_lazy("Påminnelse så mange dager før"),
        required=False,
        min_value=0,
        max_value=60,
        help_text=gettext_lazy("La feltet stå tomt hvis ingen skal minnes på."),
    )


def _end_of(day: date | None, event: Event) -> datetime | None:
    """The whole of the last day counts; on the day of the event, until it begins."""
    if day is None or day == timezone.localdate(event.starts_at):
        return None
    return timezone.make_aware(datetime.combine(day, time.max.replace(microsecond=0)))


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    options = sign_up_options.of(event) or SignUpOptions(event=event)
    form = OptionsForm.of(request, about=options, initial={"last_day": options.last_day})

    def save() -> None:
        given = {**form.cleaned_data}
        closes_at = _end_of(given.pop("last_day"), event)
        sign_up_options.set_up(event, closes_at=closes_at, **given, by=person, version=form.version)

    if form.accepted() and form.did(save):
        return redirect("sign-up-options", event.pk)
    context: dict[str, Any] = {
        "event": event,
        "form": form,
        "on": options.pk is not None,
        "taken": places.taken(event) if options.pk else 0,
        "questions": event.sign_up_questions.all(),
        "crumbs": [(event.title, event.path), (_("Oppsett for påmelding"), "")],
    }
    return frame.page(request, "together/signup/options.html", event.workspace, "workspace-calendar", context)
