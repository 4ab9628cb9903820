"""An answer as a person reads it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.opendata import places
from vardevei.web import numbers
from vardevei.workspaces.domain.answering import Answers, Written
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import SurveyQuestion

OTHER = "other"


def of(question: SurveyQuestion, written: Written) -> str:
    """All of an answer in one line."""
    if question.kind in (AnswerKind.SHORT, AnswerKind.LONG, AnswerKind.ORGANISATION):
        return written.text
    values = written.value if isinstance(written.value, list) else [written.value]
    return ", ".join(_one(question, value, written.text) for value in values if value not in (None, ""))


def _one(question: SurveyQuestion, value: Any, text: str) -> str:
    if value == OTHER:
        return f"{_('Annet')}: {text}" if text else _("Annet")
    return counted(question, value)


def counted(question: SurveyQuestion, value: Any) -> str:
    """What can be counted, in words."""
    match question.kind:
        case AnswerKind.ONE | AnswerKind.MANY:
            return dict([*question.options(), (OTHER, _("Annet"))]).get(str(value), str(value))
        case AnswerKind.NUMBER:
            unit = question.said("unit")
            return f"{number(value)} {unit}" if unit else number(value)
        case AnswerKind.DATE:
            return numbers.day(date.fromisoformat(value))
        case AnswerKind.PLACE | AnswerKind.ORGANISATION:
            return places.by_id(value).name()
        case AnswerKind.SCALE:
            return step(question, int(value))
    return str(value)


def step(question: SurveyQuestion, value: int) -> str:
    """A step of a scale, with what it means where it is an end."""
    ends = {question.lowest: question.said("low"), question.highest: question.said("high")}
    return f"{value} – {ends[value]}" if ends.get(value) else str(value)


def number(value: float) -> str:
    """With as many decimals as it has, two at most."""
    decimals = len(f"{value:.2f}".rstrip("0").partition(".")[2])
    return numbers.number(value, decimals)


def told(questions: Iterable[SurveyQuestion], answers: Answers) -> Iterator[tuple[str, str]]:
    """(question, answer) of all that is answered."""
    for question in questions:
        if written := answers.get(question.pk):
            yield str(question), of(question, written)


def takes(questions: int) -> str:
    """How long it takes, in round minutes: half a minute for each question."""
    minutes = max(1, round(questions / 2))
    many = ngettext("{n} spørsmål", "{n} spørsmål", questions).format(n=questions)
    return ngettext("{many}, omtrent {n} minutt", "{many}, omtrent {n} minutter", minutes).format(many=many, n=minutes)
