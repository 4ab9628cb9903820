"""Who a participant is, by the rules of linking: the same for a row of a file and for one in the database."""

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from vardevei.organisations.models import Organisation
from vardevei.projects.enums import OURS, LinkState, Relation
from vardevei.projects.models import Participation


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


class Named(Protocol):
    """A participant: a grant of a file, or a participation."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def town(self) -> str: ...
    @property
    def organisation_number(self) -> str: ...
    @property
    def nuts(self) -> str: ...
    @property
    def post_code(self) -> str: ...
    @property
    def year(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Link:
    """The fields of a participation that tell of the link."""

    organisation_id: str | None
    link_state: str
    link_relation: str
    link_rule: str
    link_score: float
    link_candidates: list[str]


@cache
def default_linker() -> Linker:
    """The linking rules of the open-data library; it is heavy to load, so only what links loads it."""
    from vardevei.opendata.linking import link

    return link


def said(organisation: Organisation | str | None, rule: str) -> Link:
    """Who it is, as a person has said; None: no municipality or county council."""
    key = organisation.pk if isinstance(organisation, Organisation) else organisation
    if key:
        return Link(key, LinkState.PLACED, Relation.SELF, rule, 1.0, [])
    return Link(None, LinkState.NOT_OURS, Relation.NONE, rule, 1.0, [])


def by_rules(one: Named, linker: Linker) -> Link:
    """The municipality is that of the year of signature: a grant of 2016 to Rissa is Rissa's."""
    found = linker(
        one.name,
        country=one.country,
        hint=one.town,
        year=one.year,
        organisation_number=one.organisation_number,
        nuts=one.nuts,
        post_code=one.post_code,
    )
    relation = _relation(found)
    state = _state(found, relation)
    doubtful = state == LinkState.DOUBTFUL
    place = None if doubtful else found.place_id or None
    return Link(
        place, state, relation, found.rule[:60], round(found.score, 3), list(found.candidates) if doubtful else []
    )


def set_link(participation: Participation, link: Link) -> None:
    """Who it is. Does not save."""
    for name in Link.__dataclass_fields__:
        setattr(participation, name, getattr(link, name))


def _relation(found: Decision) -> str:
    """The register holds municipalities' own numbers: who has one is the municipality, whatever name it goes by."""
    return Relation.SELF if found.relation == Relation.IMPLICIT and found.place_id else found.relation


def _state(found: Decision, relation: str) -> LinkState:
    if found.kind == "ambiguous":
        return LinkState.DOUBTFUL
    if found.kind == "none" or relation not in OURS:
        return LinkState.NOT_OURS
    return LinkState.PLACED if found.place_id else LinkState.DOUBTFUL
