"""Which numbers of a table are held back, so that no answer of one or a few can be read or reckoned out.

    hidden([[6, 4], [2, 1]])      # rows are counties, columns are answers: {(1, 0), (1, 1), (0, 1), …}

Everybody who looks gets the same cells, so that two who look from different sides cannot put the rest together.
That all said the same is told: it singles out nobody.
"""

from collections.abc import Iterable, Sequence

LEAST = 5  # a number of people that is shown: this many, or nobody
TOTAL = -1  # the row of sums

Counts = Sequence[Sequence[int]]
Cell = tuple[int, int]


def shown(people: int) -> bool:
    """Whether so many people may be told of."""
    return people == 0 or people >= LEAST


def hidden(rows: Counts) -> set[Cell]:
    """The cells that are held back: small ones, and as many beside them as it takes to keep those secret.

    The sum of a whole row is known to all, and a column's sum where it is not held back itself.
    """
    if not rows:
        return set()
    table = {**dict(enumerate(map(list, rows))), TOTAL: [sum(column) for column in zip(*rows, strict=True)]}
    found = set(_small(table))
    while cell := _next(table, found):
        found.add(cell)
    return found


def _small(table: dict[int, list[int]]) -> Iterable[Cell]:
    for row, counts in table.items():
        for column, count in enumerate(counts):
            if not shown(count) or not shown(sum(counts)):
                yield row, column


def _next(table: dict[int, list[int]], found: set[Cell]) -> Cell | None:
    """One more cell that must go, since a line would give away what is held back in it."""
    columns = range(len(table[TOTAL]))
    for line in [[(row, column) for column in columns] for row in table]:
        if _leaks(line, table, found):
            return _cheapest(line, table, found)
    for column in columns:
        line = [(row, column) for row in table if row != TOTAL]
        if (TOTAL, column) not in found and _leaks(line, table, found):
            return _cheapest(line, table, found) or (TOTAL, column)
    return None


def _leaks(line: list[Cell], table: dict[int, list[int]], found: set[Cell]) -> bool:
    """The sum is known, so what is held back is the sum less what is shown: several cells, and many people."""
    gone = [table[row][column] for row, column in line if (row, column) in found]
    everything = len(gone) == len(line) > 1
    return bool(gone) and not everything and (len(gone) == 1 or sum(gone) < LEAST)


def _cheapest(line: list[Cell], table: dict[int, list[int]], found: set[Cell]) -> Cell | None:
    """The smallest that says something; an empty one when there is no other."""
    left = [cell for cell in line if cell not in found]
    return min(left, key=lambda cell: (table[cell[0]][cell[1]] == 0, table[cell[0]][cell[1]]), default=None)
