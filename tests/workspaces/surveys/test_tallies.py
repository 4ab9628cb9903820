"""Answers counted by hand beside, with and without names."""

from vardevei.workspaces.domain import tallies
from vardevei.workspaces.domain.tallies import ALL, Given

NORTH, SOUTH = "north", "south"


def _given(county: str, **counts: int) -> list[Given]:
    return [Given(county, codes=(code,)) for code, count in counts.items() for _one in range(count)]


def test_named_answers_are_counted_as_they_are():
    found = tallies.of(_given(NORTH, yes=2, no=1) + _given(SOUTH, yes=1), codes=["yes", "no"], anonymous=False)

    assert (found[ALL].answered, found[ALL].counts) == (4, {"yes": 3, "no": 1})
    assert (found[NORTH].answered, found[NORTH].counts) == (3, {"yes": 2, "no": 1})


def test_fewer_than_five_anonymous_answers_tell_nothing():
    found = tallies.of(_given(NORTH, yes=3, no=1), codes=["yes", "no"], scale=False, anonymous=True)

    assert found[ALL].answered is None
    assert found[ALL].counts == {"yes": None, "no": None}


def test_small_county_is_not_the_sum_less_the_other():
    found = tallies.of(_given(NORTH, yes=6, no=6) + _given(SOUTH, yes=2, no=1), codes=["yes", "no"], anonymous=True)

    assert found[ALL].counts == {"yes": 8, "no": 7}
    assert found[NORTH].counts == found[SOUTH].counts == {"yes": None, "no": None}


def test_those_of_no_county_are_not_the_sum_less_the_counties():
    found = tallies.of(_given(NORTH, yes=6, no=6) + _given("", yes=2, no=1), codes=["yes", "no"], anonymous=True)

    assert found[NORTH].counts == {"yes": None, "no": None}


def test_the_two_who_did_not_choose_it_are_few_as_well():
    """12 of 14 chose it: then the two others are told of."""
    given = [Given(NORTH, codes=("a",)) for _one in range(12)] + [Given(NORTH, codes=("b",)), Given(NORTH, codes=())]

    found = tallies.of(given, codes=["a", "b", "c"], many=True, anonymous=True)

    assert found[ALL].counts == {"a": None, "b": None, "c": 0}


def test_mean_goes_where_it_would_give_two_hidden_counts_away():
    given = _given(NORTH, **{"5": 6, "4": 2, "1": 3})

    whole = tallies.of(given, codes=["1", "4", "5"], scale=True, anonymous=False)[ALL]
    held = tallies.of(given, codes=["1", "4", "5"], scale=True, anonymous=True)[ALL]

    assert round(whole.mean, 2) == round((30 + 8 + 3) / 11, 2)
    assert held.counts == {"1": None, "4": None, "5": 6}
    assert held.mean is None


def test_numbers_have_middle_ends_and_how_many():
    given = [Given(NORTH, value=value) for value in (3, 10, 4, 8, 400)]

    named = tallies.of(given, anonymous=False)[ALL]
    anonymous = tallies.of(given, anonymous=True)[ALL]

    assert (named.answered, named.median, named.low, named.high) == (5, 8, 3, 400)
    assert (anonymous.answered, anonymous.median, anonymous.low, anonymous.high) == (5, 8, None, None)


def test_texts_of_few_are_not_shown_and_cannot_be_taken_from_all():
    north = [Given(NORTH, text=f"n{number}") for number in range(6)]
    south = [Given(SOUTH, text=f"s{number}") for number in range(2)]

    found = tallies.of(north + south, anonymous=True)

    assert sorted(found[ALL].texts) == ["n0", "n1", "n2", "n3", "n4", "n5", "s0", "s1"]
    assert found[NORTH].texts is found[SOUTH].texts is None
    assert sorted(tallies.of(north, anonymous=True)[NORTH].texts) == ["n0", "n1", "n2", "n3", "n4", "n5"]


def test_anonymous_texts_come_in_another_order_each_time():
    given = [Given(NORTH, text=f"{number:02}") for number in range(30)]

    orders = {tuple(tallies.of(given, anonymous=True)[ALL].texts) for _time in range(3)}

    assert len(orders) == 3


def test_emptied_words_are_still_an_answer():
    found = tallies.of([Given(NORTH, text="Ja da"), Given(NORTH, text="")], anonymous=False)

    assert (found[ALL].answered, found[ALL].texts, found[ALL].emptied) == (2, ["Ja da"], 1)
