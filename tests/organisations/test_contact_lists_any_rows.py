"""Whatever stands in a county's list: no row is dropped in silence, and putting in twice changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.organisations.contact_lists import answered, state
from tests.people import TRONDELAG, place
from vardevei.core.models import Person
from vardevei.organisations.imports.contact_lists import applying, comparing, reading
from vardevei.organisations.imports.contact_lists.plans import Kind
from vardevei.organisations.models import ContactList

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

CELL = st.one_of(
    st.sampled_from(["Hitra", "Frøya", "Snillfjord", "Våler", "Leksvik", "Hitra og Frøya", "5054", "", "ledig", "xyz"]),
    st.sampled_from(["Kari Nes", "Nes, Kari", "Kari Ness", "Ola Vik og Kari Nes", "kari@x.no", "Kari <kari@x.no>"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=5), min_size=1, max_size=8)
SLOWLY = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def sheet(cells: list[list[str]]) -> ContactList:
    """As read from a file, without a file: every text can stand in a cell of a spreadsheet."""
    lines = [(at, row) for at, row in enumerate([["Kommune", "Navn", "E-post", "Tlf", "Notat"], *cells], start=1)]
    one = ContactList(county=place(TRONDELAG), sheets=[{"name": "", "hidden": False, "lines": lines, "broken": []}])
    return reading.choose_sheet(one, 0)


@SLOWLY
@given(ROWS)
def test_no_row_is_ever_dropped_in_silence(cells):
    one = sheet(cells)

    plan = comparing.plan(one)

    assert {item.entry.line for item in plan.items} == set(range(2, len(cells) + 2))
    assert all(item.reason for item in plan.of(Kind.REJECTED, Kind.DOUBLE, Kind.SKIPPED))


@SLOWLY
@given(ROWS, st.integers(0, 3))
def test_putting_in_twice_changes_nothing(cells, choice):
    Person.objects.all().delete()
    one = sheet(cells)
    plan = answered(one, lambda question: question.choices[choice % len(question.choices)].value)
    applying.put_in(one, plan.seal(), by=None)
    before = state()
    again = sheet(cells)
    again.decisions = one.decisions
    again.save()

    plan = answered(again, lambda question: question.choices[choice % len(question.choices)].value)
    applying.put_in(again, plan.seal(), by=None)

    assert state() == before
