"""Inviting by a link: `token = invitations.send(...)`; whoever has the link may say yes or no, once."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.domain import letters, log, people
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import language, roles
from vardevei.organisations.enums import InvitationEnd
from vardevei.organisations.models import Invitation, Organisation, Role
from vardevei.organisations.models.invitation import in_a_month
from vardevei.organisations.permission import Act
from vardevei.organisations.roles import RoleKind

PATH = "/konto/invitasjon/{token}/"
TOLD = {
    "sent": gettext_lazy("Noen ble invitert som {role} ved {organisation}."),
    InvitationEnd.ACCEPTED: gettext_lazy("Invitasjonen som {role} ved {organisation} ble godtatt."),
    InvitationEnd.DECLINED: gettext_lazy("Invitasjonen som {role} ved {organisation} fikk nei."),
    InvitationEnd.REVOKED: gettext_lazy("Invitasjonen som {role} ved {organisation} ble trukket tilbake."),
}


def act_for(kind: RoleKind) -> Act:
    """What it takes to invite to the role: the municipality's own, or those who give roles in a county."""
    return rules.INVITE if kind.at == "municipality" else rules.GIVE_ROLES


@transaction.atomic
def send(
    email: str, kind: RoleKind, at: Organisation | None, *, by: Person, name: str = "", until: date | None = None
) -> Invitation:
    """Offer a role by a letter with a link. One that waits for an answer is sent anew, with a new link.

    Errors: not allowed; the address has the role already ("invited-already-there").
    """
    rules.must(by, act_for(kind), at)
    address = email.strip().lower()
    _must_lack(address, kind, at)
    invitation, _new = Invitation.objects.get_or_create(
        email=address, organisation=at, code=kind.code, ended_at=None, defaults={"fingerprint": token_urlsafe(32)}
    )
    invitation.name, invitation.until = name.strip() or invitation.name, until
    _post(invitation, by)
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, by: Person) -> Invitation:
    """A new letter with a new link that lasts 30 days; the old link opens no more."""
    rules.must(by, act_for(invitation.kind), invitation.organisation)
    invitation.refresh_from_db()
    _must_wait(invitation)
    _post(invitation, by)
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: Person) -> None:
    """Take the invitation back: its link opens no more."""
    rules.must(by, act_for(invitation.kind), invitation.organisation)
    _end(invitation, InvitationEnd.REVOKED, by)


def find(token: str) -> Invitation:
    """The invitation of a link, open or not. Looking does not use it up."""
    found = Invitation.objects.filter(fingerprint=_fingerprint(token)).select_related("organisation", "by").first()
    if found is None:
        raise Problem(
            "invitation-unknown",
            "We do not know this link.",
            "It may have been cut in two, or a newer one has been sent.",
            "Use the newest letter, or ask whoever invited you for a new one.",
        )
    return found


@transaction.atomic
def accept(invitation: Invitation, *, by: Person) -> Role:
    """The link is the proof: whoever has it gets the role, whatever address the person signs in with. But a staff role,
    which reaches a whole county or all of them, is for the address that the administrator chose."""
    if invitation.kind.staff and by.email != invitation.email:
        raise Problem(
            "invitation-other-address",
            "This invitation is for another address.",
            "A staff role is given only to the address that the administrator invited.",
            "Sign in with that address, or ask the administrator to invite the one you use.",
        )
    _end(invitation, InvitationEnd.ACCEPTED, by)
    kind, at = invitation.kind, invitation.organisation
    return roles.give(kind, to=by, at=at, by=invitation.by, until=invitation.until)


@transaction.atomic
def accept_as_new(invitation: Invitation, *, name: str) -> Person:
    """Somebody without an account says yes: the letter that was opened proves the address. Gives the person.

    Error: the address has an account ("invitation-sign-in"); a forwarded letter must not open somebody else's.
    """
    known = Person.objects.filter(email=invitation.email).first()
    if known and has_account(known):
        raise Problem(
            "invitation-sign-in",
            "This address has an account.",
            "Only the account's owner can use it.",
            "Sign in first; then the invitation can be accepted.",
        )
    person = people.find_or_make(invitation.email, name)
    if name.strip() and person.name != name.strip():
        person.name = name.strip()
        person.save(update_fields=["name"])
    accept(invitation, by=person)
    return person


