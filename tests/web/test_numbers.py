"""Numbers as the reader's language writes them."""

from datetime import date

import pytest
from django.utils.translation import override

from vardevei.web import numbers


@pytest.mark.parametrize(
    ("value", "decimals", "norwegian", "english"),
    [
        (0, 0, "0", "0"),
        (428, 0, "428", "428"),
        (2931, 0, "2\u202f931", "2,931"),
        (1_234_567.891, 2, "1\u202f234\u202f567,89", "1,234,567.89"),
        (-12.5, 1, "\u221212,5", "\u221212.5"),
    ],
)
def test_number(value: float, decimals: int, norwegian: str, english: str) -> None:
    assert _in_both(numbers.number, value, decimals) == (norwegian, norwegian, english)


@pytest.mark.parametrize(
    ("share", "norwegian", "english"),
    [
        (0, "0\u00a0%", "0%"),
        (165 / 428, "39\u00a0%", "39%"),
        (1, "100\u00a0%", "100%"),
        (1 / 428, "<\u00a01\u00a0%", "<\u00a01%"),
        (427 / 428, ">\u00a099\u00a0%", ">\u00a099%"),
        (0.005, "1\u00a0%", "1%"),
        (0.125, "13\u00a0%", "13%"),
        (0.5, "50\u00a0%", "50%"),
        (1.2, "120\u00a0%", "120%"),
    ],
)
def test_percent_never_rounds_something_to_nothing(share: float, norwegian: str, english: str) -> None:
    assert _in_both(numbers.percent, share) == (norwegian, norwegian, english)


def test_day() -> None:
    norwegian = "1.\u00a0januar 2018"

    assert _in_both(numbers.day, date(2018, 1, 1)) == (norwegian, norwegian, "1\u00a0January 2018")


def _in_both(write, *values) -> tuple[str, ...]:
    written = []
    for language in ("nb", "nn", "en"):
        with override(language):
            written.append(write(*values))
    return tuple(written)
