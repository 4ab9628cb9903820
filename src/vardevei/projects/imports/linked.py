"""From a grant to a grant with a place: a correction first, then a verdict on the name, then the rules of linking."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import Grant
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import aliases, corrections
from vardevei.projects.domain.corrections import Verdicts
from vardevei.projects.enums import NOT_OURS, ORGANISATION, OURS, LinkState, Relation
from vardevei.projects.models import Alias


class Decision(Protocol):
    """What a linker answers; vardevei.opendata.linking gives these."""

    @property
    def kind(self) -> str: ...
    @property
    def place_id(self) -> str: ...
    @property
    def relation(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def candidates(self) -> tuple[str, ...]: ...


class Linker(Protocol):
    def __call__(
        self,
        name: str,
        *,
        country: str,
        hint: str,
        year: int | None,
        organisation_number: str,
        nuts: str,
        post_code: str,
    ) -> Decision: ...


@dataclass(frozen=True, slots=True)
class Linked:
    """A grant as corrected, and who took part: the fields of a participation that tell of the link."""

    grant: Grant
    organisation_id: str | None
    link_state: str
    link_relation: str
    link_rule: str
    link_score: float
    link_candidates: list[str]


def link_all(grants: Iterable[Grant], source: str, linker: Linker) -> list[Linked]:
    held, names = corrections.holding(source), aliases.known()
    linked = []
    for grant in grants:
        verdicts = held.get(grant.key, {})
        grant = corrections.corrected(grant, verdicts.values())
        linked.append(_by_person(grant, verdicts, names) or _by_rules(grant, linker))
    _check_places(linked)
    return linked


def _by_person(grant: Grant, verdicts: Verdicts, names: dict[tuple[str, str], Alias]) -> Linked | None:
    if verdict := verdicts.get(ORGANISATION) or verdicts.get(NOT_OURS):
        return _said(grant, verdict.organisation_id, "correction")
    if alias := names.get((aliases.fold(grant.name), grant.country)):
        return _said(grant, alias.organisation_id, "alias")
    return None


def _said(grant: Grant, organisation_id: str | None, rule: str) -> Linked:
    if organisation_id:
        return Linked(grant, organisation_id, LinkState.PLACED, Relation.SELF, rule, 1.0, [])
    return Linked(grant, None, LinkState.NOT_OURS, Relation.NONE, rule, 1.0, [])


def _by_rules(grant: Grant, linker: Linker) -> Linked:
    """The municipality is that of the year of signature: a grant of 2016 to Rissa is Rissa's."""
    found = linker(
        grant.name,
        country=grant.country,
        hint=grant.town,
        year=grant.year,
        organisation_number=grant.organisation_number,
        nuts=grant.nuts,
        post_code=grant.post_code,
    )
    relation = _relation(found)
    state = _state(found, relation)
    place = found.place_id or None if state != LinkState.DOUBTFUL else None
    candidates = list(found.candidates) if state == LinkState.DOUBTFUL else []
    return Linked(grant, place, state, relation, found.rule[:60], round(found.score, 3), candidates)


def _relation(found: Decision) -> str:
    """The register holds municipalities' own numbers: who has one is the municipality, whatever name it goes by."""
    return Relation.SELF if found.relation == Relation.IMPLICIT and found.place_id else found.relation


def _state(found: Decision, relation: str) -> LinkState:
    if found.kind == "ambiguous":
        return LinkState.DOUBTFUL
    if found.kind == "none" or relation not in OURS:
        return LinkState.NOT_OURS
    return LinkState.PLACED if found.place_id else LinkState.DOUBTFUL


def _check_places(linked: list[Linked]) -> None:
    known = set(Organisation.objects.values_list("pk", flat=True))
    lacking = {one.organisation_id for one in linked if one.organisation_id} - known
    if lacking:
        raise Problem(
            "register-not-loaded",
            "The register of municipalities and counties is not in the database, or an old edition of it.",
            f"Lacking: {', '.join(sorted(lacking)[:10])}.",
            "Nothing was changed. Run `vardevei facts`, then import again.",
        )
