"""Does it still hold? The owner says so, is asked once a year, and readers see when nobody has said it for two."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, questions
from vardevei.core.models import Answer, Person
from vardevei.library import rules
from vardevei.library.domain import contents, example_letters
from vardevei.library.models import Example
from vardevei.opendata.problem import Problem

STILL_TRUE = "example-still-true"
ASK_AFTER, OLD_AFTER = timedelta(days=365), timedelta(days=730)


@transaction.atomic
def confirm(example: Example, *, by: Person) -> None:
    """The owner says that it still holds, today."""
    if not rules.may_confirm(by, example):
        raise Problem(
            "example-confirm-not-yours",
            "You may not confirm this example.",
            "Only those who did it know whether it still holds.",
            "Tell under the example what you know, or write to its county.",
        )
    _confirmed(example, by)


def last(example: Example) -> date | None:
    """When somebody last stood for it: the owner, or those who published it."""
    published = example.published.published_at if example.published else None
    return example.confirmed_on or (timezone.localdate(published) if published else None)


def is_old(example: Example, today: date | None = None) -> bool:
    """Nobody has stood for it for two years."""
    day = last(example)
    return day is not None and day + OLD_AFTER < (today or timezone.localdate())


def ask_owners(today: date | None = None) -> int:
    """The yearly letter, one question for each example; how many examples were asked about."""
    day, asked = today or timezone.localdate(), 0
    for example in Example.objects.public().select_related("county").order_by("pk"):
        quiet = example.asked_on is not None and example.asked_on + ASK_AFTER > day
        if (since := last(example)) and since + ASK_AFTER <= day and not quiet:
            asked += _ask(example, day)
    return asked


@questions.effect(STILL_TRUE)
def answered(answer: Answer) -> None:
    """Yes confirms. No changes nothing by itself: the editors are told, with the words that came along."""
    _label, _dot, key = answer.question.about.partition(":")
    example = Example.objects.filter(pk=key or 0).first()
    if example is None:
        return
    if answer.value == questions.YES:
        _confirmed(example, answer.person)
        return
    told = _("{who} sier at eksempelet «{title}» ikke stemmer lenger.")
    _log("example-denied", told, example, answer.person, answer.more)
    example_letters.not_true(example, by=answer.person, words=answer.more)


@transaction.atomic
def _ask(example: Example, day: date) -> bool:
    people = [person for person in example_letters.owners_people(example) if person.written_to()]
    if not people:
        return False
    more = {questions.NO: questions.in_all_forms(_("Hva stemmer ikke?"))}
    question = questions.ask(
        questions.in_all_forms(_("Stemmer eksempelet fortsatt?")),
        by=None,
        code=STILL_TRUE,
        choices=[
            {"value": questions.YES, **questions.in_all_forms(_("Ja, det stemmer fortsatt"))},
            {"value": questions.NO, **questions.in_all_forms(_("Nei, noe er endret"))},
        ],
        more=more,
        deadline=day + timedelta(days=90),
        about=example,
        place=example.county_id or "",
    )
    example_letters.still_true(example, question, people)
    Example.objects.filter(pk=example.pk).update(asked_on=day)
    return True


def _confirmed(example: Example, by: Person | None) -> None:
    example.confirmed_on = timezone.localdate()
    example.save(update_fields=["confirmed_on"])
    _log("example-confirmed", _("{who} bekreftet at eksempelet «{title}» fortsatt stemmer."), example, by)


def _log(act: str, text: object, example: Example, by: Person | None, why: str = "") -> None:
    title = contents.title_of(example.published) if example.published else example.slug
    place = example.county_id or ""
    log.write(act, text, by=by, about=example, place=place, why=why, who=by, title=title)  # type: ignore[arg-type]
