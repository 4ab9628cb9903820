"""Who is in a workspace, who has not answered, and what is done with one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.numbers import day
from vardevei.web.tables import Column, Link, Row, Table
from vardevei.web.together import doors, frame
from vardevei.workspaces import rules
from vardevei.workspaces.domain import inviting, leads, members
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Member, Workspace

ACTS = {
    "lead": lambda one, by: members.change_part(one, Part.LEAD, by=by),
    "member": lambda one, by: members.change_part(one, Part.MEMBER, by=by),
    "leave": lambda one, by: members.leave(one, by=by),
    "remove": lambda one, by: members.remove(one, by=by),
}


def page(request: HttpRequest, key: int) -> HttpResponse:
    """Those who are in; and, for whoever may invite, what has become of the invitations."""
    person, workspace = doors.signed_in(request, key, rules.SEE_PEOPLE)
    runs, everyone = rules.may(person, rules.RUN, workspace), list(members.of(workspace))
    by_state = {state: [one for one in everyone if one.state == state] for state in MemberState}
    invited = [one for one in everyone if one.person_id != one.added_by_id]
    context: dict[str, object] = {
        "table": _in(by_state[MemberState.IN], person, runs),
        "silent": _asked(by_state[MemberState.INVITED]) if runs else None,
        "declined": _declined(by_state[MemberState.DECLINED]) if runs else None,
        "asked": len(invited),
        "answered": sum(one.state != MemberState.INVITED for one in invited),
        "to_remind": len(inviting.silent(workspace)) if runs else 0,
    }
    return frame.page(request, "together/room/members.html", workspace, "workspace-members", context)


@require_POST
def remind(request: HttpRequest, key: int) -> HttpResponse:
    person, workspace = doors.signed_in(request, key, rules.RUN)
    inviting.remind(workspace, by=person)
    return redirect("workspace-members", key)


def one(request: HttpRequest, key: int, member: int) -> HttpResponse:
    """One who is in it, and what can be done; each act is a press here."""
    person, workspace = doors.signed_in(request, key, rules.SEE_PEOPLE)
    found = get_object_or_404(members.of(workspace), pk=member)
    own, runs = members.answers_for(person, found), rules.may(person, rules.RUN, workspace)
    if not own:
        person = _require_run(request, workspace)
    if request.method == "POST":
        return _did(found, request.POST.get("do", ""), person)
    context: dict[str, object] = {
        "one": found,
        "own": own,
        "may": runs,
        "last": leads.is_last(found),
        "facts": _facts(found, runs),
    }
    return frame.page(request, "together/room/member.html", workspace, "workspace-members", context, here=str(found))


def _require_run(request: HttpRequest, workspace: Workspace) -> Person:
    doors.require(request, rules.RUN, workspace)
    return access.signed_in(request)


def _did(found: Member, act: str, person: Person) -> HttpResponse:
    if act in ACTS:
        ACTS[act](found, person)
    gone = not rules.may(person, rules.SEE_PEOPLE, found.workspace)
    return redirect("workspaces") if gone else redirect("workspace-members", found.workspace_id)


def _facts(found: Member, runs: bool) -> list[tuple[str, object]]:
    facts: list[tuple[str, object]] = [(_("Med som"), found.get_part_display())]
    if found.named and found.organisation:
        facts.append((_("For"), found.organisation))
    if runs and found.person and found.person.email:
        facts.append((_("E-post"), Link(found.person.email, f"mailto:{found.person.email}")))
    facts.append((_("Invitert"), day(found.added_at)))
    if found.answered_at:
        facts.append((_("Svarte"), day(found.answered_at)))
    return facts


def _in(those: list[Member], person: Person, runs: bool) -> Table:
    columns = [Column(_("Navn")), Column(_("Med som")), Column(_("Siden"))]
    rows = [
        Row((_name(one, runs or members.answers_for(person, one)), _part(one), day(one.answered_at or one.added_at)))
        for one in those
    ]
    return Table(_("Med nå"), columns, rows)


def _part(one: Member) -> str:
    if not one.named:
        return _("Alle som arbeider for kommunen") if one.organisation else ""
    part = str(one.get_part_display())
    return _("{part}, for {place}").format(part=part, place=one.organisation) if one.organisation else part


def _name(one: Member, linked: bool) -> object:
    return Link(one, reverse("workspace-member", args=[one.workspace_id, one.pk])) if linked else one


def _asked(those: list[Member]) -> Table | None:
    columns = [Column(_("Navn")), Column(_("Invitert")), Column(_("Minnet på"))]
    reminded = [day(one.reminded_at) if one.reminded_at else "" for one in those]
    rows = [Row((_name(one, True), day(one.added_at), at)) for one, at in zip(those, reminded, strict=True)]
    return Table(_("Har ikke svart"), columns, rows) if rows else None


def _declined(those: list[Member]) -> Table | None:
    rows = [Row((_name(one, True), day(one.answered_at) if one.answered_at else "")) for one in those]
    return Table(_("Sa nei"), [Column(_("Navn")), Column(_("Svarte"))], rows) if rows else None
