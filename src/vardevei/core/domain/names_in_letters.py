"""Taking people out of the letters that are kept: the texts stand without name and address."""

from django.utils import timezone

from vardevei.core.domain import messages, post
from vardevei.core.enums import FailureReason, LetterState
from vardevei.core.models import Letter, Person
from vardevei.core.models.letter import LetterQuerySet


def forget(person: Person) -> int:
    """Take a person out of all letters, when the person is erased; what waits is not sent. How many letters."""
    return let_go(Letter.objects.filter(to=person))


def let_go(letters: LetterQuerySet) -> int:
    """Take names and addresses out of these letters; those that wait are not sent. How many."""
    waiting = letters.filter(state=LetterState.WAITING)
    waiting.update(state=LetterState.FAILED, failed_at=timezone.now(), reason=FailureReason.ERASED)
    return _take_out(letters.exclude(state=LetterState.SENDING))


def _take_out(letters: LetterQuerySet) -> int:
    count = 0
    for letter in letters.iterator():
        for told in sorted(filter(None, {letter.name, letter.address, letter.reply_to}), key=len, reverse=True):
            letter.subject, letter.body = letter.subject.replace(told, "…"), letter.body.replace(told, "…")
        post.forget(messages.message_id(letter))
        letter.to, letter.secrets = None, []
        letter.name = letter.address = letter.reply_to = letter.server_said = letter.calendar = ""
        letter.save()
        count += 1
    return count
