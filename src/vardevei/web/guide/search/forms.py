"""The form of a concept: what it is about, and its words in Norwegian and English."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.guide.domain.concepts import Said
from vardevei.web.forms import Form

A_LINE_EACH = _("Ett ord eller uttrykk på hver linje.")


class ConceptForm(Form):
    code = "concept"
    called = _("Begrep i ordlisten")
    name = forms.CharField(label=_("Hva gjelder det?"), max_length=80, help_text=_("For eksempel: strandrydding."))
    bokmal = forms.CharField(
        label=_("Norske ord på bokmål"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_(
            "Ett ord eller uttrykk på hver linje. Bøyde former og sammensatte ord finnes av seg selv. "
            "Stjerne til slutt (rydd*) lar ordet fortsette."
        ),
    )
    nynorsk = forms.CharField(
        label=_("Ord på nynorsk som er annerledes"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=A_LINE_EACH,
    )
    english = forms.CharField(
        label=_("Engelske ord som finner det"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("Slik utlysningene skriver det. Ett ord eller uttrykk på hver linje."),
    )

    def said(self) -> Said:
        return Said(**{name: self.cleaned_data[name] for name in ("name", "bokmal", "nynorsk", "english")})
