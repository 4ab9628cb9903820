"""Who may change what is told of participation, and read and write challenges.

A county's advisers correct the participations of their own municipalities, and judge the names whose candidates lie in
their county. A row or a name that points to no county at all is for administrators.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.permission import Act, Reach, held_by, may, must
from vardevei.organisations.roles import ADVISER, CONTACT, EDITOR, MEMBER
from vardevei.organisations.rules import ADVISERS
from vardevei.projects.enums import Shared
from vardevei.projects.models import Challenge, Participation

RECORD = Act("record-participation", _("legge inn en deltakelse for hånd."), ADVISERS, public=True)
CORRECT = Act("correct-participation", _("rette det en kilde sier om en deltakelse."), ADVISERS, public=True)
JUDGE_NAMES = Act("judge-names", _("avgjøre hvilken kommune et tvilsomt navn gjelder."), ADVISERS, public=True)
UPLOAD_SOURCES = Act("upload-sources", _("laste opp en kildefil og ta den i bruk."), ADVISERS, public=True)
WRITE_CHALLENGE = Act(
    "write-challenge",
    _("skrive kommunens utfordringer, endre dem og velge hvem som ser dem."),
    {CONTACT: Reach.HERE, MEMBER: Reach.HERE},
)
OPEN_CHALLENGE = Act("open-challenge", _("vise en utfordring til alle."), WRITE_CHALLENGE.may, public=True)
HELP_CHALLENGE = Act(
    "help-challenge",
    _("lese utfordringer som er delt med fylket, vurdere treff og foreslå noe."),
    {ADVISER: Reach.COUNTY, EDITOR: Reach.COUNTY},
)

ACTS = (RECORD, CORRECT, JUDGE_NAMES, UPLOAD_SOURCES, WRITE_CHALLENGE, OPEN_CHALLENGE, HELP_CHALLENGE)


def is_own_challenge(person: Person | None, challenge: Challenge) -> bool:
    """Whether the person works in the municipality that wrote it."""
    return may(person, WRITE_CHALLENGE, challenge.municipality_id)


def may_help(person: Person | None, challenge: Challenge) -> bool:
    """Whether the person is an adviser there, and it is shared with the county."""
    return challenge.shared != Shared.PRIVATE and may(person, HELP_CHALLENGE, challenge.municipality_id)


def may_read(person: Person | None, challenge: Challenge) -> bool:
    """An open one is for anyone; others for the municipality's own people, and its county when shared with it."""
    return challenge.shared == Shared.OPEN or is_own_challenge(person, challenge) or may_help(person, challenge)


def places_of(row: Participation) -> list[Place]:
    """The place a participation is linked to, else those it may be: its candidates, as numbered in its year."""
    if row.organisation_id:
        return [places.by_id(row.organisation_id)]
    day = date(row.year, 7, 1) if row.year else None
    found = (places.by_number(code, day) or places.by_number(code) for code in row.link_candidates)
    return [place for place in found if place]


def may_about(person: Person | None, act: Act, rows: Iterable[Participation]) -> bool:
    """Whether the person may do the act with these rows: at one of their places, or everywhere."""
    if any(act.may.get(held.kind) is Reach.EVERYWHERE for held in held_by(person)):
        return True
    return any(may(person, act, place) for row in rows for place in places_of(row))


def must_about(person: Person | None, act: Act, rows: Iterable[Participation]) -> None:
    """The same, for verbs. None is the program itself: a command, or what came with it."""
    kept = list(rows)
    if person is None or may_about(person, act, kept):
        return
    must(None, act)


def must_at(person: Person | None, act: Act, place: str) -> None:
    """May this person do it at the place? None is the program itself."""
    if person is not None:
        must(person, act, place)
