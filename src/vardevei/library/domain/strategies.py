"""The register of strategies and resolutions: who has adopted what, with the document kept beside its address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import files, log, versioned
from vardevei.core.domain.files import Readable
from vardevei.core.models import KeptFile, Person
from vardevei.core.translated import written
from vardevei.library import register_rules as rules
from vardevei.library.models import Example, Strategy
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import must
from vardevei.programmes.models import Programme

PLAIN = ("kind", "adopted_on", "adopted_by", "case_number", "valid_until", "address", "themes")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a strategy, in the form of language she writes in."""

    kind: str
    title: str
    about: str = ""
    form: str = "nb"
    adopted_on: date | None = None
    adopted_by: str = ""
    case_number: str = ""
    valid_until: date | None = None
    address: str = ""
    themes: list[str] = field(default_factory=list)
    inspired_by: Iterable[Example] = ()
    inspired_by_organisations: Iterable[Organisation] = ()
    programmes: Iterable[Programme] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The file itself, as it was sent in."""

    content: bytes | Readable
    name: str


@transaction.atomic
def register(organisation: Organisation, said: Said, *, document: Document | None = None, by: Person) -> Strategy:
    """Put a strategy or a resolution in the register. The same title on the same day is refused: it is there."""
    must(by, rules.REGISTER_STRATEGY, organisation)
    _check(said)
    _check_new(organisation, said)
    strategy = Strategy(organisation=organisation, original=said.form, by=by, title={}, about={})
    _say(strategy, said)
    strategy.file = _kept(document, by)
    strategy.save()
    _point(strategy, said)
    _log("strategy-registered", _("{organisation}: «{title}» ble registrert."), strategy, by)
    return strategy


@transaction.atomic
def change(
    strategy: Strategy, said: Said, *, document: Document | None = None, by: Person, version: int | None = None
) -> Strategy:
    """Say something else of it. A new document takes the place of the old one."""
    must(by, rules.REGISTER_STRATEGY, strategy.organisation_id)
    _check_standing(strategy)
    _check(said)
    _say(strategy, said)
    replaced = strategy.file if document else None
    strategy.file = _kept(document, by) or strategy.file
    versioned.save(strategy, [*PLAIN, "title", "about", "file"], version)
    _point(strategy, said)
    if replaced:
        files.forget(replaced)
    _log("strategy-changed", _("{organisation}: «{title}» ble endret."), strategy, by)
    return strategy


@transaction.atomic
def withdraw(strategy: Strategy, *, why: str, by: Person) -> Strategy:
    """Take it out of the lists. Its page still says that it was there, and why it went."""
    must(by, rules.REGISTER_STRATEGY, strategy.organisation_id)
    _check_standing(strategy)
    if not why.strip():
        raise Problem("strategy-why", "There is no reason.", "Others must be able to see why it went.", "Write why.")
    strategy.withdrawn_at, strategy.withdrawn_why = timezone.now(), why.strip()
    versioned.save(strategy, ["withdrawn_at", "withdrawn_why"])
    _log("strategy-withdrawn", _("{organisation}: «{title}» ble tatt ut av registeret."), strategy, by, why)
    return strategy


def _check(said: Said) -> None:
    if said.adopted_on and said.adopted_on > timezone.localdate():
        raise Problem(
            "strategy-not-yet",
            "The day of the resolution has not come yet.",
            "The register holds what has been adopted.",
            "Register it when it has been.",
        )
    if said.adopted_on and said.valid_until and said.valid_until < said.adopted_on:
        raise Problem(
            "strategy-backwards", "It would run out before it was adopted.", "", "Correct one of the two days."
        )


def _check_new(organisation: Organisation, said: Said) -> None:
    alike = Strategy.objects.standing().filter(organisation=organisation, kind=said.kind, adopted_on=said.adopted_on)
    if any(said.title.casefold() in map(str.casefold, map(str, one.title.values())) for one in alike):
        raise Problem(
            "strategy-there",
            "It is in the register already.",
            "The same organisation has one with this title and day.",
            "Open that one and change it.",
        )


def _check_standing(strategy: Strategy) -> None:
    if strategy.withdrawn_at:
        raise Problem("strategy-gone", "It has been taken out of the register.", "", "Register it anew.")


def _say(strategy: Strategy, said: Said) -> None:
    for name in PLAIN:
        setattr(strategy, name, getattr(said, name))
    for name in ("title", "about"):
        words: Mapping[str, Any] = getattr(strategy, name)
        setattr(strategy, name, written({**words}, said.form, getattr(said, name), strategy.original))


def _point(strategy: Strategy, said: Said) -> None:
    strategy.inspired_by.set(said.inspired_by)
    strategy.inspired_by_organisations.set(said.inspired_by_organisations)
    strategy.programmes.set(said.programmes)


def _kept(document: Document | None, by: Person) -> KeptFile | None:
    return files.keep(document.content, document.name, by=by) if document else None


def _log(act: str, text: str | Promise, strategy: Strategy, by: Person, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=strategy,
        place=strategy.organisation_id,
        why=why,
        organisation=strategy.organisation.body,
        title=str(strategy),
    )
