"""Follow-ups: who does what by when, and from where. An order is one that somebody outside wants an answer to."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.core.models.log import subject_of
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import followup_letters, followup_people
from vardevei.workspaces.models import FollowUp, Workspace
from vardevei.workspaces.workflow import FOLLOW_UP

ORDER = ("is_order", "sender", "ordered_on", "wanted_answer")
ENDED = ("done_at", "done_by", "outcome", "answer")


@transaction.atomic
def set_up(
    workspace: Workspace,
    *,
    what: str,
    due: date,
    who: Person | None = None,
    organisation: Organisation | None = None,
    text: str = "",
    origin: object = "",
    by: Person,
    **order: Any,
) -> FollowUp:
    """Say what shall be done, by whom and by when; whoever gets it is written to. With `is_order`, `sender`,
    `ordered_on` and `wanted_answer` it is an order."""
    rules.must(by, rules.RUN, workspace)
    _makes_sense(order)
    followup_people.must_be_in(workspace, who, organisation)
    followup = FollowUp.objects.create(
        workspace=workspace,
        what=what[:200],
        text=text,
        due=due,
        who=who,
        organisation=organisation,
        origin=subject_of(origin),
        by=by,
        **order,
    )
    _log("followup-set-up", _("Ny oppfølging: «{what}» innen {day}. Den som har den: {who}."), followup, by)
    followup_letters.given(followup, by=by)
    return followup


@transaction.atomic
def change(
    followup: FollowUp, *, what: str, due: date, text: str = "", by: Person, version: int | None = None, **order: Any
) -> FollowUp:
    """Say it in other words, or give it another day. Whoever has it is told when the day is another."""
    rules.must(by, rules.RUN, followup.workspace)
    _is_open(followup)
    _makes_sense(order)
    moved = followup.due != due
    followup.what, followup.due, followup.text = what, due, text
    for name, value in order.items():
        setattr(followup, name, value)
    versioned.save(followup, ["what", "due", "text", *order], version)
    _log("followup-changed", _("Oppfølgingen «{what}» ble endret: innen {day}."), followup, by)
    if moved:
        followup_letters.moved(followup, by=by)
    return followup


@transaction.atomic
def give_to(
    followup: FollowUp, *, who: Person | None = None, organisation: Organisation | None = None, by: Person
) -> FollowUp:
    """Somebody else does it. The link in the letter to the one who had it works no longer."""
    rules.must(by, rules.RUN, followup.workspace)
    _is_open(followup)
    if (followup.who, followup.organisation) == (who, organisation):
        return followup
    followup_people.must_be_in(followup.workspace, who, organisation)
    followup.who, followup.organisation = who, organisation
    versioned.save(followup, ["who", "organisation"])
    _log("followup-given", _("Oppfølgingen «{what}» ble gitt til {who}."), followup, by)
    followup_letters.close(followup)
    followup_letters.given(followup, by=by)
    return followup


@transaction.atomic
def finish(followup: FollowUp, *, outcome: str = "", by: Person | None) -> FollowUp:
    """Done, with a word on how it went. Finishing it again changes nothing. An order wants an answer: see `answer`."""
    if followup.open and followup.is_order:
        raise Problem(
            "order-without-answer",
            "An order is closed by an answer.",
            "Whoever ordered it waits for one.",
            "Write what the answer was.",
        )
    return _end(followup, "finish", by=by, outcome=outcome)


@transaction.atomic
def answer(followup: FollowUp, *, answer: str, by: Person | None) -> FollowUp:
    """The answer to an order, which closes it."""
    if not answer.strip():
        raise Problem(
            "order-without-answer",
            "An order is closed by an answer.",
            "Whoever ordered it waits for one.",
            "Write what the answer was.",
        )
    return _end(followup, "finish", by=by, answer=answer.strip())


@transaction.atomic
def drop(followup: FollowUp, *, why: str, by: Person) -> FollowUp:
    """It shall not be done after all. Whoever had it is told why."""
    _end(followup, "drop", by=by, why=why, outcome=why)
    followup_letters.close(followup)
    followup_letters.dropped(followup, why=why, by=by)
    return followup


@transaction.atomic
def reopen(followup: FollowUp, *, by: Person) -> FollowUp:
    """It was not done after all. What was said of how it went stands in the log."""
    said = followup.answer or followup.outcome
    ended = FollowUp.objects.filter(pk=followup.pk)
    ended.update(done_at=None, outcome="", answer="")  # before the state: an open one has no end
    FOLLOW_UP.step(followup, "reopen", by=by, why=said, place=followup.workspace.owner_id, what=followup.what)
    followup.done_at, followup.done_by, followup.outcome, followup.answer = None, None, "", ""
    versioned.save(followup, ENDED)
    followup_letters.given(followup, by=by)
    return followup


def _end(followup: FollowUp, step: str, *, by: Person | None, why: str = "", **said: str) -> FollowUp:
    if not followup.open and step == "finish" and followup.state == "done":
        return followup
    FOLLOW_UP.step(followup, step, by=by, why=why, place=followup.workspace.owner_id, what=followup.what)
    followup.done_at, followup.done_by = timezone.now(), by
    for name, value in said.items():
        setattr(followup, name, value)
    versioned.save(followup, ENDED)
    return followup


def _makes_sense(order: dict[str, Any]) -> None:
    if order.get("is_order") and not order.get("sender"):
        raise Problem(
            "order-without-sender",
            "An order has a sender.",
            "Somebody shall have the answer.",
            "Write who ordered it.",
        )
    if not order.get("is_order") and any(order.get(name) for name in ORDER):
        raise Problem(
            "only-an-order",
            "Only an order has a sender and a wanted answer.",
            "This is not marked as an order.",
            "Mark it as an order, or take these out.",
        )


def _is_open(followup: FollowUp) -> None:
    if not followup.open:
        raise Problem(
            "followup-ended",
            "This follow-up is closed.",
            "What is done or dropped stays as it was.",
            "Open it again first.",
        )


def _log(act: str, text: str | Promise, followup: FollowUp, by: Person | None) -> None:
    log.write(
        act,
        text,
        by=by,
        about=followup,
        place=followup.workspace.owner_id,
        what=followup.what,
        day=followup.due,
        who=followup.who or followup.organisation or "–",
    )
