"""A letter to all who stand in one state: those signed up, those who wait, those who came."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vardevei.web.forms import Form
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.workspaces.domain import event_writing
from vardevei.workspaces.domain.event_writing import To


class LetterForm(Form):
    code = "event-letter"
    called = gettext_lazy("Brev til påmeldte")
    to = forms.ChoiceField(label=gettext_lazy("Til"), choices=To.choices, widget=forms.RadioSelect)
    subject = forms.CharField(label=gettext_lazy("Emne"), max_length=200)
    text = forms.CharField(label=gettext_lazy("Tekst"), max_length=10_000, widget=forms.Textarea)


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    form = LetterForm.of(request, about=f"event:{event.pk}:letter", initial={"to": To.SIGNED_UP})

    def send() -> None:
        n = event_writing.send(event, **form.cleaned_data, by=person)
        said = ngettext("Brevet er på vei til {n} person.", "Brevet er på vei til {n} personer.", n)
        messages.success(request, said.format(n=n))

    if form.accepted() and form.did(send):
        return redirect("sign-ups", event.pk)
    context = {
        "event": event,
        "form": form,
        "reached": [(label, event_writing.receivers(event, code).count()) for code, label in To.choices],
        "crumbs": [(event.title, event.path), (_("Brev til påmeldte"), "")],
    }
    return frame.page(request, "together/signup/letter.html", event.workspace, "workspace-calendar", context)
