"""A county's letters, and what came of one, as tables."""

from collections import Counter

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.enums import LetterState
from vardevei.core.models import Letter
from vardevei.organisations.domain.mailing_results import Line, Results
from vardevei.organisations.models import Mailing
from vardevei.web import numbers
from vardevei.web.tables import Column, Gap, Link, Row, Table

UNSENT = (LetterState.WAITING, LetterState.SENDING)


def sent(letters: list[tuple[Mailing, Counter[str], int, int]]) -> Table:
    """Every letter that was sent, the newest first."""
    columns = [
        Column(_("Brev")),
        Column(_("Dag")),
        Column(_("Sendt"), "number"),
        Column(_("Svart"), "number"),
        Column(_("Skrevet av")),
    ]
    return Table(_("Sendte brev"), columns, [_sent(*one) for one in letters])


def _sent(mailing: Mailing, states: Counter[str], answered: int, municipalities: int) -> Row:
    out_of = _("{n} av {all}")
    arrived = out_of.format(n=states[LetterState.SENT], all=states.total())
    said = out_of.format(n=answered, all=municipalities) if mailing.question_id else Gap(_("spør ikke"))
    return Row((_name(mailing), _day(mailing), arrived, said, mailing.by or ""))


def _name(mailing: Mailing) -> Link:
    return Link(mailing, reverse("county-letter", args=[mailing.pk]))


def _day(mailing: Mailing) -> str:
    return numbers.day(timezone.localdate(mailing.sent_at)) if mailing.sent_at else ""


def counts(results: Results) -> list[tuple[str, str]]:
    """(name, how many), each with what it is out of. They add up."""
    states, total = results.states, results.states.total()
    waiting = sum(states[state] for state in UNSENT)
    out_of = _("{n} av {all}")
    told = [(_("Sendt"), states[LetterState.SENT]), (_("Venter"), waiting)]
    told.append((_("Ikke levert"), states[LetterState.FAILED]))
    return [(name, out_of.format(n=n, all=total)) for name, n in told if n or name == _("Sendt")]


def on_their_way(results: Results) -> bool:
    """Whether some have not been tried yet: too early to remind anybody."""
    return any(line.letter.state in UNSENT and not line.letter.tries for line in results.lines)


def choices(results: Results) -> list[tuple[str, str]]:
    """How many municipalities gave each answer, out of those that answered."""
    out_of = _("{n} av {all}")
    return [(words, out_of.format(n=n, all=results.answered)) for words, n in results.choices]


def results(mailing: Mailing, found: Results) -> Table:
    """Each municipality with what became of its letter and what it has answered."""
    form = get_language() or "nb"
    columns = [Column(_("Kommune")), Column(_("Til")), Column(_("Brevet"))]
    if mailing.question_id:
        columns.append(Column(_("Svar")))
    rows = [
        Row((*_letter(line), *(_answer(line, mailing, form) if mailing.question_id else ()))) for line in found.lines
    ]
    return Table(_("Kommune for kommune"), columns, rows)


def _letter(line: Line) -> tuple[object, object, object]:
    letter = line.letter
    shown = Link(letter.name or letter.address or _("en slettet person"), reverse("letter", args=[letter.pk]))
    return Link(line.organisation, reverse("staff-municipality", args=[line.organisation.number])), shown, state(letter)


def state(letter: Letter) -> str:
    """How far a letter has come, and why it stopped there."""
    if letter.state == LetterState.FAILED:
        return f"{letter.get_state_display()}. {letter.get_reason_display()}"
    if letter.state == LetterState.WAITING and letter.tries:
        again = timezone.localtime(letter.next_try_at)
        return _("Venter. Prøver igjen {when}.").format(when=numbers.moment(again))
    return str(letter.get_state_display())


def _answer(line: Line, mailing: Mailing, form: str) -> tuple[object, ...]:
    if mailing.question is None:
        return ()
    if line.answer is None:
        return (Gap(_("ikke ennå")),)
    words = mailing.question.option(line.answer.value, form)
    said = f"{words} – {line.answer.more}" if line.answer.more else words
    return (f"{said} ({numbers.day(timezone.localdate(line.answer.at))})",)
