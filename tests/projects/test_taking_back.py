"""What a person has said can be taken back, and what the source says is always kept beside it."""

import pytest

from tests import people
from tests.projects.test_corrections import VALER
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import aliases, corrections, names
from vardevei.projects.models import Alias, Correction, Participation

WHY = {"why": "Sto i tilsagnet"}


@pytest.fixture
def ostfold(register):
    return people.adviser("31", "Eva Øst")


def test_what_the_source_says_follows_the_newest_import_and_comes_back(load, plan):
    load({})
    row = Participation.objects.get()
    correction = corrections.correct(row, field="amount", value="1000", by=None, **WHY)
    assert Participation.objects.get().told == {"amount": "1654500.00"}

    load({"Innvilget beløp organisasjon EUR": "5"})
    assert (Participation.objects.get().amount, Participation.objects.get().told) == (1000, {"amount": "5.00"})

    corrections.take_back(correction, by=None)
    corrections.take_back(correction, by=None)

    row = Participation.objects.get()
    assert (row.amount, row.told, Correction.objects.standing().count()) == (5, {}, 0)
    assert plan({"Innvilget beløp organisasjon EUR": "5"}).is_empty()


def test_the_correction_before_holds_when_the_newest_is_taken_back(load):
    load({})
    row = Participation.objects.get()
    corrections.correct(row, field="amount", value="1000", by=None, **WHY)
    newest = corrections.correct(row, field="amount", value="2000", by=None, **WHY)

    corrections.take_back(newest, by=None)

    assert (Participation.objects.get().amount, Participation.objects.get().told) == (1000, {"amount": "1654500.00"})


def test_who_it_is_goes_back_to_what_the_rules_say(load):
    load({})
    row = Participation.objects.get()
    correction = corrections.correct(row, field="not-ours", by=None, **WHY)

    corrections.take_back(correction, by=None)

    row = Participation.objects.get()
    assert (row.organisation.name, row.link_state) == ("Oslo", "placed")


def test_only_the_county_of_the_participation_may_correct_it(load):
    load({})
    with pytest.raises(Problem) as problem:
        corrections.correct(Participation.objects.get(), field="amount", value="1", by=people.adviser(), **WHY)

    assert problem.value.code == "not-allowed"
    own = people.adviser("03", "Ola Oslo")
    corrections.correct(Participation.objects.get(), field="amount", value="1", by=own, **WHY)
    assert Participation.objects.get().amount == 1


def test_names_are_gathered_with_their_candidates_for_those_who_may_judge(load, ostfold):
    load(VALER, VALER | {"Deltakernr": "2", "Organisasjonsnavn": "VÅLER KOMMUNE"})

    (name,) = names.waiting(ostfold)

    assert (name.folded, len(name.rows)) == ("våler kommune", 2)
    assert [one.place.id for one in name.candidates] == ["0137", "0426"]
    assert names.waiting(people.adviser()) == []
    assert len(names.waiting(people.administrator())) == 1


def test_a_verdict_is_taken_back_and_the_name_waits_again(load, ostfold):
    load(VALER)
    ours = Organisation.objects.get(pk="0137")
    aliases.settle("Våler kommune", country="NO", organisation=ours, by=ostfold, **WHY)
    assert Participation.objects.get().organisation == ours

    aliases.take_back(Alias.objects.get(), by=ostfold)

    assert Participation.objects.doubtful().count() == 1
    assert not Alias.objects.exists()


def test_a_name_that_somebody_was_unsure_of_waits_on_and_says_who_looked(load, ostfold):
    load(VALER)

    aliases.leave("Våler kommune", country="NO", by=ostfold, why="Spør kommunen")
    aliases.leave("Våler kommune", country="NO", by=ostfold)

    assert [one.by for one in names.waiting(ostfold)[0].unsure] == [ostfold]


def test_a_verdict_from_a_county_without_a_candidate_is_refused(load, register):
    load(VALER)
    with pytest.raises(Problem) as problem:
        aliases.settle("Våler kommune", country="NO", organisation=None, by=people.adviser(), **WHY)

    assert problem.value.code == "not-allowed"
