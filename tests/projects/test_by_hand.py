"""A county puts in what no open file tells of; doubles are found, answered and undone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests import people
from vardevei.core.models import Delivery, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.projects.domain import by_hand, doubles
from vardevei.projects.domain.waiting import waiting_for
from vardevei.projects.enums import Evidence
from vardevei.projects.models import ByHand, Double, Participation, Project

MOVE = "Mobility and Opportunities for Valuable Experience in the 21st century"


@pytest.fixture
def ola(register):
    return people.adviser()


@pytest.fixture
def trondelag(register):
    return people.place(people.TRONDELAG)


@pytest.fixture
def entry(register):
    return by_hand.Entry(
        organisation=people.place(people.INDRE_FOSEN),
        family="nordplus",
        title="Nordisk kystkultur",
        role="participant",
        partners=[("Östersunds kommun", "SE"), ("Steinkjer kommune", "NO")],
        start=date(2024, 8, 1),
        end=date(2026, 7, 31),
        amount=Decimal("25000"),
        evidence=Evidence.TOLD,
        evidence_day=date(2026, 11, 2),
    )


def test_a_participation_by_hand_counts_and_says_where_it_came_from(entry, ola, trondelag):
    told = by_hand.record(entry, by=ola, on_behalf_of=trondelag)

    row = Participation.objects.counted().get()
    assert (row.organisation.name, row.source, row.year, row.amount) == ("Indre Fosen", "by-hand", 2024, 25000)
    assert (row.project.title, row.project.family) == ("Nordisk kystkultur", "nordplus")
    assert (row.delivery.publisher, row.delivery.source) == ("Trøndelag fylkeskommune", "by-hand")
    assert [(one.name, one.country) for one in told.partners.all()] == entry.partners
    assert LogEntry.objects.filter(act="participation-recorded", by=ola).count() == 1


def test_pressed_twice_it_is_there_once(entry, ola, trondelag):
    first, second = (by_hand.record(entry, by=ola, on_behalf_of=trondelag) for _ in range(2))

    assert first == second
    assert Participation.objects.count() == 1


def test_another_county_may_not(entry, register):
    with pytest.raises(Problem) as problem:
        by_hand.record(entry, by=people.adviser(people.VESTLAND, "Siri Vest"))

    assert problem.value.code == "not-allowed"
    assert not Participation.objects.exists()
    assert not Project.objects.exists()


def test_an_edit_keeps_what_was_said_before_as_a_delivery(entry, ola, trondelag):
    told = by_hand.record(entry, by=ola, on_behalf_of=trondelag)

    by_hand.edit(told, replace(entry, title="Nordisk kyst og kultur", amount=Decimal("30000")), by=ola)

    row = Participation.objects.get()
    assert (row.project.title, row.amount) == ("Nordisk kyst og kultur", 30000)
    assert Project.objects.count() == 1
    assert Delivery.objects.filter(source="by-hand").count() == 2
    assert ByHand.objects.get().edited_by == ola


def test_what_is_withdrawn_no_longer_counts_and_is_not_deleted(entry, ola, trondelag):
    told = by_hand.record(entry, by=ola, on_behalf_of=trondelag)

    with pytest.raises(Problem) as problem:
        by_hand.withdraw(told, by=ola, why=" ")
    by_hand.withdraw(told, by=ola, why="Søknaden ble trukket")

    assert problem.value.code == "withdrawal-unsigned"
    assert not Participation.objects.counted().exists()
    assert ByHand.objects.get().withdrawn_why == "Søknaden ble trukket"


def test_a_partner_that_is_a_norwegian_municipality_is_recognised(entry, ola, trondelag):
    told = by_hand.record(entry, by=ola, on_behalf_of=trondelag)

    found = [by_hand.municipality_of(one, 2024) for one in told.partners.all()]

    assert [one.name if one else "" for one in found] == ["", "Steinkjer"]


@pytest.fixture
def imported(load):
    """Oslo in a project of a file, with a title to be like."""
    load({"Prosjektnavn": MOVE, "Prosjektkortnavn": "VALUABLE"})
    return Participation.objects.get(source="forskningsradet")


@pytest.fixture
def oslo_by_hand(imported):
    def put_in(**changes):
        entry = by_hand.Entry(
            organisation=imported.organisation,
            family="horizon-2020",
            title=MOVE.replace("Valuable Experience", "Valuble Expereince"),
            start=imported.start,
            evidence_day=date(2026, 11, 2),
        )
        return by_hand.record(replace(entry, **changes), by=None).participation

    return put_in


def test_a_like_title_at_the_same_place_is_a_question(imported, oslo_by_hand):
    row = oslo_by_hand()

    assert [(one.other, one.reasons) for one in doubles.like(row)] == [(imported, ("title",))]
    assert Participation.objects.counted().count() == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Noe helt annet"},
        {"start": date(2009, 1, 1), "end": date(2010, 1, 1)},
    ],
)
def test_another_title_or_another_time_is_no_question(oslo_by_hand, changes):
    assert doubles.like(oslo_by_hand(**changes)) == []


def test_the_same_number_is_one_without_asking_and_can_be_parted(imported, oslo_by_hand):
    row = oslo_by_hand(number=imported.project.number)

    assert (row.project, Participation.objects.get(pk=row.pk).same_as) == (imported.project, imported)

    doubles.say(row, imported, same=False, by=None)
    assert Participation.objects.counted().count() == 2


def test_yes_counts_once_through_later_imports_and_can_be_undone(imported, oslo_by_hand, load):
    row = oslo_by_hand()

    double = doubles.say(row, imported, same=True, by=None)
    load({"Prosjektnavn": MOVE, "Prosjektkortnavn": "VALUABLE", "Innvilget beløp organisasjon EUR": "7"})

    assert Participation.objects.counted().get() == imported
    assert Participation.objects.get(pk=row.pk).same_as == imported
    doubles.undo(double, by=None)
    assert Participation.objects.counted().count() == 2
    assert len(doubles.like(row)) == 1


def test_no_is_remembered(imported, oslo_by_hand):
    row = oslo_by_hand()

    doubles.say(row, imported, same=False, by=None)
    doubles.say(imported, row, same=False, by=None)

    assert doubles.like(Participation.objects.get(pk=row.pk)) == []
    assert Double.objects.count() == 1


def test_when_a_file_brings_what_was_put_in_by_hand_it_waits_for_the_county(register, load):
    ola = people.adviser("03", "Ola Oslo")
    entry = by_hand.Entry(
        organisation=people.place("0301"), family="horizon-2020", title=MOVE, evidence_day=date(2026, 11, 2)
    )
    by_hand.record(entry, by=ola, on_behalf_of=people.place("03"))
    assert list(waiting_for(ola)) == []

    load({"Prosjektnavn": MOVE})

    assert [(one.kind, one.about) for one in waiting_for(ola)] == [("possible-doubles", "03")]
