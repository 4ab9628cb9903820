"""How an example travelled: who laid the first stone, and who laid the next, with the day, the cause and the help."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from vardevei.core import translated
from vardevei.core.models import Person
from vardevei.library import register_rules as rules
from vardevei.library.enums import FOLLOWS, AdoptionState
from vardevei.library.models import Adoption, AdoptionStep, Example
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import may
from vardevei.web import numbers
from vardevei.web.library.strategies import words


@dataclass(frozen=True, slots=True)
class Stone:
    """One follower: the pile as it stood when the stone was laid; an outline while they only consider it."""

    adoption: Adoption
    who: str
    stones: int
    waiting: int
    steps: list[str]
    cause: str
    help: str
    teacher: str
    source: str
    strategy: str
    mine: bool


def address(example: Example) -> str:
    return f"{reverse('example', args=[example.slug])}#vandring"


def of(example: Example, person: Person | None) -> list[Stone]:
    """Oldest first. Those that have stopped stay: others can learn from it."""
    laid, found = 1, []
    standing = example.adoptions.standing().select_related("organisation", "learned_from", "strategy", "file")
    for adoption in standing.prefetch_related("steps"):
        follows = adoption.state in FOLLOWS
        laid += 1 if follows else 0
        found.append(_stone(adoption, laid, person))
    return found


def teachers(example: Example, but: Organisation | None = None) -> list[Organisation]:
    """Those that one may have learned from, beside those who made it."""
    standing = example.adoptions.standing().select_related("organisation")
    return [one.organisation for one in standing if but is None or one.organisation_id != but.pk]


def may_follow(person: Person | None, example: Example) -> list[Organisation]:
    """Those the person may say it for: not those who made it, nor those who have said it."""
    taken = {one.pk for one in example.organisations.all()} | {one.pk for one in teachers(example)}
    return [one for one in rules.organisations_of(person, rules.FOLLOW_EXAMPLE) if one.pk not in taken]


def _stone(adoption: Adoption, laid: int, person: Person | None) -> Stone:
    def said(text: dict[str, str]) -> str:
        return translated.said(text, words.form(), adoption.original) if text else ""

    return Stone(
        adoption=adoption,
        who=words.body(adoption.organisation),
        stones=laid,
        waiting=1 if adoption.state == AdoptionState.CONSIDERING else 0,
        steps=[_told(step) for step in adoption.steps.all()],
        cause=said(adoption.cause),
        help=said(adoption.help),
        teacher=adoption.learned_from.body if adoption.learned_from else "",
        source=said(adoption.source),
        strategy=words.link(adoption.strategy) if adoption.strategy else "",
        mine=may(person, rules.FOLLOW_EXAMPLE, adoption.organisation_id),
    )


def _told(step: AdoptionStep) -> str:
    label: str | Promise = AdoptionState(step.state).label
    return f"{label} {numbers.day(step.on)}"
