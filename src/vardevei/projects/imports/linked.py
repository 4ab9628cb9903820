"""From a grant to a grant with a place: a correction first, then a verdict on the name, then the rules of linking."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import Grant
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import aliases, corrections
from vardevei.projects.domain.corrections import Verdicts
from vardevei.projects.domain.linking import Link, Linker, by_rules, said
from vardevei.projects.enums import NOT_OURS, ORGANISATION
from vardevei.projects.models import Alias


@dataclass(frozen=True, slots=True)
class Linked(Link):
    """A grant as corrected, and who took part. `told`: what the file says where a person has corrected it, as text."""

    grant: Grant
    told: dict[str, str] = field(default_factory=dict)


def link_all(grants: Iterable[Grant], source: str, linker: Linker) -> list[Linked]:
    held, names = corrections.holding(source), aliases.known()
    linked = [_link(grant, held.get(grant.key, {}), names, linker) for grant in grants]
    _check_places(linked)
    return linked


def _link(grant: Grant, verdicts: Verdicts, names: dict[tuple[str, str], Alias], linker: Linker) -> Linked:
    better = corrections.corrected(grant, verdicts.values()) if verdicts else grant
    link = _by_person(better, verdicts, names) or by_rules(better, linker)
    return Linked(**asdict(link), grant=better, told=corrections.told(grant, verdicts))


def _by_person(grant: Grant, verdicts: Verdicts, names: dict[tuple[str, str], Alias]) -> Link | None:
    if verdict := verdicts.get(ORGANISATION) or verdicts.get(NOT_OURS):
        return said(verdict.organisation_id, "correction")
    if alias := names.get((aliases.fold(grant.name), grant.country)):
        return said(alias.organisation_id, "alias")
    return None


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
