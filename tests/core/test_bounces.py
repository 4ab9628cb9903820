"""A letter that comes back hours later: the notification is written as RFC 3464 says."""

import subprocess
import sys

import pytest

from tests.people import somebody
from vardevei.core.domain import bounces, letters
from vardevei.core.domain.messages import message_id
from vardevei.core.domain.sending import send_waiting
from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db
REPORT = """\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.eksempel.no>
To: post@vardevei.test
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.eksempel.no
Arrival-Date: Tue, 24 Nov 2026 10:00:00 +0100

Final-Recipient: rfc822; kari.nes@eksempel.no
Original-Recipient: rfc822;kari.nes@eksempel.no
Action: {action}
Status: {status}
Remote-MTA: dns; mail.eksempel.no
Diagnostic-Code: smtp; 550 {status} User
    unknown

--b1
{copy}

--b1--
"""
WHOLE = "Content-Type: message/rfc822\n\nMessage-ID: {id}\nSubject: Hei\n\nHei."
HEADERS = "Content-Type: text/rfc822-headers\n\nMessage-ID: {id}\nSubject: Hei\n"


@pytest.fixture
def letter() -> Letter:
    letter = letters.write("mail-test", to=somebody("Kari Nes"), form="nb", by=None)
    send_waiting()
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    return letter


def report(letter: Letter, *, action: str = "failed", status: str = "5.1.1", copy: str = WHOLE) -> bytes:
    return REPORT.format(action=action, status=status, copy=copy.format(id=message_id(letter))).encode()


@pytest.mark.parametrize("copy", [WHOLE, HEADERS])
def test_letter_that_came_back_marks_its_address(letter: Letter, copy: str) -> None:
    found = bounces.receive(report(letter, copy=copy))

    letter.refresh_from_db()
    assert (found.marked, found.said) == (True, "550 5.1.1 User unknown")
    assert (letter.state, letter.reason) == (LetterState.FAILED, FailureReason.CAME_BACK)
    assert letter.sent_at is not None
    assert Person.objects.get().bounce_reason == "550 5.1.1 User unknown"


@pytest.mark.parametrize("status", ["5.7.1", "5.2.2"])
def test_refusal_of_us_or_a_full_mailbox_is_not_the_address(letter: Letter, status: str) -> None:
    assert bounces.receive(report(letter, status=status)).marked is False

    letter.refresh_from_db()
    assert letter.state == LetterState.FAILED
    assert Person.objects.get().bounced_at is None


def test_late_letter_is_not_a_lost_one(letter: Letter) -> None:
    assert bounces.receive(report(letter, action="delayed", status="4.4.1")).final is False

    letter.refresh_from_db()
    assert letter.state == LetterState.SENT


def test_a_new_address_is_not_marked_for_the_old_one(letter: Letter) -> None:
    person = Person.objects.get()
    person.email = "kari@ny.no"
    person.save()

    assert bounces.receive(report(letter)).marked is False
    person.refresh_from_db()
    assert person.bounced_at is None


def test_what_is_no_notification_or_names_no_letter_of_ours_changes_nothing(letter: Letter) -> None:
    forged = report(letter).replace(letter.key.hex.encode(), b"0" * 32)

    with pytest.raises(Problem) as refused:
        bounces.receive(forged)
    assert refused.value.code == "bounce-not-ours"
    with pytest.raises(Problem) as refused:
        bounces.receive(b"From: kari@eksempel.no\nSubject: Takk\n\nTakk for brevet.")
    assert refused.value.code == "bounce-unknown"
    assert Person.objects.get().bounced_at is None


def test_command_reads_standard_input_and_says_what_it_is() -> None:
    command = [sys.executable, "-c", "from vardevei.cli.main import main; main()", "bounce"]

    done = subprocess.run(command, input=b"Subject: Takk\n\nTakk.", capture_output=True)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("This is not a message about a letter that came back.")
