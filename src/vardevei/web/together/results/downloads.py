"""The results to take away. Anonymous answers only as sums: rows would show which answers belong together."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.web import exports
from vardevei.web.exports import Cell
from vardevei.web.together.answering import words
from vardevei.web.together.results import pages, tables
from vardevei.web.together.surveys import doors
from vardevei.workspaces.domain import survey_results
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.domain.survey_counties import Seen
from vardevei.workspaces.domain.survey_results import Counted
from vardevei.workspaces.domain.tallies import ALL
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Response, Survey, SurveyQuestion


def download(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    _who, survey, seen = doors.survey(request, key)
    scope = pages.chosen(request, survey, seen)
    if not survey_results.told(survey) or survey_results.few(survey, seen, scope):
        raise Http404(key)
    by_name = not survey.anonymous and (scope != ALL or seen is None)
    heads, rows = _named(survey, seen, scope) if by_name else _sums(survey, seen, scope)
    table = exports.Table(heads, rows, _about(survey, seen, scope), _("Svar"))
    return exports.send(kind, f"undersokelse-{survey.pk}-{timezone.localdate().isoformat()}", table)


def _named(survey: Survey, seen: Seen, scope: str) -> tuple[list[str], list[list[Cell]]]:
    """One line for each who answered, one column for each question."""
    questions = survey_results.questions_of(survey)
    heads = [_("Kommunenummer"), _("Kommune"), _("Fylke"), _("Svart av"), _("Svart")]
    asked = [f"{number}. {question}" for number, question in enumerate(questions, 1)]
    rows = survey_results.responses_seen(survey, seen, scope)
    return heads + asked, [_line(row, questions) for row in rows]


def _line(row: Response, questions: list[SurveyQuestion]) -> list[Cell]:
    answers = {answer.question_id: Written(answer.value, answer.text) for answer in row.answers.all()}
    place = row.organisation
    came = timezone.localdate(row.submitted_at) if row.submitted_at else None
    known: list[Cell] = [place.number if place else "", place.name if place else "", str(row.county or "")]
    return [*known, tables.who(row), came, *(_cell(one, answers.get(one.pk)) for one in questions)]


def _cell(question: SurveyQuestion, written: Written | None) -> Cell:
    """Numbers as numbers, so that they can be added."""
    if written is None:
        return None
    if question.kind in (AnswerKind.NUMBER, AnswerKind.SCALE):
        return written.value
    return words.of(question, written)


def _sums(survey: Survey, seen: Seen, scope: str) -> tuple[list[str], list[list[Cell]]]:
    """One line for each answer that could be given, and one for each text; no line is a person."""
    heads = [_("Nummer"), _("Spørsmål"), _("Svar"), _("Antall"), _("Svart i alt")]
    counted = enumerate(survey_results.counted(survey, seen, scope), 1)
    return heads, [[number, *line] for number, one in counted for line in _lines(one)]


def _lines(one: Counted) -> Iterator[list[Any]]:
    said, whole, hidden = str(one.question), one.tally.answered, _("vises ikke")
    whole_told = hidden if whole is None else whole
    for code in one.codes:
        count = one.tally.counts.get(code, 0)
        yield [said, words.counted(one.question, code), hidden if count is None else count, whole_told]
    for name, value in tables.facts(one):
        yield [said, f"{name}: {value}", None, whole_told]
    for text in one.tally.texts or []:
        yield [said, text, None, whole_told]
    if one.tally.texts is None or not (one.codes or one.tally.texts):
        yield [said, hidden if one.tally.texts is None else "", None, whole_told]


def _about(survey: Survey, seen: Seen, scope: str) -> list[tuple[str, str]]:
    """What makes the file understood when it is found again in a year."""
    rate = survey_results.rate(survey, seen, scope)
    out_of = _("{n} av {all}")
    county = next((one.name for one in survey_results.scopes(survey, seen) if one.pk == scope), _("alle"))
    about = [
        (_("Undersøkelse"), str(survey)),
        (_("Spurt av"), survey.workspace.owner.body),
        (_("Svart av dem som ble spurt"), out_of.format(n=rate.answered, all=rate.asked)),
        (_("Kommuner som har svart"), out_of.format(n=rate.municipalities_answered, all=rate.municipalities)),
        (_("Svar fra den åpne lenken"), str(rate.by_link)),
        (_("Fylke"), county),
        (_("Laget"), timezone.localdate().isoformat()),
        (_("Hentet fra"), settings.VARDEVEI["address"]),
    ]
    if survey.anonymous:
        rule = _(
            "Svarene er anonyme. Tall under fem, og tall som røper dem, vises ikke. Tekstene står i tilfeldig orden."
        )
        about.append((_("Om svarene"), rule))
    return about
