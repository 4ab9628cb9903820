"""What somebody chooses when asking for alerts."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from vardevei.core.enums import LanguageForm
from vardevei.guide.domain.subscriptions import LADDER, Choice
from vardevei.guide.enums import Rhythm, Told
from vardevei.guide.models import Subscription
from vardevei.web.forms import Form

STEPS = {
    "30": gettext_lazy("30 dager før"),
    "14": gettext_lazy("To uker før"),
    "7": gettext_lazy("Én uke før"),
    "2": gettext_lazy("To dager før"),
}


class AlertForm(Form):
    """`visitor` asks for an address; one who is signed in has one."""

    code = "alert"
    called = gettext_lazy("Varsel")
    draft = False
    email = forms.EmailField(label=gettext_lazy("E-posten din"), max_length=254)
    rhythm = forms.ChoiceField(label=gettext_lazy("Hvor ofte?"), choices=Rhythm.choices, widget=forms.RadioSelect)
    tells = forms.MultipleChoiceField(
        label=gettext_lazy("Hva vil du ha beskjed om?"),
        choices=Told.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ladder = forms.MultipleChoiceField(
        label=gettext_lazy("Når skal vi minne om fristen?"),
        choices=[(str(step), STEPS[str(step)]) for step in LADDER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    form = forms.ChoiceField(label=gettext_lazy("Språket i brevene"), choices=LanguageForm.choices)

    def __init__(self, *args: Any, visitor: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not visitor:
            del self.fields["email"]

    def choice(self, wanted: dict[str, str]) -> Choice:
        told = self.cleaned_data
        steps = tuple(int(step) for step in told["ladder"])
        return Choice(wanted, told["rhythm"], told["form"], tuple(told["tells"]), steps)


def usual() -> dict[str, Any]:
    """What most want."""
    return shown(Choice(form=get_language() or "nb"))


def shown(one: Subscription | Choice) -> dict[str, Any]:
    return {
        "rhythm": one.rhythm,
        "tells": list(one.tells),
        "ladder": [str(step) for step in one.ladder],
        "form": one.form,
    }
