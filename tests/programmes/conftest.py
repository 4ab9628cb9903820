"""A database with the register in it, and readings of calls."""

import pytest

from tests.programmes.announced import reading
from vardevei.opendata.sources.calling import EU_PORTAL
from vardevei.organisations import imports as organisations
from vardevei.programmes.imports import calls as imports
from vardevei.programmes.models import Programme


@pytest.fixture
def register(db):
    organisations.load()


@pytest.fixture
def take(db):
    """take(day, row, row, …): a reading of that day, taken into use."""

    def run(day, *rows, accept_gone=True, **options):
        made = imports.plan(reading(day, *rows, **options))
        return imports.apply(made, EU_PORTAL, f"{day}.json", accept_gone=accept_gone)

    return run


@pytest.fixture
def aurora(db):
    return Programme.objects.create(
        code="interreg-aurora-2021", family="interreg-aurora", name={"nb": "Interreg Aurora"}, norway="yes"
    )
