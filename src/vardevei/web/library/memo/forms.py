"""What is written about the memo."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.library.domain import memo_figures
from vardevei.library.enums import SectionKind
from vardevei.library.models import Example, Section
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


class SetUpForm(Form):
    """What stands in a section beside its words."""

    code, called = "memo-section-set-up", _("innholdet i en del av notatet")

    kind = forms.ChoiceField(label=_("Hva er det mest av?"), choices=SectionKind)
    level = forms.ChoiceField(label=_("Plass"), choices=LEVELS)
    examples = forms.CharField(
        label=_("Eksempler"),
        required=False,
        widget=lines(5),
        help_text=_("Ett på hver linje, i den rekkefølgen de skal stå: navnet i adressen til eksempelet."),
    )
    figure = forms.ChoiceField(label=_("Figur"), required=False)
    choice = forms.CharField(
        label=_("Valg for figuren"),
        required=False,
        max_length=200,
        help_text=_("Som i adressen til figuren: borders=2024&family=interreg. Tomt gir alt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = get_language() or "nb"
        figures = [(name, title[now]) for name, title in memo_figures.names().items()]
        self.fields["figure"].choices = [("", _("Ingen")), *figures]  # type: ignore[attr-defined]

    def clean_examples(self) -> str:
        given = [line.strip().strip("/").rsplit("/", 1)[-1] for line in self.cleaned_data["examples"].splitlines()]
        wanted = list(dict.fromkeys(line for line in given if line))
        known = set(Example.objects.filter(slug__in=wanted).values_list("slug", flat=True))
        unknown = [slug for slug in wanted if slug not in known]
        if unknown:
            raise forms.ValidationError(_("Finner ikke eksempelet: %(slugs)s."), params={"slugs": ", ".join(unknown)})
        return "\n".join(wanted)

    @staticmethod
    def standing(section: Section) -> dict[str, str]:
        """What stands there now, as the form has it."""
        return {
            "kind": section.kind,
            "level": str(section.level),
            "examples": "\n".join(section.examples),
            "figure": section.figure,
            "choice": "&".join(f"{name}={value}" for name, value in section.choice.items()),
        }

    def facts(self) -> dict[str, Any]:
        """The same, as the verb takes it."""
        told = self.cleaned_data
        pairs = (pair.partition("=") for pair in told["choice"].split("&") if "=" in pair)
        return {
            "kind": told["kind"],
            "level": int(told["level"]),
            "examples": told["examples"].splitlines(),
            "figure": told["figure"],
            "choice": {name.strip(): value.strip() for name, _equals, value in pairs},
        }


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
