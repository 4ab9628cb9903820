"""Who may change what is told of participation.

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
from vardevei.organisations.rules import ADVISERS
from vardevei.projects.models import Participation

RECORD = Act("record-participation", _("legge inn en deltakelse for hånd."), ADVISERS, public=True)
CORRECT = Act("correct-participation", _("rette det en kilde sier om en deltakelse."), ADVISERS, public=True)
JUDGE_NAMES = Act("judge-names", _("avgjøre hvilken kommune et tvilsomt navn gjelder."), ADVISERS, public=True)
UPLOAD_SOURCES = Act("upload-sources", _("laste opp en kildefil og ta den i bruk."), ADVISERS, public=True)

ACTS = (RECORD, CORRECT, JUDGE_NAMES, UPLOAD_SOURCES)


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
