"""A letter may carry an entry for a calendar: kept with it, sent with it, and emptied with it."""

from email.message import EmailMessage

import pytest

from tests.mail import MailServer
from tests.people import somebody
from vardevei.core.domain import letters, names_in_letters
from vardevei.core.domain.sending import send_waiting
from vardevei.core.models import Letter

pytestmark = pytest.mark.django_db
ENTRY = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nX-WR-CALNAME:Møte på Ørlandet\r\nEND:VCALENDAR\r\n"


def _sent(mail_server: MailServer, calendar: str) -> EmailMessage:
    letters.write("mail-test", to=somebody("Kari Nes"), form="nb", by=None, calendar=calendar)
    assert send_waiting().sent == 1
    (mail,) = mail_server.letters
    return mail


def test_the_entry_comes_as_one_way_to_show_the_letter_and_as_a_file(mail_server: MailServer) -> None:
    mail = _sent(mail_server, ENTRY)

    shown, file = (part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert [part.get_content_type() for part in mail.walk()][:3] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
    ]
    assert (shown.get_param("method"), shown.get_filename()) == ("REQUEST", None)
    assert (file.get_param("method"), file.get_filename()) == ("REQUEST", "invite.ics")
    assert shown.get_content().encode() == file.get_content().encode() == ENTRY.encode()
    assert "prøve" in mail.get_body(("plain",)).get_content()
    assert mail["Content-Language"] == "nb"


def test_a_letter_without_an_entry_is_what_it_was(mail_server: MailServer) -> None:
    mail = _sent(mail_server, "")

    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_the_entry_goes_when_the_person_is_taken_out(mail_server: MailServer) -> None:
    _sent(mail_server, ENTRY)

    names_in_letters.let_go(Letter.objects.all())

    assert Letter.objects.get().calendar == ""
