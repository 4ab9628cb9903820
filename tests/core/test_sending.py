"""Letters through a real mail server: one that works, one that is busy, one that says no, one that is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.mail import MailServer, free_port
from tests.people import somebody
from vardevei.core.domain import letters, messages, names_in_letters, post
from vardevei.core.domain.sending import FORGOTTEN_AFTER, PAUSES, claim, send_waiting
from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person

pytestmark = pytest.mark.django_db


def write(name: str = "Kari Nes", **more) -> Letter:
    return letters.write("mail-test", to=somebody(name), form=more.pop("form", "nb"), by=None, **more)


def again(letter: Letter) -> Letter:
    letter.refresh_from_db()
    return letter


def let_the_pause_pass(letter: Letter) -> None:
    Letter.objects.filter(pk=letter.pk).update(next_try_at=timezone.now())


def test_each_receiver_gets_a_letter_of_her_own_as_text_and_html(mail_server: MailServer) -> None:
    kari, ola = write("Kari Nes", form="nn"), write("Ola Vik")

    assert send_waiting().sent == 2

    assert [envelope.rcpt_tos for envelope in mail_server.envelopes] == [[kari.address], [ola.address]]
    hers, his = mail_server.letters
    assert hers["To"] == "Kari Nes <kari.nes@eksempel.no>"
    assert "ola.vik" not in hers.as_string()
    assert (hers["From"], hers["Auto-Submitted"]) == ("Vardevei <post@vardevei.test>", "auto-generated")
    assert (hers["Subject"], his["Subject"]) == ("Prøve frå Vardevei", "Prøve fra Vardevei")
    assert hers.get_body(("plain",)).get_content().replace("\r\n", "\n") == kari.body
    assert '<html lang="nn">' in hers.get_body(("html",)).get_content()
    assert "<img" not in hers.get_body(("html",)).get_content()
    assert again(kari).state == LetterState.SENT
    assert send_waiting().sent == 0


def test_busy_server_is_tried_again_after_a_pause(mail_server: MailServer) -> None:
    mail_server.answers = ["450 4.2.1 Mailbox busy"]
    letter = write()

    assert send_waiting().later == 1

    assert again(letter).state == LetterState.WAITING
    assert letter.server_said == "450 4.2.1 Mailbox busy"
    assert letter.next_try_at - timezone.now() > timedelta(seconds=50)
    assert send_waiting().sent == 0
    let_the_pause_pass(letter)
    assert send_waiting().sent == 1
    assert again(letter).tries == 2


def test_refused_address_is_final_and_marked_until_it_changes(mail_server: MailServer) -> None:
    mail_server.answers = ["550 5.1.1 No such user"]
    letter = write()

    send_waiting()

    assert (again(letter).state, letter.reason) == (LetterState.FAILED, FailureReason.REFUSED)
    kari = Person.objects.get()
    assert kari.bounce_reason == "550 5.1.1 No such user"
    kari.email = "kari@ny.no"
    kari.save(update_fields=["email"])
    kari.refresh_from_db()
    assert (kari.bounced_at, kari.bounce_reason) == (None, "")


def test_a_server_that_will_not_have_us_says_nothing_of_the_address(mail_server: MailServer) -> None:
    mail_server.answers = ["554 5.7.1 Relay access denied"]
    letter = write()

    send_waiting()

    assert again(letter).state == LetterState.WAITING
    assert Person.objects.get().bounced_at is None


def test_server_that_is_down_stops_the_round_and_loses_nothing(settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "mail": f"smtp://127.0.0.1:{free_port()}"}
    first, second = write("Kari Nes"), write("Ola Vik")

    done = send_waiting()

    assert (done.sent, done.later) == (0, 1)
    assert [again(letter).state for letter in (first, second)] == [LetterState.WAITING] * 2
    assert (first.tries, second.tries) == (1, 0)


def test_given_up_after_four_days(mail_server: MailServer) -> None:
    mail_server.answers = ["450 4.2.1 Mailbox busy"]
    letter = write()
    Letter.objects.update(tries=len(PAUSES))

    assert send_waiting().failed == 1

    assert (again(letter).state, letter.reason) == (LetterState.FAILED, FailureReason.GAVE_UP)
    assert Person.objects.get().bounced_at is None


def test_server_that_hangs_up_midway_is_told_honestly(mail_server: MailServer) -> None:
    mail_server.hang_up = True
    letter = write()

    send_waiting()
    let_the_pause_pass(letter)
    send_waiting()

    assert again(letter).state == LetterState.SENT
    assert letter.interrupted
    assert [mail["Message-ID"] for mail in mail_server.letters] == [f"<{letter.key.hex}@localhost>"]


def test_a_letter_is_claimed_by_one_and_taken_up_again_after_a_crash(mail_server: MailServer) -> None:
    letter = write()

    assert claim() == letter  # and then the process dies
    assert claim() is None
    assert send_waiting().sent == 0
    Letter.objects.update(claimed_at=timezone.now() - FORGOTTEN_AFTER - timedelta(seconds=1))

    assert send_waiting().sent == 1
    assert again(letter).interrupted


def test_urgent_letters_go_first_open_nothing_later_and_are_dropped_when_useless(mail_server: MailServer) -> None:
    slow = write("Ola Vik")
    quick = letters.write(
        "mail-test", to=somebody(), form="nb", by=None, urgent=True, secret=("link",), link="/konto/inn/abc123/"
    )
    Letter.objects.filter(pk=quick.pk).update(body="Logg inn: http://localhost:8000/konto/inn/abc123/\n")
    late = write("Per Sen", urgent=True)
    Letter.objects.filter(pk=late.pk).update(written_at=timezone.now() - timedelta(hours=2))

    send_waiting()

    assert [mail["To"] for mail in mail_server.letters] == [
        f"{letter.name} <{letter.address}>" for letter in (quick, slow)
    ]
    assert "abc123" in mail_server.letters[0].get_body(("plain",)).get_content()
    assert again(quick).body == "Logg inn: …\n"
    assert again(late).reason == FailureReason.TOO_LATE


def test_without_a_mail_server_letters_are_files(settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "mail": ""}
    letter = write()

    send_waiting()

    assert [file.name for file in post.folder().iterdir()] == [f"{letter.key.hex}.eml"]
    assert again(letter).state == LetterState.SENT


def test_letter_with_an_address_that_no_message_can_hold_does_not_stop_the_queue(mail_server: MailServer) -> None:
    letter, good = write(), write("Ola Vik")
    Letter.objects.filter(pk=letter.pk).update(address="kari@" + "x" * 70 + ".no")

    done = send_waiting()

    assert (done.sent, done.failed) == (1, 1)
    assert again(good).state == LetterState.SENT


@pytest.mark.parametrize("field", ["name", "subject"])
def test_no_name_or_subject_becomes_a_header_of_its_own(mail_server: MailServer, field: str) -> None:
    """Python decodes such words, and would write a line break and what follows it into the head of the message."""
    letter = write()
    trick = "=?utf-8?q?=0D=0ABcc:_eva=40eksempel.no=0D=0A=0D=0AHele_brevet_er_falskt?="
    Letter.objects.filter(pk=letter.pk).update(**{field: trick})

    assert send_waiting().sent == 1

    came = mail_server.letters[0]
    assert came["Bcc"] is None
    assert came.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter.body
    assert trick.replace("=?", "= ?") in str(came["To" if field == "name" else "Subject"])


@pytest.mark.parametrize("address", ["a..b@eksempel.no", "å@eksempel.no", "a@[", "a@b@eksempel.no", "<x@y.no>"])
def test_an_address_that_cannot_be_written_stops_only_its_own_letter(mail_server: MailServer, address: str) -> None:
    broken, whole = write("Kari Nes"), write("Ola Vik")
    Letter.objects.filter(pk=broken.pk).update(address=address)

    done = send_waiting()

    assert (done.sent, done.failed) == (1, 1)
    assert again(broken).reason == FailureReason.REFUSED
    assert again(whole).state == LetterState.SENT


def test_a_letter_that_lies_as_a_file_goes_with_the_person(settings, tmp_path) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "data": tmp_path, "mail": ""}
    letter = write()
    send_waiting()
    file = post.Folder(post.folder()).file(messages.message_id(letter))
    assert "kari.nes@eksempel.no" in file.read_text()

    names_in_letters.forget(letter.to)

    assert not file.exists()


def test_words_hide_no_address_but_our_own(settings) -> None:
    home = settings.VARDEVEI["address"]

    shown = messages.paragraphs(
        f"Ja: {home}/svar/x/\n\nLogg inn her: https://vardevei.no.falsk.no/svar/\n\nB: {home}.falsk.no/"
    )

    assert f'<a href="{home}/svar/x/">Ja</a>' in shown
    assert ">Logg inn her<" not in shown
    assert ">https://vardevei.no.falsk.no/svar/</a>" in shown
    assert ">B<" not in shown
