"""Sending what waits: each letter is claimed in the database before it is given to the server, so none goes twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from vardevei.core.domain import bounces, messages, post, texts
from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem

# Minutes to wait after each try: four days in all, so that a server may be down over a long weekend.
PAUSES = (1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440)
URGENT_FOR = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(minutes=15)  # longer than any server may take to answer


@dataclass(slots=True)
class Round:
    """What one round of sending came to."""

    sent: int = 0
    later: int = 0
    failed: int = 0


def send_waiting() -> Round:
    """Send what is due, urgent letters first. Stops at the first sign that the server is down; safe to run twice."""
    take_up()
    done = Round()
    with post.office() as office:
        while (letter := claim()) is not None:
            if not _send(letter, office, done):
                break
    return done


def try_out(address: str, form: str) -> str:
    """Send a test letter past the queue; where it went. Errors: what the server said ("mail-not-sent")."""
    subject, body = texts.render("mail-test", form, {"site": settings.VARDEVEI["address"]})
    letter = Letter(code="mail-test", address=address, form=form, subject=subject, body=body)
    try:
        with post.office() as office:
            office.send(messages.message(letter), messages.ascii_address(address))
    except (post.Refused, post.Later, post.Down) as error:
        raise Problem(
            "mail-not-sent",
            "The mail server did not take the letter.",
            f"It says: {error}",
            "Look at VARDEVEI_MAIL and VARDEVEI_MAIL_FROM, and at the server itself.",
            said=str(error),
        ) from error
    return address if settings.VARDEVEI["mail"] else str(post.folder())


def take_up() -> int:
    """Put back letters whose sending was cut off; each says that it may have come twice. How many."""
    cut_off = Letter.objects.filter(state=LetterState.SENDING, claimed_at__lt=timezone.now() - FORGOTTEN_AFTER)
    return cut_off.update(state=LetterState.WAITING, claimed_at=None, interrupted=True)


def claim() -> Letter | None:
    """The next letter that is due, now ours alone; None when there is none."""
    while True:
        letter = Letter.objects.due(timezone.now()).select_related("to").first()
        if letter is None:
            return None
        now = timezone.now()
        mine = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING, tries=letter.tries)
        if mine.update(state=LetterState.SENDING, claimed_at=now, tries=letter.tries + 1):
            letter.state, letter.claimed_at, letter.tries = LetterState.SENDING, now, letter.tries + 1
            return letter


def _send(letter: Letter, office: post.Post, done: Round) -> bool:
    """Give one letter to the server and write down how it went; whether to go on with the next."""
    if reason := _useless(letter):
        _fail(letter, reason)
        done.failed += 1
        return True
    try:
        mail, address = messages.message(letter), messages.ascii_address(letter.address)
        mail.as_bytes()
    # An address that cannot be written in a message: Python's email raises a dozen kinds, AttributeError among them.
    # Let through, it would stop this round and every later one that meets the letter.
    except Exception as error:
        _fail(letter, FailureReason.REFUSED, f"{type(error).__name__}: {error}")
        done.failed += 1
        return True
    try:
        way = office if post.leaves_the_house(letter.address) else post.Folder(post.folder())
        way.send(mail, address)
    except post.Refused as error:
        _fail(letter, FailureReason.REFUSED, str(error))
        if error.address:
            bounces.mark(letter, str(error))
        done.failed += 1
    except (post.Later, post.Down) as error:
        letter.interrupted = letter.interrupted or getattr(error, "midway", False)
        _try_later(letter, str(error), done)
        return isinstance(error, post.Later)
    else:
        _sent(letter)
        done.sent += 1
    return True


def _useless(letter: Letter) -> FailureReason | None:
    """Why the letter should no longer be sent."""
    to: Person | None = letter.to
    if letter.news and to and to.no_news_since:
        return FailureReason.NO_NEWS
    if letter.urgent and _late(letter.written_at):
        return FailureReason.TOO_LATE
    return None


def _late(written_at: datetime) -> bool:
    return timezone.now() - written_at > URGENT_FOR


def _sent(letter: Letter) -> None:
    letter.state, letter.sent_at, letter.server_said = LetterState.SENT, timezone.now(), ""
    _take_out_secrets(letter)
    letter.save()


def _try_later(letter: Letter, said: str, done: Round) -> None:
    if letter.tries > len(PAUSES):
        _fail(letter, FailureReason.GAVE_UP, said)
        done.failed += 1
        return
    letter.state, letter.claimed_at, letter.server_said = LetterState.WAITING, None, said
    letter.next_try_at = timezone.now() + timedelta(minutes=PAUSES[letter.tries - 1])
    letter.save()
    done.later += 1


def _fail(letter: Letter, reason: FailureReason, said: str = "") -> None:
    letter.state, letter.failed_at, letter.reason, letter.server_said = (
        LetterState.FAILED,
        timezone.now(),
        reason,
        said or letter.server_said,
    )
    _take_out_secrets(letter)
    letter.save()


def _take_out_secrets(letter: Letter) -> None:
    for word in letter.secrets:
        letter.body = letter.body.replace(word, "…")
    letter.secrets = []
