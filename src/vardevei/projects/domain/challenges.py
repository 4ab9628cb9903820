"""A municipality's challenges: written, changed, shared with more or fewer, and closed when they are over."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import must
from vardevei.projects import rules
from vardevei.projects.enums import Shared
from vardevei.projects.models import Challenge
from vardevei.projects.models.challenge import LONGEST, ChallengeQuerySet

SHORTEST = 10  # signs: fewer say too little to find anything by


@dataclass(frozen=True, slots=True)
class Said:
    """The challenge in the municipality's own words, in which form of language, and a short name for lists."""

    text: str
    language: str = "nb"
    theme: str = ""


@transaction.atomic
def write(municipality: Organisation, said: Said, *, shared: str = Shared.COUNTY, by: Person) -> Challenge:
    """A challenge of the municipality, in its own words; shared with its county when nothing else is said."""
    must(by, rules.WRITE_CHALLENGE, municipality)
    _check_words(said.text)
    _check_sharing(municipality.pk, shared, by)
    challenge = Challenge(municipality=municipality, shared=shared, by=by)
    _say(challenge, said)
    versioned.save(challenge, [])
    _log("challenge-written", _("{organisation} skrev en utfordring."), challenge, by)
    return challenge


@transaction.atomic
def change(challenge: Challenge, said: Said, *, by: Person, version: int | None = None) -> Challenge:
    """Say it in other words. Who sees it is changed by `share`."""
    must(by, rules.WRITE_CHALLENGE, challenge.municipality_id)
    _check_words(said.text)
    _check_standing(challenge)
    _say(challenge, said)
    versioned.save(challenge, ["text", "language", "theme"], version)
    _log("challenge-changed", _("{organisation} endret en utfordring."), challenge, by)
    return challenge


@transaction.atomic
def share(challenge: Challenge, shared: str, *, by: Person) -> Challenge:
    """With others than before. What an adviser has seen is not unseen, but she finds it no more."""
    must(by, rules.WRITE_CHALLENGE, challenge.municipality_id)
    _check_sharing(challenge.municipality_id, shared, by)
    if challenge.shared != shared:
        challenge.shared = shared
        versioned.save(challenge, ["shared"])
        label = Shared(shared).label
        _log("challenge-shared", _("{organisation} valgte hvem som ser en utfordring: {label}."), challenge, by, label)
    return challenge


@transaction.atomic
def close(challenge: Challenge, *, why: str = "", by: Person) -> Challenge:
    """It is solved or put aside; it stands in the list of what is over, and nothing is suggested any more."""
    must(by, rules.WRITE_CHALLENGE, challenge.municipality_id)
    _check_standing(challenge)
    challenge.closed_at, challenge.closed_why = timezone.now(), why.strip()[:300]
    versioned.save(challenge, ["closed_at", "closed_why"])
    _log("challenge-closed", _("{organisation} avsluttet en utfordring."), challenge, by)
    return challenge


def read_by(person: Person | None, at: Organisation) -> ChallengeQuerySet:
    """The municipality's challenges that the person may read."""
    found = Challenge.objects.filter(municipality=at)
    if rules.may(person, rules.WRITE_CHALLENGE, at):
        return found
    if rules.may(person, rules.HELP_CHALLENGE, at):
        return found.exclude(shared=Shared.PRIVATE)
    return found.filter(shared=Shared.OPEN)


def _say(challenge: Challenge, said: Said) -> None:
    challenge.text, challenge.language = said.text.strip(), said.language
    challenge.theme = " ".join(said.theme.split())[:80]


def _check_words(text: str) -> None:
    if not SHORTEST <= len(text.strip()) <= LONGEST:
        raise Problem(
            "challenge-words",
            "The challenge is too short or too long.",
            f"It has fewer than {SHORTEST} or more than {LONGEST} characters.",
            "Write a sentence or two on what you would like to do something about.",
            longest=LONGEST,
        )


def _check_sharing(municipality: str, shared: str, by: Person) -> None:
    if shared not in Shared.values:
        raise Problem("challenge-sharing", "Nobody is chosen to read it.", "", "Choose who may read it.")
    if shared == Shared.OPEN:
        must(by, rules.OPEN_CHALLENGE, municipality)


def _check_standing(challenge: Challenge) -> None:
    if challenge.closed_at:
        raise Problem(
            "challenge-closed", "The challenge is closed.", "It stands as it was then.", "Write a new challenge."
        )


def _log(act: str, text: str | Promise, challenge: Challenge, by: Person, label: str | Promise = "") -> None:
    about = challenge.municipality
    log.write(act, text, by=by, about=challenge, place=about.pk, organisation=about.body, label=label)
