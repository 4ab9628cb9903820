"""A person says what a name means: for the rows that wait, and for every import to come."""

from django.db import transaction

from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import corrections
from vardevei.projects.enums import NOT_OURS, ORGANISATION
from vardevei.projects.models import Alias, Correction, Participation


def fold(name: str) -> str:
    """The form a name is remembered in: lower case, single spaces."""
    return " ".join(name.casefold().split())


@transaction.atomic
def settle(name: str, *, country: str, organisation: Organisation | None, by: str, why: str) -> int:
    """This name is that municipality or county council (or none). Gives the number of participations it settled."""
    if not by.strip() or not why.strip():
        what = "A verdict on a name needs a name and a reason."
        raise Problem("alias-unsigned", what, "Others must be able to see who and why.", "Fill in both.")
    verdict = {"organisation": organisation, "by": by.strip(), "why": why.strip()}
    Alias.objects.update_or_create(name=fold(name), country=country, defaults=verdict)
    waiting = _of_name(name, country)
    for participation in waiting:
        corrections.settle_link(participation, organisation, rule="alias")
    fields = ["organisation", "link_state", "link_relation", "link_rule", "link_score", "link_candidates"]
    Participation.objects.bulk_update(waiting, fields, batch_size=200)
    return len(waiting)


def _of_name(name: str, country: str) -> list[Participation]:
    """All with the name, except those that a person has placed one by one: the closer word holds."""
    decided = set(Correction.objects.filter(field__in=(ORGANISATION, NOT_OURS)).values_list("source", "key"))
    named = Participation.objects.filter(country=country)
    return [one for one in named if fold(one.name) == fold(name) and (one.source, one.key) not in decided]


def known() -> dict[tuple[str, str], Alias]:
    """Every verdict, by folded name and country."""
    return {(alias.name, alias.country): alias for alias in Alias.objects.all()}
