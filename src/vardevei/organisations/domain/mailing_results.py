"""What came of a county's letter: who got it, who did not, who has answered, and with what."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.core.models import Answer, Letter, Person
from vardevei.core.models.log import subject_of
from vardevei.core.waiting import Waiting
from vardevei.organisations import permission, rules
from vardevei.organisations.models import Mailing, Organisation

FAILURES_SHOWN_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Line:
    """One letter to one contact, and what the municipality has answered."""

    organisation: Organisation
    letter: Letter
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Results:
    """`municipalities` is the denominator: those the letter went to."""

    lines: list[Line]
    municipalities: int
    answered: int
    states: Counter[str]
    choices: list[tuple[str, int]]

    @property
    def unanswered(self) -> int:
        return self.municipalities - self.answered


def of(mailing: Mailing, form: str = "nb") -> Results:
    """Everything about one letter, by the municipalities' numbers. Three questions to the database."""
    letters = list(Letter.objects.about(mailing).select_related("to").order_by("pk"))
    places = Organisation.objects.in_bulk({letter.place for letter in letters})
    answers = _answers(mailing)
    lines = [Line(places[letter.place], letter, answers.get(letter.place)) for letter in letters]
    lines.sort(key=lambda line: (line.organisation.number, line.letter.pk))
    given = {place: answer for place, answer in answers.items() if place in places}
    states = Counter(letter.state for letter in letters)
    return Results(lines, len(places), len(given), states, _choices(mailing, given.values(), form))


def _answers(mailing: Mailing) -> dict[str, Answer]:
    """The last answer of each municipality, whether to this letter or to a reminder."""
    if mailing.question_id is None:
        return {}
    given = Answer.objects.filter(question=mailing.question_id).select_related("person").order_by("at", "pk")
    return {answer.place: answer for answer in given}


def _choices(mailing: Mailing, answers: Iterable[Answer], form: str) -> list[tuple[str, int]]:
    """How many municipalities gave each answer, in the order they were offered; none of them left out."""
    if mailing.question is None:
        return []
    counted = Counter(answer.value for answer in answers)
    return [(words, counted[value]) for value, words in mailing.question.options(form)]


def seen(mailing: Mailing) -> None:
    """The county has looked: what came before is no longer new."""
    Mailing.objects.filter(pk=mailing.pk).update(seen_at=timezone.now())


def waiting_for(person: Person) -> Iterator[Waiting]:
    """New answers and letters that did not arrive since somebody looked, drafts, and one's own other letters."""
    yield from _drafts(person)
    counties = permission.own_counties(person, rules.WRITE_LETTERS)
    if counties:
        yield from _new(counties)
    yield from _failed(person)


def _drafts(person: Person) -> Iterator[Waiting]:
    for draft in Mailing.objects.drafts().filter(
        by=person, county__in=permission.counties(person, rules.WRITE_LETTERS)
    ):
        said = _("Brevet «{subject}» er ikke sendt.").format(subject=draft)
        yield Waiting("letter-draft", said, str(draft.pk), draft.county_id, timezone.localdate(draft.begun_at))


def _new(counties: list[Organisation]) -> Iterator[Waiting]:
    sent = {subject_of(one): one for one in Mailing.objects.sent().filter(county__in=counties)}
    failed: Counter[str] = Counter()
    for about, at in Letter.objects.failed().filter(about__in=sent).values_list("about", "failed_at"):
        failed[about] += bool(at and at > sent[about].seen_at)
    asked = {one.question_id: about for about, one in sent.items() if one.question_id and not one.reminds_id}
    answered: Counter[str] = Counter()
    for question, at in Answer.objects.filter(question__in=asked).values_list("question", "at"):
        answered[asked[question]] += at > sent[asked[question]].seen_at
    for about, mailing in sent.items():
        yield from _of_one(mailing, answered[about], failed[about])


def _of_one(mailing: Mailing, answered: int, failed: int) -> Iterator[Waiting]:
    since = timezone.localdate(mailing.seen_at)
    if answered:
        said = ngettext("{n} nytt svar på «{subject}».", "{n} nye svar på «{subject}».", answered)
        words = said.format(n=answered, subject=mailing)
        yield Waiting("letter-answers", words, str(mailing.pk), mailing.county_id, since)
    if failed:
        said = ngettext("{n} brev av «{subject}» kom ikke fram.", "{n} brev av «{subject}» kom ikke fram.", failed)
        words = said.format(n=failed, subject=mailing)
        yield Waiting("letter-failed", words, str(mailing.pk), mailing.county_id, since)


def _failed(person: Person) -> Iterator[Waiting]:
    since = timezone.now() - FAILURES_SHOWN_FOR
    mine = Letter.objects.failed().filter(by=person, failed_at__gte=since)
    for letter in mine.exclude(about__startswith="organisations.mailing"):
        said = _("Brevet «{subject}» til {name} kom ikke fram.")
        words = said.format(subject=letter.subject, name=letter.name or letter.address)
        yield Waiting("one-letter", words, str(letter.pk), letter.place, timezone.localdate(letter.failed_at))


def sent_letters(county: Organisation) -> list[tuple[Mailing, Counter[str], int, int]]:
    """(letter, letters in each state, municipalities that answered, municipalities it went to), newest first."""
    mailings = list(Mailing.objects.sent().filter(county=county).select_related("by", "reminds").order_by("-sent_at"))
    subjects = {subject_of(one): one.pk for one in mailings}
    states: dict[int, Counter[str]] = {one.pk: Counter() for one in mailings}
    reached: dict[int, set[str]] = {one.pk: set() for one in mailings}
    for about, state, place in Letter.objects.filter(about__in=subjects).values_list("about", "state", "place"):
        states[subjects[about]][state] += 1
        reached[subjects[about]].add(place)
    answered: dict[int, set[str]] = {}
    given = Answer.objects.filter(question__in=[one.question_id for one in mailings if one.question_id])
    for question, place in given.values_list("question", "place"):
        answered.setdefault(question, set()).add(place)
    return [
        (one, states[one.pk], len(answered.get(one.question_id or 0, set()) & reached[one.pk]), len(reached[one.pk]))
        for one in mailings
    ]
