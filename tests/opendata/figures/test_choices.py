"""What may be chosen, and what the reader is told when it may not."""

import pytest

from vardevei.opendata.figures.choices import BORDERS, NAMES, check
from vardevei.opendata.problem import Problem

PERIOD = (2014, 2021)


def test_nothing_chosen_is_everything_that_has_data() -> None:
    choices = check({}, NAMES, PERIOD, "2026")

    wanted = {"family": "all", "from": 2014, "to": 2021, "borders": "2026", "role": "all", "size": "all"}
    assert choices.as_dict() == wanted


def test_as_it_was_is_zero_in_sql() -> None:
    assert check({"borders": "then"}, NAMES, PERIOD, "2026").parameters()["borders"] == 0
    assert check({"borders": "2018"}, NAMES, PERIOD, "2026").parameters()["borders"] == 2018


def test_an_early_last_year_moves_the_first_along() -> None:
    assert check({"to": "2010"}, NAMES, PERIOD, "then").as_dict()["from"] == 2010
    assert check({"from": "2024"}, NAMES, PERIOD, "then").as_dict()["to"] == 2024


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ({"borders": "1999"}, "choice-unknown", ", ".join(BORDERS)),
        ({"family": "horizon-2099"}, "choice-unknown", "horizon-2020"),
        ({"role": "boss"}, "choice-unknown", "coordinator"),
        ({"size": "1-2"}, "choice-unknown", "50000-"),
        ({"from": "x"}, "choice-unknown", "a year from 1990 to 2030"),
        ({"from": "²020"}, "choice-unknown", "a year from"),
        ({"to": "9" * 5000}, "choice-unknown", "a year from"),
        ({"from": "2020", "to": "2019"}, "period-backwards", "end (2019) before it starts (2020)"),
        ({"colour": "red"}, "choice-not-offered", "family, from, to, borders, role, size"),
        ({"family": "'; drop table unit; --"}, "choice-unknown", "all, eea"),
    ],
)
def test_a_refused_choice_names_what_is_allowed(given: dict[str, str], code: str, told: str) -> None:
    with pytest.raises(Problem) as problem:
        check(given, NAMES, PERIOD, "2026")

    assert problem.value.code == code
    assert told in problem.value.why
    assert len(problem.value.what) < 100
