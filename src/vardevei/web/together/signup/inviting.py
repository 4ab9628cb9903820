"""Inviting by letter: the contacts of chosen municipalities, or those who are in the room."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Form
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.workspaces.domain import event_invitations
from vardevei.workspaces.domain.event_invitations import Asked
from vardevei.workspaces.models import Event, Survey

MEMBERS, ALL, SOME, SURVEY = "members", "all", "some", "survey:"


class InviteForm(Form):
    code = "event-invite"
    called = gettext_lazy("Invitasjon til et arrangement")
    to = forms.ChoiceField(label=gettext_lazy("Hvem skal inviteres?"), widget=forms.RadioSelect)
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Kommuner"), required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label=gettext_lazy("Noen ord i brevet"),
        required=False,
        max_length=3000,
        widget=forms.Textarea,
        help_text=gettext_lazy("Tid, sted og knappene for å svare kommer med av seg selv."),
    )

    def __init__(self, *args: Any, event: Event, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = event.workspace.owner
        choices = [(ALL, _("Kontaktene i alle kommunene i {county}").format(county=owner.name))]
        choices += [(SOME, _("Kontaktene i kommunene jeg krysser av under"))]
        if not event.workspace.alone:
            choices.insert(0, (MEMBERS, _("De som er med i arbeidsrommet")))
        for survey in event_invitations.surveys_of(event, by):
            choices.append((f"{SURVEY}{survey.pk}", _("De som har svart på «{title}»").format(title=survey)))
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
        self.fields["municipalities"].choices = [(one.pk, one.name) for one in _of(owner)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        if self.cleaned_data.get("to") == SOME and not self.cleaned_data.get("municipalities"):
            self.add_error("municipalities", _("Kryss av for minst én kommune."))
        return self.cleaned_data


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    form = InviteForm.of(request, about=f"event:{event.pk}:invite", initial={"to": ALL}, event=event, by=person)

    def invite() -> None:
        asked = _asked(event, form.cleaned_data)
        n = event_invitations.invite(event, asked, text=form.cleaned_data["text"], by=person)
        _say(request, n)

    if form.accepted() and form.did(invite):
        return redirect("sign-ups", event.pk)
    context = {"event": event, "form": form, "crumbs": [(event.title, event.path), (_("Inviter"), "")]}
    return frame.page(request, "together/signup/invite.html", event.workspace, "workspace-calendar", context)


@require_POST
def remind(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    n = event_invitations.remind(event, by=person)
    said = ngettext(
        "{n} person som ikke har svart, får en påminnelse.", "{n} som ikke har svart, får en påminnelse.", n
    )
    messages.success(request, said.format(n=n))
    return redirect("sign-ups", event.pk)


def _asked(event: Event, data: dict[str, Any]) -> list[Asked]:
    if data["to"] == MEMBERS:
        return event_invitations.members_of(event)
    if data["to"].startswith(SURVEY):
        return event_invitations.answerers_of(Survey.objects.get(pk=data["to"].removeprefix(SURVEY)))
    chosen = data["municipalities"] if data["to"] == SOME else contacts.municipalities_of(event.workspace.owner)
    return event_invitations.contacts_of(Organisation.objects.filter(pk__in=chosen))


def _of(county: Organisation) -> list[Organisation]:
    return list(Organisation.objects.filter(pk__in=contacts.municipalities_of(county)).order_by("name"))


def _say(request: HttpRequest, n: int) -> None:
    if n:
        said = ngettext("{n} person er invitert. Brevet er på vei.", "{n} er invitert. Brevene er på vei.", n)
        messages.success(request, said.format(n=n))
    else:
        messages.info(
            request, _("Ingen nye ble invitert: Alle er invitert eller påmeldt fra før, eller mangler adresse.")
        )
