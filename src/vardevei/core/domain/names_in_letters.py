"""Taking people out of the letters that are kept: the texts stand without name and address."""

from datetime import datetime

from django.utils import timezone

from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person
from vardevei.core.models.letter import LetterQuerySet

UNSENT = (LetterState.WAITING, LetterState.SENDING)


def forget(person: Person) -> int:
    """Take a person out of all letters, when the person is erased; what waits is not sent. How many letters."""
    waiting = Letter.objects.filter(to=person, state=LetterState.WAITING)
    waiting.update(state=LetterState.FAILED, failed_at=timezone.now(), reason=FailureReason.ERASED)
    return _take_out(Letter.objects.filter(to=person).exclude(state=LetterState.SENDING))


def take_out(*, before: datetime, dry_run: bool = False) -> int:
    """Take names and addresses out of letters written before a moment: the limit for sent letters. How many."""
    old = Letter.objects.filter(written_at__lt=before).exclude(state__in=UNSENT)
    named = old.exclude(to=None, name="", address="", reply_to="", server_said="")
    return named.count() if dry_run else _take_out(named)


def _take_out(letters: LetterQuerySet) -> int:
    count = 0
    for letter in letters.iterator():
        for told in sorted(filter(None, {letter.name, letter.address, letter.reply_to}), key=len, reverse=True):
            letter.subject, letter.body = letter.subject.replace(told, "…"), letter.body.replace(told, "…")
        letter.to, letter.secrets = None, []
        letter.name = letter.address = letter.reply_to = letter.server_said = ""
        letter.save()
        count += 1
    return count
