"""Local services with answers made from the register, and an empty data folder."""

import pytest

from tests.opendata import local_services
from vardevei.opendata import places


@pytest.fixture
def services():
    with local_services.running() as running:
        yield running


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """An empty data folder: the built-in edition is in use before each test and after."""
    monkeypatch.setenv("VARDEVEI_DATA", str(tmp_path))
    places.forget()
    yield tmp_path
    monkeypatch.undo()
    places.forget()
