"""A person's word wins over every import, and stays."""

from decimal import Decimal

import pytest

from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import aliases, corrections
from vardevei.projects.models import Participation

VALER = {"Organisasjonsnavn": "Våler  kommune", "Organisasjonsnummer": ""}
WHO = {"by": None, "why": "Read in the grant agreement"}


@pytest.fixture
def bergen(register):
    return Organisation.objects.get(name="Bergen")


def test_a_corrected_organisation_survives_later_imports(load, plan, bergen):
    load({})
    corrections.correct(Participation.objects.get(), field="organisation", organisation=bergen, **WHO)

    assert plan({}).is_empty()
    load({"Innvilget beløp organisasjon EUR": "7"})

    row = Participation.objects.get()
    assert (row.organisation, row.link_rule, row.amount) == (bergen, "correction", 7)


def test_a_corrected_value_survives_later_imports_and_the_rest_is_renewed(load, plan):
    load({})
    corrections.correct(Participation.objects.get(), field="amount", value="1234,5", **WHO)
    corrections.correct(Participation.objects.get(), field="signed", value="2020-12-01", **WHO)

    assert Participation.objects.get().year == 2020
    assert plan({}).is_empty()
    load({"Prosjektkortnavn": "NY", "Organisasjonsnavn": "OSLO"})

    row = Participation.objects.get()
    assert (row.amount, row.year, row.name, row.project.acronym) == (Decimal("1234.50"), 2020, "OSLO", "NY")


def test_the_newest_correction_holds(load, plan, bergen):
    load({})
    row = Participation.objects.get()
    corrections.correct(row, field="organisation", organisation=bergen, **WHO)
    corrections.correct(row, field="not-ours", **WHO)

    assert plan({}).is_empty()
    assert Participation.objects.get().link_state == "not-ours"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"field": "key", "value": "1"}, "correction-field-unknown"),
        ({"field": "amount", "value": "mye"}, "correction-unreadable"),
        ({"field": "organisation_number", "value": "123456789"}, "correction-unreadable"),
        ({"field": "name", "value": " "}, "correction-unreadable"),
        ({"field": "end", "value": "2001-01-01"}, "correction-impossible"),
        ({"field": "organisation"}, "correction-organisation"),
        ({"field": "name", "value": "Oslo", "why": " "}, "correction-unsigned"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_leaves_no_trace(load, wrong, code):
    load({})
    before = Participation.objects.values().get()

    with pytest.raises(Problem) as problem:
        corrections.correct(Participation.objects.get(), **(WHO | wrong))

    assert problem.value.code == code
    assert Participation.objects.values().get() == before
    assert corrections.holding("forskningsradet") == {}


def test_a_verdict_on_a_name_settles_those_that_wait_and_those_to_come(load, register):
    load(VALER, VALER | {"Deltakernr": "2", "Organisasjonsnavn": "VÅLER KOMMUNE"})
    valer = Organisation.objects.get(pk="0426")

    settled = aliases.settle("våler kommune", country="NO", organisation=valer, **WHO)
    load(VALER, VALER | {"Deltakernr": "2"}, VALER | {"Deltakernr": "3"})

    assert settled == 2
    assert [row.organisation for row in Participation.objects.all()] == [valer] * 3
    assert {row.link_rule for row in Participation.objects.all()} == {"alias"}


def test_a_correction_of_one_row_wins_over_the_verdict_on_its_name(load, register):
    load(VALER, VALER | {"Deltakernr": "2"})
    first, second = Organisation.objects.get(pk="0137"), Organisation.objects.get(pk="0426")
    corrections.correct(Participation.objects.get(key="953939/1"), field="organisation", organisation=first, **WHO)

    assert aliases.settle("Våler kommune", country="NO", organisation=second, **WHO) == 1
    load(VALER, VALER | {"Deltakernr": "2"})

    assert [row.organisation for row in Participation.objects.order_by("key")] == [first, second]
