"""What is written of a partner request."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.guide.domain.partner_requests import Said
from vardevei.guide.enums_partners import PartnerAnswer, Wanted
from vardevei.guide.models import PartnerRequest
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme
from vardevei.web.forms import Day, Form

# These stand in a letter to an address that anyone can write: they must not carry a message of their own.
NO_LINKS = RegexValidator(
    re.compile(r"https?:|www\.|[@<>]", re.IGNORECASE), _("Skriv uten lenker og adresser her."), inverse_match=True
)
PLAIN = ("title", "asker", "country", "contact", "email", "address", "call", "theme", "wanted", "text")


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class RequestForm(Form):
    """`counties` are those it can be sent to; one alone needs no question. A visitor must give an address."""

    code = "partner-request"
    called = _("Partnerforespørsel")

    county = forms.ModelChoiceField(
        label=_("Hvilket fylke gjelder det?"),
        queryset=Organisation.objects.none(),
        help_text=_("Fylkeskommunen sender forespørselen til kommuner som kan passe."),
    )
    title = forms.CharField(label=_("Hva handler det om?"), max_length=150, validators=[NO_LINKS])
    text = forms.CharField(label=_("Hva vil dere gjøre, og hvem ser dere etter?"), widget=_text(5), max_length=4000)
    answer_by = Day(label=_("Svar innen"))
    wanted = forms.ChoiceField(label=_("Hvilken rolle skal partneren ha?"), choices=Wanted.choices, initial=Wanted.ANY)
    programme = forms.ModelChoiceField(label=_("Program"), required=False, queryset=Programme.objects.none())
    call = forms.CharField(
        label=_("Utlysning"), required=False, max_length=200, help_text=_("Navn eller nummer, hvis dere vet det.")
    )
    theme = forms.CharField(label=_("Tema"), required=False, max_length=150)
    we_offer = forms.CharField(label=_("Hva tilbyr dere partneren?"), required=False, widget=_text(3), max_length=2000)
    language = forms.ChoiceField(label=_("Språket det er skrevet på"), choices=LanguageForm.choices)
    asker = forms.CharField(label=_("Hvem søker partnere?"), max_length=150, validators=[NO_LINKS])
    country = forms.CharField(label=_("Land"), max_length=60, validators=[NO_LINKS])
    contact = forms.CharField(label=_("Kontaktperson"), required=False, max_length=120, validators=[NO_LINKS])
    email = forms.EmailField(label=_("E-post"), required=False)
    address = forms.URLField(label=_("Nettside"), required=False, max_length=500, assume_scheme="https")
    groups: ClassVar[Sequence[tuple[object, Sequence[str]]]] = (
        ("", ("county", "title", "text", "answer_by", "wanted")),
        (_("Programmet"), ("programme", "call", "theme", "we_offer", "language")),
        (_("Hvem søker?"), ("asker", "country", "contact", "email", "address")),
    )

    def __init__(self, *args: Any, counties: list[Organisation], visitor: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer(counties)
        if visitor:
            email = self.fields["email"]
            email.required = True
            email.help_text = _(
                "Hit sender vi en lenke. Når du har trykket på den, ser fylkeskommunen på forespørselen."
            )

    def _offer(self, counties: list[Organisation]) -> None:
        if len(counties) < 2:
            del self.fields["county"]
            self.groups = tuple((head, tuple(n for n in names if n in self.fields)) for head, names in self.groups)  # type: ignore[misc]
        else:
            county = self.fields["county"]
            county.queryset = Organisation.objects.filter(pk__in=[one.pk for one in counties])  # type: ignore[attr-defined]
            county.label_from_instance = lambda one: one.body  # type: ignore[attr-defined]
        programme, form = self.fields["programme"], get_language() or "nb"
        programme.queryset = Programme.objects.order_by("family", "-start")  # type: ignore[attr-defined]
        programme.label_from_instance = lambda one: one.name.get(form) or str(one)  # type: ignore[attr-defined]

    def said(self) -> Said:
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("county", "we_offer")}
        return Said(offers=self.cleaned_data["we_offer"], **given)


def standing(request: PartnerRequest) -> dict[str, Any]:
    """What stands now, as the form has it."""
    plain = {name: getattr(request, name) for name in (*PLAIN, "answer_by", "language")}
    return {**plain, "programme": request.programme_id, "we_offer": request.offers}


class CloseForm(Form):
    code = "partner-request-close"

    outcome = forms.CharField(
        label=_("Hva ble det til?"),
        widget=_text(4),
        max_length=2000,
        help_text=_("Går i brev til dem som viste interesse, og til den som sendte inn forespørselen."),
    )


class AnswerForm(Form):
    code = "partner-request-answer"

    value = forms.ChoiceField(label=_("Svaret fra kommunen"), choices=PartnerAnswer.choices, widget=forms.RadioSelect)
    more = forms.CharField(
        label=_("Vil dere si noe mer?"),
        required=False,
        widget=_text(3),
        max_length=2000,
        help_text=_("Hva dere kan bidra med, hvem hos dere, eller hva dere vil vite."),
    )
