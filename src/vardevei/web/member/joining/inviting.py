"""Inviting somebody to a municipality, and what can be done with an invitation that waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from vardevei.organisations import rules
from vardevei.organisations.domain import invitations
from vardevei.organisations.models import Invitation
from vardevei.web import access
from vardevei.web.member import frame
from vardevei.web.member.joining.forms import InviteForm


def invite(request: HttpRequest, number: str) -> HttpResponse:
    """The form; the letter goes when it is sent."""
    who, at = access.municipality(request, number, rules.INVITE)
    form = InviteForm.of(request, about=at, initial={"role": "member"})
    if form.accepted():
        told = form.cleaned_data
        if form.did(lambda: invitations.send(told["email"], form.kind, at, by=who, name=told["name"])):
            return redirect("my-people", number)
    return frame.page(request, "member/joining/invite.html", "my-people", {"at": at, "number": number, "form": form})


def invitation(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """One invitation that waits: send it again, or take it back."""
    who, at = access.municipality(request, number, rules.INVITE)
    one = get_object_or_404(Invitation.objects.select_related("by"), pk=key, organisation=at, ended_at__isnull=True)
    if request.method == "POST":
        verb = invitations.revoke if request.POST.get("do") == "revoke" else invitations.send_again
        verb(one, by=who)
        return redirect("my-people", number)
    return frame.page(request, "member/joining/invitation.html", "my-people", {"at": at, "number": number, "one": one})
