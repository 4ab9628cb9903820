"""Answering one who asks to join."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.organisations import rules
from vardevei.organisations.domain import joining
from vardevei.organisations.models import JoinRequest
from vardevei.organisations.workflow import JOINING
from vardevei.web import access
from vardevei.web.member import frame
from vardevei.web.member.joining.forms import AnswerForm


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Who asks, why, and the two buttons; afterwards, what was answered."""
    asked = get_object_or_404(JoinRequest.objects.select_related("person", "organisation", "answered_by"), pk=key)
    who = access.require(request, rules.ANSWER_REQUESTS, asked.organisation)
    number = asked.organisation.place.number(timezone.localdate())
    form = AnswerForm.of(request, about=asked)
    if form.accepted():
        verb = joining.decline if request.POST.get("answer_is") == "no" else joining.accept
        if form.did(lambda: verb(asked, by=who, answer=form.cleaned_data["answer"])):
            return redirect("my-people", number)
    open_still = bool(JOINING.possible(asked, who))
    context = {"asked": asked, "form": form, "number": number, "state": JOINING.state(asked), "open": open_still}
    context["no"] = [(_("Si nei"), "answer_is", "no")]
    return frame.page(request, "member/joining/answer.html", "start", context)
