"""«We follow this»: an organisation does as an example did. How far it has come changes; what was said before stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import files, log, versioned
from vardevei.core.models import Person
from vardevei.core.translated import written
from vardevei.library import register_rules as rules
from vardevei.library.domain import adoption_letters
from vardevei.library.domain.strategies import Document
from vardevei.library.enums import AdoptionState, ExampleState
from vardevei.library.models import Adoption, AdoptionStep, Example, Strategy
from vardevei.opendata.places import Place
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import lineage
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import must

SAID = ("state", "on", "cause", "help", "strategy", "file", "address", "county_note", "learned_from")


@dataclass(frozen=True, slots=True)
class Said:
    """How far they have come and since when, why, with whose help, and what shows it."""

    state: str
    on: date
    cause: str = ""
    help: str = ""
    form: str = "nb"
    strategy: Strategy | None = None
    address: str = ""
    county_note: str = ""
    learned_from: Organisation | None = None


@transaction.atomic
def follow(
    example: Example, organisation: Organisation, said: Said, *, document: Document | None = None, by: Person
) -> Adoption:
    """Say that the organisation follows the example, or considers it. Those whose example it is are told."""
    must(by, rules.FOLLOW_EXAMPLE, organisation)
    _check_new(example, organisation)
    adoption = Adoption(example=example, organisation=organisation, original=said.form, by=by)
    _check(adoption, said, by)
    _say(adoption, said, document, by)
    adoption.save()
    _step(adoption, by)
    _log("example-followed", _("{organisation} følger «{example}»: {state}."), adoption, by)
    adoption_letters.told(adoption, new=True, by=by)
    return adoption


@transaction.atomic
def change(
    adoption: Adoption, said: Said, *, document: Document | None = None, by: Person, version: int | None = None
) -> Adoption:
    """Say how far it has come now, or what was wrong. How it stood before is kept."""
    must(by, rules.FOLLOW_EXAMPLE, adoption.organisation_id)
    _check_standing(adoption)
    _check(adoption, said, by)
    before, replaced = (adoption.state, adoption.on), adoption.file if document else None
    _say(adoption, said, document, by)
    versioned.save(adoption, SAID, version)
    if replaced:
        files.forget(replaced)
    if (adoption.state, adoption.on) != before:
        _step(adoption, by)
    _log("adoption-changed", _("{organisation} følger «{example}»: {state}."), adoption, by)
    if adoption.state != before[0]:
        adoption_letters.told(adoption, new=False, by=by)
    return adoption


@transaction.atomic
def withdraw(adoption: Adoption, *, why: str, by: Person) -> Adoption:
    """It was wrong: it counts no more. The row stays with the reason; to have stopped is another thing."""
    must(by, rules.FOLLOW_EXAMPLE, adoption.organisation_id)
    _check_standing(adoption)
    if not why.strip():
        raise Problem("adoption-why", "There is no reason.", "Others must be able to see why.", "Write why.")
    adoption.withdrawn_at, adoption.withdrawn_why = timezone.now(), why.strip()
    versioned.save(adoption, ["withdrawn_at", "withdrawn_why"])
    _log("adoption-withdrawn", _("{organisation} følger ikke «{example}» likevel."), adoption, by, why)
    adoption_letters.told(adoption, new=False, by=by)
    return adoption


def counts(examples: Iterable[Example]) -> dict[int, int]:
    """How many follow each example, by its key; one that nobody follows has none. One question to the database."""
    followed = Adoption.objects.followed().filter(example__in=[one.pk for one in examples]).order_by()
    return dict(followed.values_list("example").annotate(Count("pk")))


def followed_by(place: Place) -> list[Adoption]:
    """What the place follows, also as it was called before; examples that all can read, newest last."""
    found = Adoption.objects.followed().filter(organisation__in=lineage.of(place), example__in=Example.objects.public())
    return list(found.select_related("example__published"))


def followers_of(place: Place) -> int:
    """How many follow an example of the place's; one that follows two of them is counted once."""
    examples = Example.objects.public().filter(organisations__in=lineage.of(place))
    return Adoption.objects.followed().filter(example__in=examples).order_by().values("organisation").distinct().count()


def _check(adoption: Adoption, said: Said, by: Person) -> None:
    if said.on > timezone.localdate() and said.state != AdoptionState.CONSIDERING:
        raise Problem("adoption-later", "The day has not come yet.", "What is told has happened.", "Correct the day.")
    if not rules.is_own(by, adoption.organisation) and not said.county_note.strip():
        raise Problem(
            "adoption-note",
            "The county does not say how it knows.",
            "Only those who work there may say it without a note.",
            "Write who said so, and when.",
        )
    _check_teacher(adoption, said.learned_from)


def _check_teacher(adoption: Adoption, teacher: Organisation | None) -> None:
    others = Adoption.objects.standing().filter(example=adoption.example).exclude(organisation=adoption.organisation)
    if teacher and not others.filter(organisation=teacher).exists():
        raise Problem(
            "adoption-stranger",
            f"{teacher} does not follow this example.",
            "One learns from those who made it, or from those who follow it.",
            "Choose one of those.",
        )


def _check_new(example: Example, organisation: Organisation) -> None:
    if example.state != ExampleState.PUBLISHED:
        raise Problem(
            "adoption-closed", "The example is not published.", "Only what all can read is followed.", "Wait."
        )
    if example.organisations.filter(pk=organisation.pk).exists():
        raise Problem("adoption-own", "It is the organisation's own example.", "", "Choose another organisation.")
    if Adoption.objects.standing().filter(example=example, organisation=organisation).exists():
        raise Problem("adoption-there", "The organisation follows it already.", "", "Open that one and change it.")


def _check_standing(adoption: Adoption) -> None:
    if adoption.withdrawn_at:
        raise Problem("adoption-gone", "This has been taken back.", "", "Say it anew.")


def _say(adoption: Adoption, said: Said, document: Document | None, by: Person) -> None:
    adoption.state, adoption.on = said.state, said.on
    adoption.cause = written({**adoption.cause}, said.form, said.cause, adoption.original)
    adoption.help = written({**adoption.help}, said.form, said.help, adoption.original)
    adoption.strategy, adoption.address = said.strategy, said.address
    adoption.county_note, adoption.learned_from = said.county_note.strip(), said.learned_from
    if document:
        adoption.file = files.keep(document.content, document.name, by=by)


def _step(adoption: Adoption, by: Person) -> None:
    AdoptionStep.objects.create(adoption=adoption, state=adoption.state, on=adoption.on, by=by)


def _log(act: str, text: str | Promise, adoption: Adoption, by: Person, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=adoption,
        place=adoption.organisation_id,
        why=why,
        organisation=adoption.organisation.body,
        example=adoption_letters.title_of(adoption.example),
        state=AdoptionState(adoption.state).label,
    )
