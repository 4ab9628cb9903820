"""A database with the register in it, and files to import."""

import pytest

from tests.opendata.sources.files import council, write
from tests.projects.linkers import by_number
from vardevei.opendata.sources import SOURCES
from vardevei.organisations import imports as organisations
from vardevei.projects import imports

COUNCIL = SOURCES["forskningsradet"]


@pytest.fixture
def register(db):
    organisations.load()


@pytest.fixture
def plan(register, tmp_path):
    """plan({...}, {...}): the plan for a file with one row for each set of changes to Oslo's row."""

    def make(*changes):
        return imports.plan(COUNCIL.read(write(tmp_path, council(*changes))), by_number)

    return make


@pytest.fixture
def load(plan):
    """The same, applied."""

    def run(*changes, **options):
        return imports.apply(plan(*changes), COUNCIL, imports.Origin("file.csv"), **options)

    return run
