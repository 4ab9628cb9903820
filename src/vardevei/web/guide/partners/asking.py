"""Choosing the municipalities that shall have a partner request, and reminding those who are silent."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_asking, partner_hints
from vardevei.guide.domain.partner_hints import Hint
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import counties_of
from vardevei.web import problems
from vardevei.web.forms import Form
from vardevei.web.guide.partners import one as pages
from vardevei.web.guide.partners import words


class ChooseForm(Form):
    """One box for each municipality, the likeliest first, and under it because of what."""

    code = "partner-request-ask"
    draft = False
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Hvilke kommuner skal få forespørselen?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Kontaktene der får brev og kan svare med ett trykk."),
    )

    def __init__(self, *args: Any, hints: list[Hint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipalities"].choices = [(hint.municipality.pk, _label(hint)) for hint in hints]  # type: ignore[attr-defined]


def choose(request: HttpRequest, key: int) -> HttpResponse:
    person, one = pages.passed_on(request, key)
    asked = set(one.asked.values_list("municipality", flat=True))
    near = [place for place in rules.reach_of(person, rules.PASS_ON) if one.county_id in counties_of(place.pk)]
    hints = partner_hints.ordered(partner_hints.of(one, [place for place in near if place.pk not in asked]))
    form = ChooseForm.of(request, about=f"partner:{one.pk}:ask", hints=hints)
    if form.accepted():
        chosen = list(Organisation.objects.filter(pk__in=form.cleaned_data["municipalities"]))
        if form.did(lambda: partner_asking.ask(one, chosen, by=person)):
            n = len(chosen)
            told = ngettext("{n} kommune har fått forespørselen.", "{n} kommuner har fått forespørselen.", n)
            messages.success(request, told.format(n=n))
            return redirect("partner-request", key)
    address = reverse("partner-request", args=[key])
    context = {
        "form": form,
        "title": _("Send forespørselen til kommuner"),
        "lead": _("De som ser ut til å passe best, står først, med grunnen."),
        "submit": _("Send"),
        "cancel": address,
        "crumbs": pages.crumbs((one.title, address), (_("Velg kommuner"), "")),
    }
    return render(request, "guide/partners/write.html", context, status=400 if form.is_bound else 200)


@require_POST
def remind(request: HttpRequest, key: int) -> HttpResponse:
    person, one = pages.passed_on(request, key)
    try:
        n = partner_asking.remind(one, by=person)
    except Problem as problem:
        messages.error(request, problems.text(problem))
        return redirect("partner-request", key)
    told = ngettext("{n} kommune er minnet på det.", "{n} kommuner er minnet på det.", n).format(n=n)
    messages.success(request, told if n else _("Alle som mangler, har fått brev i dag."))
    return redirect("partner-request", key)


def _label(hint: Hint) -> str:
    because = " ".join(said.get(words.form(), said.get("nb", "")) for said in hint.because)
    return f"{hint.municipality.name} – {because}" if because else hint.municipality.name
