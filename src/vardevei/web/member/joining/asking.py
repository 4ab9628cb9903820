"""Asking to join a municipality, and what has been asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from vardevei.organisations.domain import joining
from vardevei.organisations.enums import JoinState
from vardevei.organisations.models import JoinRequest
from vardevei.organisations.workflow import JOINING
from vardevei.web import access
from vardevei.web.member import frame
from vardevei.web.member.joining.forms import AskForm


def ask(request: HttpRequest) -> HttpResponse:
    """The form, and over it the requests that wait or have been answered."""
    who = access.signed_in(request)
    form = AskForm.of(request, initial={"role": "member", "place": request.GET.get("kommune", "")})
    if form.accepted():
        told = form.cleaned_data
        if form.did(lambda: joining.ask(who, told["place"], form.kind, reason=told["reason"])):
            return redirect("join")
    asked = JoinRequest.objects.filter(person=who).select_related("organisation").order_by("-asked_at")
    lines = [(one, JOINING.state(one), one.state == JoinState.ASKED) for one in asked]
    waits = any(waiting for _one, _state, waiting in lines)
    return frame.page(request, "member/joining/ask.html", "join", {"form": form, "lines": lines, "waits": waits})


@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Not waiting any more."""
    who = access.signed_in(request)
    joining.withdraw(get_object_or_404(JoinRequest, pk=key, person=who), by=who)
    return redirect("join")
