"""«We follow this»: who may say it, how it changes, who is told, and what is counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.library.examples import content, published
from vardevei.core.models import Letter
from vardevei.library.domain import adoptions
from vardevei.library.domain.adoptions import Said
from vardevei.library.imports import built_in, register
from vardevei.library.models import Adoption, Example
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
MELHUS = "5028"  # another municipality of the same county
SAID = Said("under-way", date(2024, 5, 15), cause="Partnerne spurte", help="Fylket leste utkastet")


def example_of(number: str) -> Example:
    facts = {**content().facts, "organisations": [people.place(number).pk]}
    return published(facts=facts)


MAY = {
    "contact here": (kinds.CONTACT, people.INDRE_FOSEN, True),
    "member here": (kinds.MEMBER, people.INDRE_FOSEN, True),
    "contact elsewhere": (kinds.CONTACT, people.BERGEN, False),
    "adviser of its county": (kinds.ADVISER, people.TRONDELAG, True),
    "editor of its county": (kinds.EDITOR, people.TRONDELAG, True),
    "adviser of another county": (kinds.ADVISER, people.VESTLAND, False),
    "network editor": (kinds.NETWORK_EDITOR, "", False),
    "administrator": (kinds.ADMINISTRATOR, "", False),
    "no role": (None, "", False),
}


@pytest.mark.parametrize("who", MAY)
def test_only_its_own_people_and_its_county_with_a_note_may_say_it(who: str) -> None:
    kind, at, may = MAY[who]
    shown, fosen = example_of(MELHUS), people.place(people.INDRE_FOSEN)
    person = people.with_role(kind, at, "Den Det Gjelder") if kind else people.somebody()
    said = replace(SAID, county_note="Rådmannen sa det på møtet") if "county" in who else SAID

    if may:
        adoptions.follow(shown, fosen, said, by=person)
    else:
        with pytest.raises(Problem, match="You may not do this"):
            adoptions.follow(shown, fosen, said, by=person)

    assert Adoption.objects.exists() == may


def test_the_county_says_how_it_knows() -> None:
    with pytest.raises(Problem) as refused:
        adoptions.follow(example_of(MELHUS), people.place(people.INDRE_FOSEN), SAID, by=people.adviser())

    assert refused.value.code == "adoption-note"


def test_those_whose_example_it_is_are_told_once_of_each_step() -> None:
    owner, follower = people.contact(MELHUS, "Mari Melhus"), people.contact()
    shown, fosen = example_of(MELHUS), people.place(people.INDRE_FOSEN)

    one = adoptions.follow(shown, fosen, replace(SAID, state="considering"), by=follower)
    adoptions.change(one, replace(SAID, state="considering", cause="Bedre sagt"), by=follower)
    adoptions.change(one, replace(SAID, on=date(2024, 9, 1)), by=follower)

    letters = list(Letter.objects.filter(code="example-followed").order_by("pk"))
    assert [letter.to for letter in letters] == [owner, owner]  # a better wording is no step
    assert "Indre Fosen kommune vil følge eksempelet deres" in letters[0].subject
    assert "Partnerne spurte" in letters[1].body


def test_how_it_stood_before_is_kept_and_only_what_is_under_way_is_counted() -> None:
    contact, shown, fosen = people.contact(), example_of(MELHUS), people.place(people.INDRE_FOSEN)
    one = adoptions.follow(shown, fosen, replace(SAID, state="considering"), by=contact)
    counted = [adoptions.counts([shown]).get(shown.pk, 0)]

    for state in ("under-way", "in-use", "stopped"):
        adoptions.change(one, replace(SAID, state=state), by=contact)
        counted.append(adoptions.counts([shown]).get(shown.pk, 0))

    assert counted == [0, 1, 1, 0]
    assert [step.state for step in one.steps.all()] == ["considering", "under-way", "in-use", "stopped"]


def test_what_is_taken_back_counts_no_more_and_can_be_said_anew() -> None:
    contact, shown, fosen = people.contact(), example_of(MELHUS), people.place(people.INDRE_FOSEN)
    one = adoptions.follow(shown, fosen, SAID, by=contact)
    with pytest.raises(Problem) as refused:
        adoptions.withdraw(one, why=" ", by=contact)
    assert refused.value.code == "adoption-why"

    adoptions.withdraw(one, why="Det var nabokommunen", by=contact)

    assert adoptions.counts([shown]) == {}
    with pytest.raises(Problem, match="taken back"):
        adoptions.change(one, SAID, by=contact)
    adoptions.follow(shown, fosen, SAID, by=contact)
    assert Adoption.objects.count() == 2


def test_what_makes_no_sense_is_refused() -> None:
    contact, fosen = people.contact(), people.place(people.INDRE_FOSEN)
    shown = example_of(MELHUS)
    later = timezone.localdate() + timedelta(days=1)
    refused = [
        (shown, replace(SAID, on=later), "adoption-later"),
        (shown, replace(SAID, learned_from=people.place(people.BERGEN)), "adoption-stranger"),
        (published("Vårt eget", by=contact), SAID, "adoption-own"),
    ]
    for example, said, code in refused:
        with pytest.raises(Problem) as problem:
            adoptions.follow(example, fosen, said, by=contact)
        assert problem.value.code == code

    adoptions.follow(shown, fosen, SAID, by=contact)
    with pytest.raises(Problem) as problem:
        adoptions.follow(shown, fosen, SAID, by=contact)
    assert problem.value.code == "adoption-there"


def test_that_indre_fosen_followed_time_comes_with_the_program() -> None:
    built_in.load()
    register.load()
    register.load()

    one = Adoption.objects.get()
    assert (one.organisation_id, one.example.slug) == ("5054-2018", "time-strategi")
    assert (one.state, one.on, one.strategy.built_in) == ("in-use", date(2018, 5, 15), "indre-fosen-international")
