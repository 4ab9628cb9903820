"""Addresses that do not work: told by the server at once, or by a message that comes back later (RFC 3464)."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from uuid import UUID

from django.utils import timezone

from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem

KEY = re.compile(r"<([0-9a-f]{32})@")
# What the server holds against us, and a mailbox that is full today: the address itself is right.
NOT_THE_ADDRESS = ("5.7.", "5.2.2")


@dataclass(frozen=True, slots=True)
class Bounce:
    """One letter that came back. `final` is false when the server is still trying."""

    letter: Letter
    said: str
    status: str
    final: bool
    marked: bool = False


def mark(letter: Letter, said: str) -> bool:
    """Mark the receiver's address as one that does not work, unless the person has another one by now."""
    person: Person | None = letter.to
    if person is None or (person.email or "").lower() != letter.address.lower():
        return False
    person.bounced_at, person.bounce_reason = timezone.now(), said
    person.save(update_fields=["bounced_at", "bounce_reason"])
    return True


def receive(content: bytes) -> Bounce:
    """Read a delivery status notification and write down that the letter came back.

    Only a notification that names one of our letters is believed: its Message-ID is known to us and the receiver alone.
    Errors: it is no such notification ("bounce-unknown"), or it is of no letter of ours ("bounce-not-ours").
    """
    mail = message_from_bytes(content)
    told = _told(mail)
    letter = _letter(mail)
    status, final = told.get("status", ""), told.get("action", "").lower() == "failed"
    said = told.get("diagnostic-code", "").partition(";")[2].strip() or status
    if not final:
        return Bounce(letter, said, status, final)
    letter.state, letter.failed_at = LetterState.FAILED, timezone.now()
    letter.reason, letter.server_said = FailureReason.CAME_BACK, said
    letter.save(update_fields=["state", "failed_at", "reason", "server_said"])
    ours = status.startswith(NOT_THE_ADDRESS)
    return Bounce(letter, said, status, final, marked=not ours and mark(letter, said))


def _told(mail: Message) -> dict[str, str]:
    """The fields of the first receiver that the notification tells of; our letters have one each."""
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = [block for block in part.get_payload() if isinstance(block, Message)]
            for block in blocks:
                if block["Action"]:
                    return {name.lower(): " ".join(str(value).split()) for name, value in block.items()}
    raise Problem(
        "bounce-unknown",
        "This is not a message about a letter that came back.",
        "It has no part of the kind message/delivery-status (RFC 3464) that names a receiver.",
        "Read it yourself. If it does tell that an address is wrong, change the address on the contact's page.",
    )


def _letter(mail: Message) -> Letter:
    """Which of our letters came back: its Message-ID stands in the copy, or in the headers, that is sent along."""
    for part in mail.walk():
        if part is not mail and (found := KEY.search(_message_id(part))):
            letter = Letter.objects.filter(key=UUID(found[1])).select_related("to").first()
            if letter is not None:
                return letter
    raise Problem(
        "bounce-not-ours",
        "The message tells of no letter that was sent from here.",
        "It names none of our letters by its Message-ID.",
        "Nothing was changed. Read it yourself.",
    )


def _message_id(part: Message) -> str:
    if part.get_content_type() == "text/rfc822-headers":
        headers = part.get_payload(decode=True)
        text = headers.decode("ascii", "replace") if isinstance(headers, bytes) else ""
        return str(message_from_bytes(text.encode())["Message-ID"] or "")
    return str(part["Message-ID"] or "")
