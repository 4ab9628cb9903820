"""The way of a case as a table that a case handler can read. A room writes its own in `workflow.py`:

JOINING = Flow(
    "joining", _("Forespørsel om å få være med"),
    states=[State("asked", _("Spurt"), _("Venter på svar"), ball=_("Kommunen"), next=_("Si ja eller nei.")),
            State("member", _("Med"), _("Du er med"))],
    steps=[Step("accept", _("Godta"), ["asked"], "member", may=rules.may_answer, who=_("en i kommunen"),
                told=_("{who} ble tatt med."))],
)
JOINING.step(request, "accept", by=person, who=request.person)  # in a verb: refuses, or changes and logs
JOINING.possible(request, person)  # for the buttons on a page
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.core.words import Words, listed
from vardevei.opendata.problem import Problem

May = Callable[[Person | None, Any], bool]


@dataclass(frozen=True, slots=True)
class State:
    """Where a case stands: `name` for staff, `outside` for the one whose case it is. At the end nobody has the ball."""

    code: str
    name: Words
    outside: Words
    ball: Words = ""
    next: Words = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What may be done. `may` is the room's own answer to who may, `who` says it in words.

    `told` is the sentence for the log; the values given with the step fill its holes.
    """

    code: str
    verb: Words
    start: Sequence[str]
    to: str
    may: May
    who: Words
    told: Words
    needs_why: bool = False


class Flow:
    """States and steps; the first state is where a case begins. `field` is where the record keeps its state."""

    def __init__(
        self, code: str, title: Words, *, states: Sequence[State], steps: Sequence[Step], field: str = "state"
    ) -> None:
        self.code, self.title, self.field = code, title, field
        self.states = {str(state.code): state for state in states}
        self.steps = {step.code: step for step in steps}
        self._check(len(states), len(steps))

    def state(self, record: models.Model) -> State:
        """Where the record stands."""
        return self.states[str(getattr(record, self.field))]

    def possible(self, record: models.Model, person: Person | None) -> list[Step]:
        """What this person may do with the record now, in the order of the table."""
        return [step for step in self._from(self.state(record)) if step.may(person, record)]

    def step(
        self,
        record: models.Model,
        code: str,
        *,
        by: Person | None,
        why: str = "",
        place: str = "",
        **values: object,
    ) -> None:
        """Take a step: the record has its new state, in the database too, and the log has a line.

        Raises Problem when the state or the person is wrong, and when somebody else was quicker.
        """
        step, now = self.steps[code], self.state(record)
        if now.code not in step.start:
            raise self._not_now(record, step, now, by)
        if not step.may(by, record):
            raise _not_yours(step)
        if step.needs_why and not why.strip():
            raise _without_why(step)
        with transaction.atomic():
            self._move(record, step, now)
            log.write(f"{self.code}-{code}", step.told, by=by, about=record, place=place, why=why, **values)

    def _move(self, record: models.Model, step: Step, now: State) -> None:
        """Only from the state we saw: of two people who press at once, one is told that the other was first."""
        stands = type(record)._base_manager.filter(pk=record.pk, **{self.field: now.code})
        if not stands.update(**{self.field: step.to}):
            record.refresh_from_db(fields=[self.field])
            raise _overtaken(step, self.state(record))
        setattr(record, self.field, step.to)

    def _from(self, state: State) -> list[Step]:
        return [step for step in self.steps.values() if state.code in step.start]

    def _not_now(self, record: models.Model, step: Step, now: State, by: Person | None) -> Problem:
        possible = listed([one.verb for one in self.possible(record, by)] or ["–"])
        return Problem(
            "step-not-now",
            f'"{step.code}" cannot be done now.',
            f'The case stands in "{now.code}".',
            f"Possible for you now: {', '.join(one.code for one in self.possible(record, by)) or 'nothing'}.",
            verb=step.verb,
            state=now.name,
            possible=possible,
        )

    def _check(self, states: int, steps: int) -> None:
        """A table with a hole in it is found when the program starts."""
        used = {str(code) for step in self.steps.values() for code in [*step.start, step.to]}
        lost = set(self.states) - used - {next(iter(self.states))}
        if used - set(self.states) or lost or (states, steps) != (len(self.states), len(self.steps)):
            raise ValueError(f"{self.code}: unknown states {used - set(self.states)}, unused {lost}, or one code twice")


def _not_yours(step: Step) -> Problem:
    return Problem(
        "step-not-yours",
        f'You may not do "{step.code}".',
        f"It is for {step.who}.",
        "Ask one of them to do it.",
        verb=step.verb,
        who=step.who,
    )


def _without_why(step: Step) -> Problem:
    return Problem(
        "step-without-why",
        f'"{step.code}" needs a reason.',
        "The one it concerns shall be able to read why.",
        "Write the reason and try again.",
        verb=step.verb,
    )


def _overtaken(step: Step, now: State) -> Problem:
    return Problem(
        "step-overtaken",
        f'"{step.code}" was not done: somebody else was quicker.',
        f'The case now stands in "{now.code}".',
        "Load the page again and see whether there is anything left to do.",
        verb=step.verb,
        state=now.name,
    )
