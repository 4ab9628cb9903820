"""What is written in a conversation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.web.forms import Form
from vardevei.workspaces.domain import discussion
from vardevei.workspaces.enums import NoticeChoice


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class SayForm(Form):
    """`notify` are those for whom it is meant in particular."""

    code = "contribution"
    called = _("Innlegg")

    text = forms.CharField(label=_("Skriv et innlegg"), max_length=discussion.LONGEST, widget=lines(5))
    notify = forms.TypedMultipleChoiceField(
        label=_("Varsle med en gang"),
        help_text=_("De andre får vite det slik de selv har valgt."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, people: list[Person], writer: Person) -> None:
        """Those who may read it, except whoever writes."""
        self.people = [person for person in people if person != writer]
        self.fields["notify"].choices = [(one.pk, str(one)) for one in self.people]  # type: ignore[attr-defined]
        if not self.people:
            del self.fields["notify"]

    def mentions(self) -> list[Person]:
        chosen = set(self.cleaned_data.get("notify") or [])
        return [person for person in self.people if person.pk in chosen]


class BeginForm(SayForm):
    code = "thread"
    called = _("Ny samtale")

    title = forms.CharField(label=_("Hva handler det om?"), max_length=200)
    field_order = ("title", "text", "notify")


class EditForm(Form):
    code = "contribution-edit"

    text = forms.CharField(label=_("Innlegg"), max_length=discussion.LONGEST, widget=lines(8))


class WithdrawForm(Form):
    code = "contribution-withdraw"
    draft = False


class NoticesForm(Form):
    code = "workspace-notices"
    draft = False

    choice = forms.ChoiceField(
        label=_("Når vil du ha e-post om det som skrives?"), choices=NoticeChoice.choices, widget=forms.RadioSelect
    )
