"""The start page: what waits for a person, in order."""

from datetime import date, timedelta

import pytest

from tests import people
from vardevei.core.waiting import Waiting
from vardevei.web.member.start import sources, waiting

pytestmark = pytest.mark.usefixtures("_register")
TODAY = date(2026, 11, 24)


@pytest.fixture
def _waits(monkeypatch):
    """Two rooms with something to do: one is overdue, one has a date, six have only waited."""
    old = [Waiting("letter", f"Svar på brev {n}", str(n), since=TODAY - timedelta(days=n)) for n in range(6)]
    dated = [
        Waiting("step", "Ring Hitra", "1", due=TODAY + timedelta(days=3)),
        Waiting("step", "Ring Heim", "2", due=TODAY - timedelta(days=3)),
    ]
    monkeypatch.setattr(sources, "SOURCES", [lambda person: old, lambda person: dated])


@pytest.mark.usefixtures("_waits")
def test_overdue_comes_first_then_due_then_age() -> None:
    found = waiting.for_person(people.contact())

    assert [item.sentence for item in found][:4] == ["Ring Heim", "Ring Hitra", "Svar på brev 5", "Svar på brev 4"]


@pytest.mark.usefixtures("_waits")
def test_many_of_a_kind_are_grouped() -> None:
    groups = waiting.grouped(waiting.for_person(people.contact()), TODAY)

    assert [(group.kind, len(group.first), len(group.rest)) for group in groups] == [("step", 2, 0), ("letter", 3, 3)]
    assert [line.overdue for line in groups[0].first] == [True, False]


@pytest.mark.usefixtures("_waits")
def test_start_page_says_how_much_waits(client) -> None:
    client.force_login(people.contact())

    page = client.get("/min-side/").content.decode()

    assert "8 ting venter på deg" in page
    assert "Vis 3 til av samme slag" in page


def test_start_page_without_work_shows_places(client) -> None:
    client.force_login(people.contact())

    page = client.get("/min-side/").content.decode()

    assert "Ingenting venter på deg" in page
    assert "<b>Indre Fosen</b>" in page


def test_person_without_role_is_told_what_to_do(client) -> None:
    client.force_login(people.somebody())

    assert "Be om å få arbeide for kommunen din" in client.get("/min-side/").content.decode()
