"""No answer of one or a few can be read out of a table, nor reckoned out from what stands beside it."""

import itertools
import random

import pytest

from vardevei.workspaces.domain.small_cells import LEAST, TOTAL, hidden, shown


def test_a_table_of_many_hides_nothing():
    assert hidden([[8, 6], [9, 0]]) == set()


def test_small_cell_takes_another_with_it():
    """2 would be 20 less 18."""
    assert hidden([[10, 8, 2]]) == {(0, 1), (0, 2), (TOTAL, 1), (TOTAL, 2)}


def test_two_small_ones_that_are_few_together_take_a_third():
    assert hidden([[10, 1, 2]]) == {(row, column) for row in (0, TOTAL) for column in range(3)}


def test_county_with_few_is_hidden_and_cannot_be_reckoned_from_the_sum():
    """The third county's 3 would be the sum less the two others."""
    found = hidden([[10, 10], [6, 7], [2, 1]])

    assert {(2, 0), (2, 1)} <= found
    assert {(1, 0), (1, 1)} <= found
    assert (0, 0) not in found
    assert (TOTAL, 0) not in found


def test_nobody_in_a_hidden_county_is_an_answer_too():
    """All three in the second county said yes: 10 of 13 no, all in the first, would tell it."""
    found = hidden([[0, 10], [3, 0]])

    assert (0, 1) in found or (TOTAL, 1) in found


def _reckoned(rows: list[list[int]], found: set[tuple[int, int]]) -> dict[tuple[int, int], set[int]]:
    """Every value that each hidden cell could have, when one tries all tables that look the same from outside."""
    sums = [sum(row) for row in rows]
    totals = [sum(column) for column in zip(*rows, strict=True)]
    possible = [
        [
            guess
            for guess in itertools.product(range(total + 1), repeat=len(row))
            if sum(guess) == total and all((at, n) in found or guess[n] == row[n] for n in range(len(row)))
        ]
        for at, (row, total) in enumerate(zip(rows, sums, strict=True))
    ]
    values: dict[tuple[int, int], set[int]] = {cell: set() for cell in found if cell[0] != TOTAL}
    for table in itertools.product(*possible):
        looks = [sum(column) for column in zip(*table, strict=True)]
        if all((TOTAL, n) in found or looks[n] == totals[n] for n in range(len(totals))):
            for row, column in values:
                values[row, column].add(table[row][column])
    return values


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_cell_has_only_one_possible_value(seed):
    """An attacker who knows every sum tries all tables: no cell of few people comes out with one value, unless all
    said the same."""
    luck = random.Random(seed)
    rows = [[luck.choice([0, 0, 1, 2, 3, 5, 6, 7]) for _column in range(2 + seed % 2)] for _row in range(2)]

    found = hidden(rows)

    for (row, column), values in _reckoned(rows, found).items():
        all_the_same = sum(counts[column] for counts in rows) == sum(map(sum, rows))
        if not shown(rows[row][column]) and not all_the_same:
            assert len(values) > 1, (rows, found, row, column)
    shown_cells = [rows[r][c] for r in range(2) for c in range(len(rows[0])) if (r, c) not in found]
    assert all(count == 0 or count >= LEAST for count in shown_cells)
