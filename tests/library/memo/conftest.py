"""The built-in memo, and those who work with it."""

import pytest

from tests import people
from vardevei.library.domain import editions, memo_sections
from vardevei.library.imports import memo as built_in
from vardevei.organisations import roles as kinds


@pytest.fixture
def memo():
    built_in.load()
    found = memo_sections.memo()
    editions.first(found, decided={"nb": "Ingen", "nn": "Ingen", "en": "Nobody"})
    return found


@pytest.fixture
def eva():
    """An editor in Trøndelag."""
    return people.with_role(kinds.EDITOR, people.TRONDELAG, "Eva Fylke")


@pytest.fixture
def nina():
    """The network's editor."""
    return people.with_role(kinds.NETWORK_EDITOR, "", "Nina Nett")


@pytest.fixture
def kari():
    """A contact in a municipality."""
    return people.contact()
