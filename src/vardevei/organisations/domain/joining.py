"""Asking to work for a municipality, and the answer."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.domain import letters, log
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import language, roles
from vardevei.organisations.enums import JoinState, Kind
from vardevei.organisations.models import JoinRequest, Organisation, Role
from vardevei.organisations.roles import IN_MUNICIPALITY, RoleKind
from vardevei.organisations.workflow import JOINING

ASKED = gettext_lazy("{who} ba om å få arbeide for {organisation} som {role}.")


@transaction.atomic
def ask(person: Person, at: Organisation, kind: RoleKind, *, reason: str = "") -> JoinRequest:
    """Ask to join a municipality. Asking again while it waits is the same request.

    Errors: it is no municipality of today ("join-not-there"), or the person is there already ("join-already-there").
    """
    _check(person, at, kind)
    request, new = JoinRequest.objects.get_or_create(
        person=person, organisation=at, state=JoinState.ASKED, defaults={"code": kind.code, "reason": reason.strip()}
    )
    if new:
        role = kind.code.label
        log.write("joining-ask", ASKED, by=person, about=request, place=at.pk, who=person, organisation=at, role=role)
        for other in _answerers(at):
            form, link = language.form_for(other, at), f"/min-side/foresporsler/{request.pk}/"
            letters.write(
                "join-asked", to=other, form=form, by=None, about=request, place=at.pk, **_told(request), link=link
            )
    return request


@transaction.atomic
def accept(request: JoinRequest, *, by: Person, answer: str = "") -> Role:
    """Say yes: the person has the role from today, and gets a letter."""
    _step(request, "accept", by=by, answer=answer)
    role = roles.give(request.kind, to=request.person, at=request.organisation, by=by)
    _write_answer("join-accepted", request, by)
    return role


@transaction.atomic
def decline(request: JoinRequest, *, by: Person, answer: str) -> None:
    """Say no, with a word of why, which the person reads in a letter."""
    _step(request, "decline", by=by, answer=answer)
    _write_answer("join-declined", request, by)


@transaction.atomic
def withdraw(request: JoinRequest, *, by: Person) -> None:
    """The one who asked does not wait for an answer any more."""
    _step(request, "withdraw", by=by)


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Requests to answer at the person's own municipality, or in the person's county; for an administrator also those
    that nobody nearer is there to answer."""
    places = {held.organisation for held in rules.held_by(person) if held.kind in rules.ANSWER_REQUESTS.may}
    if not places:
        return
    for request in JoinRequest.objects.filter(state=JoinState.ASKED).select_related("person", "organisation"):
        if _waits_for(person, request.organisation):
            said = _("{who} vil arbeide for {organisation}.").format(
                who=request.person, organisation=request.organisation
            )
            since = timezone.localdate(request.asked_at)
            yield Waiting("join-request", said, str(request.pk), request.organisation_id, since=since)


def _check(person: Person, at: Organisation, kind: RoleKind) -> None:
    if at.kind != Kind.MUNICIPALITY or not at.place.exists(timezone.localdate()) or kind not in IN_MUNICIPALITY:
        raise Problem(
            "join-not-there", f"{at} cannot be joined.", "It is not a municipality of today.", "Choose another."
        )
    if Role.objects.now().filter(person=person, organisation=at).exists():
        raise Problem(
            "join-already-there",
            f"You have a role in {at} already.",
            "Whoever is there can do all that the municipality can do here.",
            "Go to the municipality's people if you shall be the contact.",
            organisation=str(at),
        )


def _waits_for(person: Person, at: Organisation) -> bool:
    if permission.is_own(person, rules.ANSWER_REQUESTS, at):
        return True
    return rules.may(person, rules.ANSWER_REQUESTS, at) and not _answerers(at)


def _answerers(at: Organisation) -> list[Person]:
    """Those who are there; when nobody is, the county's advisers."""
    there = roles.people_at(at)
    found = there or [person for county in roles.counties_of(at) for person in roles.people_at(county, rules.ADVISERS)]
    return [person for person in found if person.written_to()]


def _step(request: JoinRequest, step: str, *, by: Person, answer: str = "") -> None:
    at, who = request.organisation, request.person
    JOINING.step(request, step, by=by, why=answer.strip(), place=at.pk, who=who, organisation=at)
    request.answered_at, request.answered_by, request.answer = timezone.now(), by, answer.strip()
    request.save(update_fields=["answered_at", "answered_by", "answer"])


def _write_answer(code: str, request: JoinRequest, by: Person) -> None:
    person, at = request.person, request.organisation
    if person.written_to():
        form, link = language.form_for(person, at), "/min-side/"
        values = {**_told(request), "answer": request.answer, "link": link}
        letters.write(code, to=person, form=form, by=by, about=request, place=at.pk, **values)


def _told(request: JoinRequest) -> dict[str, Any]:
    return {
        "who": request.person,
        "organisation": request.organisation,
        "role": request.kind.code.label,
        "reason": request.reason,
    }