@transaction.atomic
def decline(invitation: Invitation, *, by: Person | None) -> None:
    """Whoever has the link says no."""
    _end(invitation, InvitationEnd.DECLINED, by)


def has_account(person: Person) -> bool:
    """Whether somebody has signed in as the person, or can, or the person works for a county."""
    staff = any(held.kind.staff for held in rules.held_by(person))
    return bool(person.last_login) or person.has_usable_password() or staff


def _fingerprint(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Invitations to the person's own address."""
    if not person.email:
        return
    for invitation in Invitation.objects.open().filter(email=person.email).select_related("organisation"):
        said = _("Du er invitert som {role} ved {organisation}.").format(**_values(invitation))
        place, since = invitation.organisation_id or "", timezone.localdate(invitation.sent_at)
        due = timezone.localdate(invitation.expires_at)
        yield Waiting("invitation", said, str(invitation.pk), place, since=since, due=due)


def _post(invitation: Invitation, by: Person) -> None:
    """Write the letter. Its link is not kept, neither here nor in the letter when it has been sent."""
    token, at = token_urlsafe(32), invitation.organisation
    invitation.fingerprint, invitation.by = _fingerprint(token), by
    invitation.sent_at, invitation.expires_at = timezone.now(), in_a_month()
    invitation.save()
    known = Person.objects.filter(email=invitation.email).first()
    to = known or Person(email=invitation.email, name=invitation.name)
    values = {
        **_values(invitation),
        "meaning": invitation.kind.sentence,
        "until": timezone.localdate(invitation.expires_at),
    }
    form, link = language.form_for(to, at), PATH.format(token=token)
    letter = letters.draft("invitation", to=to, form=form, by=by, secret=("link",), link=link, **values)
    letter.to, letter.place, letter.reply_to = known, at.pk if at else "", by.email or ""
    letter.save()
    _log("sent", invitation, by)


def _end(invitation: Invitation, how: InvitationEnd, by: Person | None) -> None:
    """Only from open: of two presses at once, one is told."""
    now = timezone.now()
    ended = (
        Invitation.objects.open()
        .filter(pk=invitation.pk)
        .update(ended_at=now, ended_how=how, accepted_by=by if how is InvitationEnd.ACCEPTED else None)
    )
    invitation.refresh_from_db()
    if not ended:
        _must_wait(invitation)
        raise Problem(
            "invitation-old",
            "This invitation has run out.",
            "An invitation lasts 30 days.",
            "Ask whoever invited you to send it again.",
        )
    _log(how, invitation, by)


def _must_wait(invitation: Invitation) -> None:
    if invitation.ended_at:
        raise Problem(
            "invitation-ended",
            "This invitation has been answered or taken back.",
            "An invitation can be used once.",
            "Ask for a new one, if you need it.",
            how=InvitationEnd(invitation.ended_how).label,
        )


def _must_lack(address: str, kind: RoleKind, at: Organisation | None) -> None:
    if Role.objects.now().filter(person__email=address, organisation=at, code=kind.code).exists():
        raise Problem(
            "invited-already-there",
            f"{address} has this role already.",
            "Nobody can have the same role twice.",
            "Choose another role, or another address.",
            email=address,
        )


def _values(invitation: Invitation) -> dict[str, Any]:
    return {"role": invitation.kind.code.label, "organisation": invitation.organisation or "Vardevei"}


def _log(what: str, invitation: Invitation, by: Person | None) -> None:
    place = invitation.organisation_id or ""
    log.write(f"invitation-{what}", TOLD[what], by=by, about=invitation, place=place, **_values(invitation))
