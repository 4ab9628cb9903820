"""What is kept about me: see it, take it out, ask for it to be erased."""

from django import forms
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.organisations import rules
from vardevei.organisations.domain import erasures
from vardevei.organisations.models import ErasureRequest, Role
from vardevei.web import access
from vardevei.web.forms import Form
from vardevei.web.member import frame
from vardevei.web.member.privacy import shown, takeout


class SureForm(Form):
    code = "erase-me"
    draft = False
    sure = forms.BooleanField(label=gettext_lazy("Jeg forstår at det ikke kan angres"))


class RefuseForm(Form):
    code = "refuse-erasure"
    draft = False
    why = forms.CharField(
        label=gettext_lazy("Hvis nei: hvilken plikt står i veien?"),
        help_text=gettext_lazy("Personen får dette i et brev, og kan klage til Datatilsynet."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def data(request: HttpRequest) -> HttpResponse:
    """Everything, found through what each table declares."""
    who = access.signed_in(request)
    parts = list(shown.parts(who))
    context = {"about": [p for p in parts if p.about], "done": [p for p in parts if not p.about], "who": who}
    return frame.page(
        request, "member/privacy/data.html", "my-data", {**context, "request_waits": erasures.waits_for(who)}
    )


@require_POST
def take_out(request: HttpRequest) -> HttpResponse:
    """The same as a zip."""
    answer = HttpResponse(takeout.pack(access.signed_in(request)), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="vardevei.zip"'
    return answer


def erase(request: HttpRequest) -> HttpResponse:
    """What happens, one box to tick, and then it is done, or waits for an administrator."""
    who = access.lately(request)
    form = SureForm.of(request)
    if form.accepted() and form.did(lambda: erasures.ask(who)):
        if who.erased_at is None:
            return redirect("my-data")
        logout(request)
        return render(request, "member/privacy/erased.html")
    alone = Role.objects.now().filter(person=who).exists()
    context = {"form": form, "looked_at": erasures.must_be_looked_at(who), "has_roles": alone}
    return frame.page(request, "member/privacy/erase.html", "my-data", context)


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Not erased after all."""
    who = access.signed_in(request)
    if waits := erasures.waits_for(who):
        erasures.withdraw(waits, by=who)
    return redirect("my-data")


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """For an administrator: who asks, what the person has been, and the two answers."""
    who = access.require(request, rules.ERASE_PEOPLE)
    asked = get_object_or_404(ErasureRequest.objects.select_related("person"), pk=key)
    form = RefuseForm.of(request, about=asked)
    if form.accepted():
        no = request.POST.get("answer_is") == "no"
        why = form.cleaned_data["why"]
        verb = (lambda: erasures.refuse(asked, by=who, why=why)) if no else (lambda: erasures.carry_out(asked, by=who))
        if form.did(verb):
            return redirect("start")
    roles = Role.objects.filter(person=asked.person).select_related("organisation").order_by("start")
    context = {"asked": asked, "form": form, "roles": roles, "no": [(_("Nei, avslå"), "answer_is", "no")]}
    return frame.page(request, "member/privacy/answer.html", "start", context)
