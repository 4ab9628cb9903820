"""A question's answers as a table with bars, as facts, and as words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.web import numbers
from vardevei.web.drawing.bars import Bar
from vardevei.web.tables import Column, Gap, Row, Table
from vardevei.web.together.answering import words
from vardevei.workspaces.domain import survey_results
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.domain.survey_counties import Seen
from vardevei.workspaces.domain.survey_results import Counted
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Response, Survey, SurveyQuestion


@dataclass(frozen=True, slots=True)
class Part:
    """One question as it is shown."""

    question: SurveyQuestion
    said: str
    table: Table | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    kept_back: str = ""
    each: Table | None = None


def parts(survey: Survey, counted: Iterable[Counted], seen: Seen, scope: str) -> list[Part]:
    """Each question; where answers have names, municipality by municipality too."""
    rows = list(survey_results.responses_seen(survey, seen, scope))
    return [_part(one, rows) for one in counted]


def _part(one: Counted, rows: list[Response]) -> Part:
    question, tally = one.question, one.tally
    return Part(
        question,
        _answered(tally.answered),
        _table(one) if one.codes and tally.answered else None,
        list(facts(one)),
        tally.texts or [],
        _kept_back(one),
        _each(question, rows),
    )


def _answered(n: int | None) -> str:
    if n is None:
        return _("Færre enn fem har svart, så det blir ikke vist.")
    return ngettext("{n} svar", "{n} svar", n).format(n=numbers.number(n)) if n else _("Ingen har svart på dette.")


def _table(one: Counted) -> Table:
    """Each answer with how many, their share of those who answered, and a bar."""
    whole = one.tally.answered or 0
    columns = [
        Column(_("Svar")),
        Column(_("Antall"), "number"),
        Column(_("Andel"), "number"),
        Column(_("Fordeling"), "wide"),
    ]
    rows = [Row(_row(words.counted(one.question, code), one.tally.counts.get(code, 0), whole)) for code in one.codes]
    return Table(str(one.question), columns, rows, fold="tight", hide_caption=True)


def _row(name: str, count: int | None, whole: int) -> tuple[object, ...]:
    if count is None:
        return name, Gap(_("vises ikke")), "", ""
    share = count / whole if whole else 0
    return name, numbers.number(count), numbers.percent(share), Bar(share)


def facts(one: Counted) -> Iterator[tuple[str, str]]:
    """What can be said of numbers and days; a mean of a scale's steps."""
    question, tally = one.question, one.tally
    if tally.mean is not None:
        yield _("Gjennomsnitt"), numbers.number(tally.mean, 1)
    named = [(_("Midterste svar (median)"), tally.median), (_("Lavest"), tally.low), (_("Høyest"), tally.high)]
    if question.kind == AnswerKind.DATE:
        named = [(_("Midterste dag"), tally.median), (_("Tidligst"), tally.low), (_("Senest"), tally.high)]
    for name, value in named:
        if value is not None:
            yield name, words.counted(question, value.isoformat() if isinstance(value, date) else value)
    if tally.emptied:
        said = ngettext("{n} svar er slettet etter fem år", "{n} svar er slettet etter fem år", tally.emptied)
        yield _("Slettet"), said.format(n=tally.emptied)


def _kept_back(one: Counted) -> str:
    if one.tally.texts is None and one.tally.answered is not None:
        return _("Det som er skrevet med egne ord, blir ikke vist her: få har skrevet noe, eller det er andres svar.")
    if one.codes and None in one.tally.counts.values() and one.tally.answered is not None:
        return _("Noen tall blir ikke vist, så ingen kan regne ut hva noen få har svart.")
    return ""


def _each(question: SurveyQuestion, rows: list[Response]) -> Table | None:
    """Who answered what, by the municipalities' numbers."""
    found = [(row, answer) for row in rows for answer in row.answers.all() if answer.question_id == question.pk]
    if not found:
        return None
    columns = [Column(_("Kommune")), Column(_("Svart av")), Column(_("Svar"), "long")]
    shown = [Row((place_of(row), who(row), _said(question, answer))) for row, answer in found]
    return Table(_("Kommune for kommune"), columns, shown, hide_caption=True)


def _said(question: SurveyQuestion, answer: Any) -> object:
    return words.of(question, Written(answer.value, answer.text)) or Gap(_("slettet"))


def place_of(row: Response) -> str:
    return str(row.organisation) if row.organisation else str(row.county or _("Ingen kommune"))


def who(row: Response) -> str:
    person = row.respondent.person if row.respondent else None
    return str(person) if person else _("en slettet person")
