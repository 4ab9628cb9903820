"""Next steps with a municipality: planned, moved, done; and whom they wait for."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission, rules
from vardevei.organisations.models import NextStep, Organisation, Role

STAFF = [kind.code for kind in rules.COUNTY_STAFF]


def staff_of(county: Organisation) -> list[Person]:
    """Who in the county can be given a next step, by name."""
    roles = Role.objects.now().filter(organisation=county, code__in=STAFF).select_related("person")
    return sorted({role.person for role in roles}, key=lambda person: (str(person), person.pk))


@transaction.atomic
def plan(place: Organisation, *, what: str, due: date, who: Person, by: Person) -> NextStep:
    """Say what the county will do next, who does it and by when. Sent twice, it is there once."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    _can_do(who, place)
    step, new = NextStep.objects.get_or_create(
        place=place, what=what, due=due, who=who, done_at=None, defaults={"by": by}
    )
    if new:
        _log("step-planned", _("Neste steg med {municipality}: {who} innen {day}."), step, by)
    return step


@transaction.atomic
def change(step: NextStep, *, what: str, due: date, who: Person, by: Person) -> NextStep:
    """Say it in other words, give it another day, or give it to somebody else."""
    rules.must(by, rules.WRITE_DIALOGUE, step.place_id)
    _is_open(step)
    _can_do(who, step.place)
    step.what, step.due, step.who = what, due, who
    versioned.save(step, ["what", "due", "who"])
    _log("step-changed", _("Neste steg med {municipality} ble endret: {who} innen {day}."), step, by)
    return step


@transaction.atomic
def finish(step: NextStep, *, outcome: str = "", by: Person) -> NextStep:
    """Done, with a word on how it went. Finishing it again changes nothing."""
    rules.must(by, rules.WRITE_DIALOGUE, step.place_id)
    if step.done_at is not None:
        return step
    step.done_at, step.done_by, step.outcome = timezone.now(), by, outcome
    versioned.save(step, ["done_at", "done_by", "outcome"])
    _log("step-done", _("Neste steg med {municipality} er gjort. Fristen var {day}."), step, by)
    return step


def open_at(ids: Iterable[str]) -> list[NextStep]:
    """Everything that is not done, the earliest first. One query for all places."""
    return list(NextStep.objects.filter(place_id__in=list(ids), done_at__isnull=True).select_related("who"))


def waiting_for(person: Person) -> list[Waiting]:
    """The person's own next steps, and in the person's counties those whose owner no longer works there."""
    counties = permission.own_counties(person, rules.WRITE_DIALOGUE)
    if not counties:
        return []
    staff = Role.objects.now().filter(code__in=STAFF, organisation__in=counties).values("person")
    open_steps = NextStep.objects.filter(done_at__isnull=True)
    left = Q(who__isnull=True) | ~Q(who__in=staff)
    mine = open_steps.filter(Q(who=person) | left).select_related("place")
    return [_waiting(step) for step in mine if permission.is_own(person, rules.WRITE_DIALOGUE, step.place)]


def _waiting(step: NextStep) -> Waiting:
    return Waiting(
        kind="next-step",
        sentence=f"{step.place}: {step.what}",
        about=_number_today(step),
        place=step.place_id,
        since=timezone.localdate(step.made_at),
        due=step.due,
    )


def _number_today(step: NextStep) -> str:
    """The number of the municipality whose page tells of it; of one that is gone, what it became."""
    place, today = step.place.place, timezone.localdate()
    while not place.exists(today) and places.successors(place):
        place = places.by_id(places.successors(place)[0].after)
    return place.number()


def _can_do(who: Person, place: Organisation) -> None:
    if not rules.may(who, rules.WRITE_DIALOGUE, place):
        raise Problem(
            "step-for-a-stranger",
            "This person cannot do it.",
            "A next step belongs to somebody who follows up the municipalities of the county.",
            "Choose one of the county's staff.",
        )


def _is_open(step: NextStep) -> None:
    if step.done_at is not None:
        raise Problem(
            "step-done",
            "This is done already.",
            "What is done stays as it was.",
            "Plan a new next step.",
        )


def _log(act: str, text: str | Promise, step: NextStep, by: Person) -> None:
    log.write(
        act,
        text,
        by=by,
        about=step,
        place=step.place_id,
        municipality=step.place,
        who=step.who,
        day=step.due,
    )
