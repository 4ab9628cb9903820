"""Who is asked: put together, looked through with the letter, and sent."""

from typing import Any

from django import forms
from django.contrib import messages as notes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from vardevei.core.domain import messages
from vardevei.core.models import Person
from vardevei.organisations.domain import receivers
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Form
from vardevei.web.together.surveys import doors, frame
from vardevei.workspaces import rules
from vardevei.workspaces.domain import respondents, survey_counties, survey_letters, survey_sending
from vardevei.workspaces.enums import NotAsked
from vardevei.workspaces.models import Respondent, Survey

SHOWN = 200


def page(request: HttpRequest, key: int) -> HttpResponse:
    """?til=12 shows that one's letter."""
    person, survey, seen = doors.survey(request, key)
    there = survey_sending.waiting(survey, person)
    reached = [one for one in there if not respondents.not_asked(one)]
    shown = next((one for one in reached if str(one.pk) == request.GET.get("til")), reached[0] if reached else None)
    letter = survey_letters.preview(survey, shown, by=person) if shown else None
    context: dict[str, object] = {
        "reached": reached,
        "first": reached[:SHOWN],
        "left_out": _left_out(there),
        "left_out_count": len(there) - len(reached),
        "invited": survey_counties.of(survey.respondents.invited(), seen).count(),
        "counties": survey_counties.asks_for(person, survey),
        "others": [one.county for one in survey.counties.select_related("county")],
        "runs_it": rules.may(person, rules.RUN, survey.workspace),
        "room": not survey.workspace.alone,
        "receiver": shown,
        "letter": letter,
        "body": messages.paragraphs(letter.body, keys=False) if letter else "",
        "empty": not any(page.questions.exists() for page in survey.pages.all()),
        "open_address": request.build_absolute_uri(f"/undersokelse/{survey.key}/") if survey.open_link else "",
    }
    return frame.page(request, "together/surveys/people.html", survey, "survey-people", context)


def _left_out(there: list[Respondent]) -> list[tuple[str, list[Respondent]]]:
    by_reason = [(str(why.label), [one for one in there if respondents.not_asked(one) == why]) for why in NotAsked]
    return [(why, those) for why, those in by_reason if those]


class Municipalities(Form):
    code = "survey-municipalities"
    draft = False
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Kommuner"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kryss av minst én kommune.")},
    )

    def __init__(self, *args: Any, offered: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["municipalities"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.number, one.name) for one in offered]


def municipalities(request: HttpRequest, key: int) -> HttpResponse:
    """?fylke=50 when one may ask for several counties."""
    who, survey = doors.asks(request, key)
    county = _county(request, who, survey)
    offered = list(Organisation.objects.filter(pk__in=receivers.ids_of(county)).order_by("number"))
    form = Municipalities.of(request, about=f"survey-municipalities:{key}", offered=offered)
    if form.accepted():
        chosen = [one.pk for one in offered if one.number in form.cleaned_data["municipalities"]]
        if form.did(lambda: respondents.add_contacts(survey, county, chosen, by=who)):
            return redirect("survey-people", key)
    context: dict[str, object] = {"form": form, "county": county, "cancel": reverse("survey-people", args=[key])}
    here = _("Velg kommuner")
    return frame.page(request, "together/surveys/municipalities.html", survey, "survey-people", context, here=here)


class Addresses(Form):
    code = "survey-addresses"
    draft = False
    text = forms.CharField(
        label=gettext_lazy("E-postadresser"),
        help_text=gettext_lazy("Lim inn fra en liste eller en e-post. Vi finner adressene i teksten."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=50_000,
    )


def addresses(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.asks(request, key)
    county = _county(request, who, survey)
    form = Addresses.of(request, about=f"survey-addresses:{key}")
    if form.accepted() and form.did(
        lambda: respondents.add_addresses(survey, form.cleaned_data["text"], county, by=who)
    ):
        return redirect("survey-people", key)
    context: dict[str, object] = {"form": form, "cancel": reverse("survey-people", args=[key])}
    here = _("Legg til adresser")
    return frame.page(request, "together/surveys/addresses.html", survey, "survey-people", context, here=here)


@require_POST
def add(request: HttpRequest, key: int) -> HttpResponse:
    """`whom` is contacts, members or came; everybody of the kind."""
    who, survey = doors.asks(request, key)
    whom = request.POST.get("whom")
    if whom == "members":
        n = respondents.add_members(survey, by=who)
    elif whom == "came":
        n = respondents.add_those_who_came(survey, by=who)
    else:
        n = respondents.add_contacts(survey, _county(request, who, survey), by=who)
    said = ngettext("{n} mottaker er lagt til.", "{n} mottakere er lagt til.", n).format(n=n)
    notes.success(request, said if n else _("Alle disse er på listen fra før."))
    return redirect("survey-people", key)


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    """One, or all who are not written to."""
    who, survey = doors.asks(request, key)
    chosen = request.POST.get("respondent", "")
    if chosen == "all":
        respondents.clear(survey, by=who)
    elif chosen.isdecimal():
        one = get_object_or_404(survey.respondents.select_related("survey__workspace"), pk=chosen)
        respondents.remove(one, by=who)
    return redirect("survey-people", key)


@require_POST
def send(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.asks(request, key)
    n = survey_sending.send(survey, by=who)
    notes.success(
        request, ngettext("Undersøkelsen er sendt til {n}.", "Undersøkelsen er sendt til {n}.", n).format(n=n)
    )
    return redirect("survey-follow", key)


def _county(request: HttpRequest, who: Person, survey: Survey) -> Organisation:
    """The county that is asked for: the one named, of those the person may ask for; else the first."""
    there = survey_counties.asks_for(who, survey)
    number = request.POST.get("fylke") or request.GET.get("fylke")
    return next((one for one in there if one.number == number), there[0])
