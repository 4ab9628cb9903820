"""The strategies, resolutions and followers that come with the program. Safe to repeat."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from vardevei.library.enums import ExampleState
from vardevei.library.models import Adoption, AdoptionStep, Example, Strategy
from vardevei.organisations.models import Organisation

FILE = Path(__file__).resolve().parents[1] / "register" / "strategies.yaml"
PLAIN = ("kind", "title", "about", "adopted_on", "adopted_by", "address", "themes")


@transaction.atomic
def load() -> int:
    """Adds those that are not there, and points them to examples that have come since. What people have changed or
    taken out is left alone. Gives how many strategies and resolutions of these the database has now."""
    told = yaml.safe_load(FILE.read_text("utf-8"))
    for one in told["strategies"]:
        _strategy(one, told["source"])
    for one in told["adoptions"]:
        _adoption(one, told["source"])
    return Strategy.objects.standing().exclude(built_in="").count()


def _strategy(one: dict[str, Any], source: dict[str, str]) -> None:
    strategy = Strategy.objects.filter(built_in=one["name"]).first()
    organisation = Organisation.objects.filter(pk=one["organisation"]).first()
    if organisation is None:
        return  # a register without this place, as in a small test
    if strategy is None:
        plain = {name: one[name] for name in PLAIN if name in one}
        strategy = Strategy.objects.create(organisation=organisation, built_in=one["name"], source=source, **plain)
        others = one.get("inspired_by_organisations", [])
        strategy.inspired_by_organisations.set(Organisation.objects.filter(pk__in=others))
    if strategy.version == 1:
        strategy.inspired_by.add(*Example.objects.filter(slug__in=one.get("inspired_by", [])))


def _adoption(one: dict[str, Any], source: dict[str, str]) -> None:
    """Only while nobody has said anything of it, also that it is wrong."""
    example = Example.objects.filter(slug=one["example"], state=ExampleState.PUBLISHED).first()
    organisation = Organisation.objects.filter(pk=one["organisation"]).first()
    said = Adoption.objects.filter(example=example, organisation=organisation)
    if example is None or organisation is None or said.exists():
        return
    since: date = one["on"]
    adoption = Adoption.objects.create(
        example=example,
        organisation=organisation,
        state=one["state"],
        on=since,
        cause=one["cause"],
        help=one["help"],
        strategy=Strategy.objects.filter(built_in=one["strategy"]).first(),
        source=source,
        built_in=True,
    )
    AdoptionStep.objects.create(adoption=adoption, state=adoption.state, on=since)
