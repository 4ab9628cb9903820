"""What is written of a follow-up."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Person
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form
from vardevei.workspaces.domain import followup_people
from vardevei.workspaces.models import FollowUp, Workspace

ORDER = ("is_order", "sender", "ordered_on", "wanted_answer")


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class FollowUpForm(Form):
    code = "followup"
    called = gettext_lazy("Oppfølging")
    groups = (("", ("what", "given", "due", "text")), (gettext_lazy("Er det en bestilling?"), ORDER))

    what = forms.CharField(label=gettext_lazy("Hva skal gjøres"), max_length=200)
    given = forms.ChoiceField(label=gettext_lazy("Hvem gjør det"))
    due = Day(label=gettext_lazy("Innen"))
    text = forms.CharField(label=gettext_lazy("Mer om det"), required=False, widget=lines(3))
    is_order = forms.BooleanField(
        label=gettext_lazy("Det er en bestilling: noen utenfor venter på svar"), required=False
    )
    sender = forms.CharField(label=gettext_lazy("Hvem har bestilt"), required=False, max_length=200)
    ordered_on = Day(label=gettext_lazy("Når ble det bestilt"), required=False)
    wanted_answer = forms.CharField(label=gettext_lazy("Hva vil bestilleren vite"), required=False, widget=lines(2))

    def offer(self, workspace: Workspace, standing: FollowUp | None = None) -> None:
        """Those in the room: people and organisations. Whoever has it now can go on having it."""
        people = followup_people.may_be_given(workspace)
        organisations = followup_people.organisations_of(workspace)
        choices: list[Any] = [("", _("Velg"))]
        choices.append((_("Organisasjoner"), [(f"o:{one.pk}", str(one)) for one in organisations]))
        choices.append((_("Personer"), [(f"p:{one.pk}", str(one)) for one in people]))
        if standing and standing.who and standing.who not in people:
            choices.append((f"p:{standing.who_id}", str(standing.who)))
        self.fields["given"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("is_order") and not cleaned.get("sender"):
            self.add_error("sender", _("Skriv hvem som har bestilt det."))
        if not cleaned.get("is_order") and any(cleaned.get(name) for name in ORDER):
            self.add_error("is_order", _("Kryss av her, eller ta bort det du skrev om bestillingen."))
        return cleaned

    def said(self) -> dict[str, Any]:
        """What was written, without whom it is given to."""
        return {name: value for name, value in self.cleaned_data.items() if name != "given"}

    def to(self) -> dict[str, Person | Organisation | None]:
        """Whom it is given to, as the verbs take it."""
        kind, _colon, key = self.cleaned_data["given"].partition(":")
        if kind == "o":
            return {"who": None, "organisation": Organisation.objects.get(pk=key)}
        return {"who": Person.objects.get(pk=key), "organisation": None}


def given(followup: FollowUp) -> str:
    if followup.who_id:
        return f"p:{followup.who_id}"
    return f"o:{followup.organisation_id}" if followup.organisation_id else ""


class DoneForm(Form):
    code = "followup-done"

    outcome = forms.CharField(label=gettext_lazy("Hvordan gikk det?"), required=False, widget=lines(3))


class AnswerForm(Form):
    code = "followup-answer"

    answer = forms.CharField(label=gettext_lazy("Svaret på bestillingen"), widget=lines(5))


class DropForm(Form):
    code = "followup-drop"

    why = forms.CharField(label=gettext_lazy("Hvorfor skal det ikke gjøres?"), widget=lines(2))


class ReopenForm(Form):
    code = "followup-reopen"
