"""A county's letters to its municipalities: begin, look at one as it will come, send, remind."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, log
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import mailing_questions, mailing_texts, merging
from vardevei.organisations.domain.receivers import Receiver, reached
from vardevei.organisations.models import Mailing, Organisation

DAYS_TO_ANSWER = 14


def begin(county: Organisation, *, by: Person, chosen: Iterable[str] = (), code: str = "") -> Mailing:
    """A draft, not saved, to the chosen municipalities or to all. `code` is the built-in letter it begins as."""
    permission.must(by, rules.WRITE_LETTERS, county)
    mailing = Mailing(county=county, by=by, chosen=list(chosen), code=code)
    mailing.deadline = timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)
    mailing_texts.start(mailing)
    return mailing


def remind(mailing: Mailing, *, by: Person) -> Mailing:
    """A draft to those who have not answered, with the same question and the text to begin from."""
    permission.must(by, rules.WRITE_LETTERS, mailing.county)
    first = mailing.reminds or mailing
    reminder = Mailing(county=first.county, by=by, code=first.code, news=first.news, reminds=first)
    reminder.chosen = sorted({letter.place for letter in Letter.objects.about(first)})
    reminder.question, reminder.asks = first.question, first.asks
    mailing_texts.copy(first, reminder)
    mailing_texts.mark_as_reminder(reminder)
    reminder.save()
    return reminder


def letter_for(mailing: Mailing, receiver: Receiver, *, by: Person) -> Letter:
    """The letter as the receiver will get it, not saved. The links in it open nothing."""
    assert receiver.person is not None
    values = _values(mailing, receiver)
    question = mailing_questions.shown(mailing)
    return letters.draft("county-letter", to=receiver.person, by=by, news=mailing.news, question=question, **values)


def try_on_myself(mailing: Mailing, receiver: Receiver, *, by: Person) -> Letter:
    """Send the receiver's letter to the writer instead, marked as a test. Its links open nothing."""
    permission.must(by, rules.WRITE_LETTERS, mailing.county)
    letter = letter_for(mailing, receiver, by=by)
    letter.to, letter.name, letter.address, letter.question = by, by.name, by.email or "", None
    letter.subject = f"[{_('Prøve')}] {letter.subject}"[:250]
    letter.about = f"organisations.mailing-test:{mailing.pk}"
    letter.save()
    return letter


@transaction.atomic
def send(mailing: Mailing, *, by: Person) -> int:
    """Write one letter for each receiver; the queue sends them. How many. A second press sends nothing more."""
    permission.must(by, rules.WRITE_LETTERS, mailing.county)
    _check(mailing)
    now = timezone.now()
    standing = Mailing.objects.drafts().filter(pk=mailing.pk)
    if not standing.update(sent_at=now, seen_at=now, by=by, version=F("version") + 1):
        return Letter.objects.about(mailing).count()
    mailing.sent_at, mailing.by = now, by
    mailing.question = mailing_questions.asked(mailing, by=by)
    mailing.save(update_fields=["question"])
    to = reached(mailing)
    for receiver in to:
        _write(mailing, receiver, by)
    log.write(
        "mailing-sent",
        _("Brevet «{subject}» ble sendt til {n} kontakter."),
        by=by,
        about=mailing,
        place=mailing.county_id,
        subject=str(mailing),
        n=len(to),
    )
    return len(to)


def _write(mailing: Mailing, receiver: Receiver, by: Person) -> None:
    assert receiver.person is not None
    place = receiver.organisation.pk
    letter = letters.write(
        "county-letter",
        to=receiver.person,
        by=by,
        about=mailing,
        place=place,
        news=mailing.news,
        question=mailing.question,
        **_values(mailing, receiver),
    )
    log.write(
        "letter-written",
        _("Brevet «{subject}» gikk til {who}."),
        by=by,
        about=letter,
        place=place,
        subject=letter.subject,
        who=receiver.person,
    )


def _values(mailing: Mailing, receiver: Receiver) -> dict[str, Any]:
    form = mailing.written_form(receiver.form)
    municipality, county = receiver.organisation.name, mailing.county.name
    name = receiver.person.name if receiver.person else ""
    holes = {"navn": name or municipality, "namn": name or municipality, "kommune": municipality, "fylke": county}
    subject, text = merging.fill(mailing.subject(form), holes), merging.fill(mailing.text(form).strip(), holes)
    return {"form": form, "subject": subject, "text": text, "county": county}


def _check(mailing: Mailing) -> None:
    faults = mailing_texts.faults(mailing)
    if faults:
        raise Problem(
            "letter-not-whole",
            "The letter is not ready to be sent.",
            " ".join(str(sentence) for _field, sentence in faults),
            "Go back to the text and put it right.",
            faults=" ".join(str(sentence) for _field, sentence in faults),
        )
    if not reached(mailing):
        raise Problem(
            "nobody-to-write-to",
            "There is nobody to send the letter to.",
            "Everyone it was meant for is left out.",
            "Choose other receivers, or put in the contacts that are missing.",
        )


@transaction.atomic
def discard(mailing: Mailing, *, by: Person) -> None:
    """Throw away a draft. One that is sent stays."""
    permission.must(by, rules.WRITE_LETTERS, mailing.county)
    Mailing.objects.drafts().filter(pk=mailing.pk).delete()
