"""A person says what a name means: for the rows that wait, and for every import to come. It can be taken back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import linking
from vardevei.projects.enums import NOT_OURS, ORGANISATION
from vardevei.projects.models import Alias, Correction, Participation, Unsure
from vardevei.projects.models.alias import fold

LINK = list(linking.Link.__dataclass_fields__)


@transaction.atomic
def settle(
    name: str,
    *,
    country: str,
    organisation: Organisation | None,
    by: Person | None,
    on_behalf_of: Organisation | None = None,
    why: str,
) -> int:
    """This name is that municipality or county council (or none). Gives the number of participations it settled."""
    if not why.strip():
        what = "A verdict on a name needs a reason."
        raise Problem("alias-unsigned", what, "Others must be able to see why.", "Fill it in.")
    waiting = _of_name(name, country)
    rules.must_about(by, rules.JUDGE_NAMES, waiting)
    verdict = {"organisation": organisation, "by": by, "on_behalf_of": on_behalf_of, "why": why.strip()}
    Alias.objects.update_or_create(name=fold(name), country=country, defaults=verdict)
    _link(waiting, [linking.said(organisation, "alias")] * len(waiting))
    Unsure.objects.filter(name=fold(name), country=country).delete()
    text = _("{by_whom} avgjorde at «{name}» er {municipality}.") if organisation else _NONE
    _log("name-settled", text, by, on_behalf_of, why, name=name, municipality=organisation or "")
    return len(waiting)


_NONE = _("{by_whom} avgjorde at «{name}» ikke er en kommune eller fylkeskommune.")


@transaction.atomic
def leave(
    name: str, *, country: str, by: Person, on_behalf_of: Organisation | None = None, why: str = ""
) -> Unsure | None:
    """The person has looked and could not tell. The name waits on, and others see who has looked."""
    waiting = _of_name(name, country)
    rules.must_about(by, rules.JUDGE_NAMES, waiting)
    kept = {"on_behalf_of": on_behalf_of, "why": why.strip()}
    return Unsure.objects.update_or_create(name=fold(name), country=country, by=by, defaults=kept)[0]


@transaction.atomic
def take_back(alias: Alias, *, by: Person | None, why: str = "") -> int:
    """The verdict goes, and the rules of linking decide its rows anew. Gives how many; the log keeps what was said."""
    rows = [row for row in _of_name(alias.name, alias.country) if row.link_rule == "alias"]
    rules.must_about(by, rules.JUDGE_NAMES, [*rows, *_anew(rows)])
    alias.delete()
    _link(rows, [linking.by_rules(row, linking.default_linker()) for row in rows])
    text = _("{by_whom} tok tilbake avgjørelsen om «{name}».")
    _log("name-verdict-taken-back", text, by, alias.on_behalf_of, why, name=alias.name)
    return len(rows)


def _anew(rows: Sequence[Participation]) -> list[Participation]:
    """The rows as they wait without the verdict, for asking whose they may be. Nothing is saved."""
    waiting = [Participation(year=row.year) for row in rows]
    for row, bare in zip(rows, waiting, strict=True):
        linking.set_link(bare, linking.by_rules(row, linking.default_linker()))
    return waiting


def _link(rows: Sequence[Participation], links: Sequence[linking.Link]) -> None:
    for row, link in zip(rows, links, strict=True):
        linking.set_link(row, link)
    Participation.objects.bulk_update(rows, LINK, batch_size=200)


def _log(act: str, text: Any, by: Person | None, county: Organisation | None, why: str, **values: Any) -> None:
    place = county.pk if county else ""
    log.write(act, text, by=by, place=place, why=why.strip(), by_whom=county or by or "Vardevei", **values)


def _of_name(name: str, country: str) -> list[Participation]:
    """All with the name, except those that a person has placed one by one: the closer word holds."""
    placed = Correction.objects.standing().filter(field__in=(ORGANISATION, NOT_OURS))
    decided = set(placed.values_list("source", "key"))
    named = Participation.objects.filter(country=country)
    return [one for one in named if fold(one.name) == fold(name) and (one.source, one.key) not in decided]


def known() -> dict[tuple[str, str], Alias]:
    """Every verdict, by folded name and country."""
    return {(alias.name, alias.country): alias for alias in Alias.objects.all()}
