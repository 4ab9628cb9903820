"""The profile: what the person says of herself."""

from dataclasses import asdict

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.organisations.domain import profile
from vardevei.web import access
from vardevei.web.forms import Form
from vardevei.web.member import frame


class ProfileForm(Form):
    code = "profile"
    called = _("Profil")
    name = forms.CharField(label=_("Navn"), max_length=200)
    title = forms.CharField(label=_("Tittel"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Telefon"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    form = forms.ChoiceField(
        label=_("Språk i brev"),
        choices=[("", _("Som kommunen min")), *LanguageForm.choices],
        required=False,
    )
    news = forms.BooleanField(
        label=_("Send meg nyheter"), help_text=_("Beskjeder som gjelder sakene dine, kommer uansett."), required=False
    )


def page(request: HttpRequest) -> HttpResponse:
    who = access.signed_in(request)
    form = ProfileForm.of(request, about=who, initial=asdict(profile.of(who)))
    if form.accepted():
        profile.change(who, profile.Profile(**{name: form.cleaned_data[name] for name in ProfileForm.base_fields}))
        form.done()
        return redirect("start")
    return frame.page(request, "member/privacy/profile.html", "profile", {"form": form, "who": who})
