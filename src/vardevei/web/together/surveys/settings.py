"""What a survey is called and says, until when, how it is answered, and which other counties take part."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.opendata import places
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form
from vardevei.web.together.surveys import doors, frame, words
from vardevei.workspaces.domain import survey_counties, survey_in_letter, surveys
from vardevei.workspaces.models import Survey

TEXTS = ("title", "intro", "thanks")
REMINDS = [
    ("7", gettext_lazy("En uke før fristen")),
    ("3", gettext_lazy("Tre dager før")),
    ("1", gettext_lazy("Dagen før")),
]


class SettingsForm(Form):
    code = "survey-settings"
    called = gettext_lazy("Undersøkelse")
    deadline = Day(label=gettext_lazy("Siste dag å svare"), required=False)
    reminds = forms.MultipleChoiceField(
        label=gettext_lazy("Påminnelser som går av seg selv"),
        help_text=gettext_lazy("De går bare til dem som ikke har svart, og aldri to på en dag."),
        choices=REMINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    one_for_each = forms.BooleanField(
        label=gettext_lazy("Ett svar fra hver kommune er nok"),
        help_text=gettext_lazy("Da blir kollegaer ikke minnet på når én har svart, og vi teller kommuner."),
        required=False,
    )
    open_link = forms.BooleanField(
        label=gettext_lazy("Alle som har lenken, kan svare"),
        help_text=gettext_lazy("En åpen lenke i tillegg til de personlige, for eksempel til en nettside."),
        required=False,
    )
    in_letter = forms.ChoiceField(
        label=gettext_lazy("Spørsmål som kan besvares rett fra brevet"),
        help_text=gettext_lazy("Ett trykk i brevet gir et delvis svar. Velg et spørsmål der ett svar skal velges."),
        required=False,
    )

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words.put(self, "title", gettext_lazy("Navn"), survey.original, max_length=150, required=True)
        words.put(self, "intro", gettext_lazy("Innledning"), survey.original, long=True, max_length=4000)
        thanks = gettext_lazy("Takk til den som har svart")
        words.put(self, "thanks", thanks, survey.original, long=True, max_length=2000)
        possible = survey_in_letter.possible(survey)
        how = ["deadline", "reminds", "one_for_each", "open_link", "in_letter"]
        field = self.fields["in_letter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Ingen")), *((str(one.pk), str(one)) for one in possible)]
        if not possible or survey.respondents.invited().exists():
            del self.fields["in_letter"]
            how.remove("in_letter")
        self.groups = [(gettext_lazy("Slik blir den besvart"), how), *words.groups(TEXTS, survey.original)]  # type: ignore[misc]


def page(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    form = SettingsForm.of(request, about=survey, initial=_initial(survey), survey=survey)
    if form.accepted():
        values = _values(form.cleaned_data, survey)
        if form.did(lambda: surveys.change(survey, **values, by=who, version=form.version)):
            return redirect("survey", key)
    context: dict[str, object] = {"form": form, "cancel": reverse("survey", args=[key])}
    return frame.page(request, "together/surveys/settings.html", survey, "survey", context, here=_("Om undersøkelsen"))


def _initial(survey: Survey) -> dict[str, Any]:
    found: dict[str, Any] = {
        "deadline": survey.deadline,
        "reminds": [str(days) for days in survey.reminds],
        "one_for_each": survey.one_for_each,
        "open_link": survey.open_link,
        "in_letter": str(survey.in_letter_id or ""),
    }
    for name in TEXTS:
        found |= words.initial(name, getattr(survey, name))
    return found


def _values(cleaned: dict[str, Any], survey: Survey) -> dict[str, Any]:
    found: dict[str, Any] = {name: words.written(cleaned, name) for name in TEXTS}
    found |= {name: cleaned[name] for name in ("deadline", "one_for_each", "open_link")}
    found["reminds"] = sorted((int(days) for days in cleaned["reminds"]), reverse=True)
    if "in_letter" in cleaned:
        chosen = [one for one in survey_in_letter.possible(survey) if str(one.pk) == cleaned["in_letter"]]
        found["in_letter"] = chosen[0] if chosen else None
    return found


class CountiesForm(Form):
    code = "survey-counties"
    draft = False
    counties = forms.MultipleChoiceField(
        label=gettext_lazy("Fylker som er med"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["counties"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.number, one.body) for one in offered]


def counties(request: HttpRequest, key: int) -> HttpResponse:
    """Which other county councils ask their own municipalities, and see what those answer."""
    who, survey = doors.run(request, key)
    ids = [place.id for place in places.on(timezone.localdate(), "county")]
    offered = list(Organisation.objects.filter(pk__in=ids).exclude(pk=survey.workspace.owner_id).order_by("number"))
    stands = [one.county.number for one in survey.counties.select_related("county")]
    form = CountiesForm.of(request, about=f"survey-counties:{key}", initial={"counties": stands}, offered=offered)
    if form.accepted():
        chosen = [one for one in offered if one.number in form.cleaned_data["counties"]]
        if form.did(lambda: survey_counties.let_in(survey, chosen, by=who)):
            return redirect("survey-people", key)
    context: dict[str, object] = {"form": form, "cancel": reverse("survey-people", args=[key])}
    here = _("Andre fylker")
    return frame.page(request, "together/surveys/counties.html", survey, "survey-people", context, here=here)


@require_POST
def discard(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    room = survey.workspace
    surveys.discard(survey, by=who)
    return redirect("workspaces") if room.alone else redirect("workspace-surveys", room.pk)
