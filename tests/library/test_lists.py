"""An editor puts in a list of examples: what each column is, which rows become proposals, and why others do not."""

import pytest

from tests import people
from vardevei.library.enums import ExampleState
from vardevei.library.imports import built_in, lists
from vardevei.library.models import Example
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import sheets
from vardevei.organisations import imports as organisations
from vardevei.organisations import roles as kinds

pytestmark = pytest.mark.django_db
LIST = """Tittel\tKort fortalt\tHvem\tModell\tFra\tMerknad
Felles søknadsdag\tTo kommuner skriver søknader sammen.\tRissa, Frosta kommune; Museet i Midt\tSeminar\t2021\tx
\tUten tittel\tFrosta
Slik ble Time synlig i Europa!\tDen finnes.\tTime
Felles søknadsdag\tEn gang til.\tFrosta
Rart\tModellen finnes ikke.\tFrosta\tBallett
Gammelt\tÅret er galt.\tFrosta\tForum\ti fjor
"""


@pytest.fixture
def plan(db) -> lists.Plan:
    organisations.load()
    built_in.load()
    return lists.plan(sheets.pasted(LIST, lists.MOST)[0])


def test_columns_are_recognised_and_each_row_that_is_left_out_says_why(plan):
    assert plan.columns == [
        ("Tittel", "title"),
        ("Kort fortalt", "lead"),
        ("Hvem", "who"),
        ("Modell", "model"),
        ("Fra", "since"),
        ("Merknad", ""),
    ]
    assert [row.number for row in plan.accepted] == [2]
    assert [(row.number, row.rejected, row.because) for row in plan.rejected] == [
        (3, "no-title", ""),
        (4, "double", "Slik ble Time synlig i Europa"),
        (5, "double", "Felles søknadsdag"),
        (6, "unknown-model", "Ballett"),
        (7, "not-a-year", "i fjor"),
    ]


def test_an_editor_makes_proposals_of_them_and_the_same_list_again_makes_none(plan):
    editor = people.with_role(kinds.EDITOR, people.TRONDELAG)

    (made,) = lists.apply(plan, by=editor)

    assert made.state != ExampleState.PUBLISHED
    assert made.county == people.place(people.TRONDELAG)
    assert made.revisions.get().facts["organisations"] == ["1624", "1717"]
    assert made.revisions.get().facts["others"] == ["Museet i Midt"]
    assert lists.plan(sheets.pasted(LIST, lists.MOST)[0]).accepted == []


def test_nobody_else_may_and_a_list_without_headings_says_what_is_missing(plan):
    with pytest.raises(Problem, match="may not put in"):
        lists.apply(plan, by=people.contact())
    with pytest.raises(Problem) as problem:
        lists.plan(sheets.pasted("Navn\tÅr\nFelles dag\t2021\n", lists.MOST)[0])

    assert problem.value.code == "example-list-columns"
    assert "lead, who" in problem.value.what
    assert not Example.objects.exclude(built_in=True).exists()
