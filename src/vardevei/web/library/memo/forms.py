"""What is written about the memo."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.library.enums import SectionKind
from vardevei.web.forms import Day, Form

LEVELS = [("1", _("Kapittel")), ("2", _("Del av kapitlet over"))]


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class SectionForm(Form):
    """What a section says in one form of language."""

    code, called = "memo-section", _("del av notatet")

    title = forms.CharField(label=_("Overskrift"), max_length=200, required=False)
    text = forms.CharField(
        label=_("Tekst"),
        required=False,
        widget=lines(14),
        help_text=_(
            "Tom linje skiller avsnitt. «- » begynner et punkt, «1. » et nummerert. **fet**, [lenke](https://…)."
        ),
    )
    questions = forms.CharField(
        label=_("Spørsmål til diskusjon"), required=False, widget=lines(4), help_text=_("Ett spørsmål på hver linje.")
    )


class NewForm(Form):
    code, called = "memo-section-new", _("ny del av notatet")

    title = forms.CharField(label=_("Overskrift"), max_length=200)
    kind = forms.ChoiceField(label=_("Hva er det mest av?"), choices=SectionKind)
    level = forms.ChoiceField(label=_("Plass"), choices=LEVELS)


class ContributionForm(Form):
    code, called = "memo-contribution", _("innspill til notatet")

    question = forms.ChoiceField(label=_("Hva svarer du på?"), required=False)
    text = forms.CharField(label=_("Innspillet ditt"), widget=lines(8), max_length=8000)
    form = forms.ChoiceField(label=_("Hvilket språk skriver du på?"), choices=LanguageForm)

    def asked(self, questions: list[str]) -> "ContributionForm":
        """The section's questions as choices; without any there is nothing to choose."""
        if not questions:
            del self.fields["question"]
        else:
            choices = [("", _("Noe annet")), *((one[:400], one) for one in questions)]
            self.fields["question"].choices = choices  # type: ignore[attr-defined]
        return self


class RemarkForm(Form):
    code, called = "memo-remark", _("det du vil si til et innspill")

    text = forms.CharField(label=_("Si noe til innspillet"), widget=lines(4), max_length=4000)


class AnswerForm(Form):
    code, called = "memo-answer", _("svar på et innspill")

    answer = forms.CharField(
        label=_("Hvorfor?"),
        widget=lines(4),
        max_length=600,
        help_text=_("Den som ga innspillet, får dette i et brev. Alle kan lese det."),
    )


class PublishForm(Form):
    code, called = "memo-publish", _("ny utgave av notatet")

    on = Day(label=_("Dato for utgaven"))
    decided = forms.CharField(
        label=_("Hvem har bestemt at den skal ut?"),
        max_length=200,
        help_text=_("For eksempel: Nettverksmøtet i Brussel 20. juni 2018."),
    )
