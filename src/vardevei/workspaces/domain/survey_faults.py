"""What is wrong with a survey's words: what keeps a question from being saved, and which languages lack what."""

from collections.abc import Iterator
from dataclasses import dataclass

from vardevei.core.enums import LanguageForm
from vardevei.core.translated import Words
from vardevei.opendata.problem import Problem
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey, SurveyQuestion

CHOOSING = (AnswerKind.ONE, AnswerKind.MANY)
MOST_STEPS = 11


def check(question: SurveyQuestion) -> None:
    """Refuses a question that nobody could answer."""
    if not any(question.words.values()):
        raise Problem("question-wordless", "The question has no words.", "Nobody could answer it.", "Write it.")
    if question.kind in CHOOSING and len(question.choices) + question.other < 2:
        raise Problem(
            "question-choiceless",
            "There is nothing to choose between.",
            "A question with choices needs at least two.",
            "Write one choice on each line.",
        )
    if question.kind == AnswerKind.SCALE and not 1 < len(question.steps) <= MOST_STEPS:
        raise Problem(
            "question-scale",
            "The scale has no steps, or too many.",
            f"It goes from {question.lowest} to {question.highest}, and can have 2 to {MOST_STEPS} steps.",
            "Let it go from 1 to 5, or from 0 to 10.",
            most=MOST_STEPS,
        )


@dataclass(frozen=True, slots=True)
class Lack:
    """One language, and how many of the survey's texts it lacks. `whole`: nothing is written in it."""

    form: str
    lacking: int
    of: int

    @property
    def whole(self) -> bool:
        return self.lacking == self.of


def lacks(survey: Survey) -> list[Lack]:
    """Each language that lacks something. It is shown in another one, so this stops nothing."""
    written = [words for words in texts(survey) if any(words.values())]
    counted = [Lack(form, sum(not words.get(form) for words in written), len(written)) for form in LanguageForm.values]
    return [lack for lack in counted if lack.lacking]


def texts(survey: Survey) -> Iterator[Words]:
    """Every text that a respondent may read."""
    yield from (survey.title, survey.intro, survey.thanks)
    for page in survey.pages.prefetch_related("questions"):
        yield from (page.title, page.text)
        for question in page.questions.all():
            yield from (question.words, question.help, question.unit, question.low, question.high)
            yield from ({form: one.get(form, "") for form in LanguageForm.values} for one in question.choices)
