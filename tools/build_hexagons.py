"""Compute facts/hexagons.csv and facts/neighbours.csv from Kartverket's municipal boundaries (CC BY 4.0).

Run once by a maintainer when municipalities change; needs numpy, scipy and shapely, which the product does not:

    python tools/build_hexagons.py MUNICIPALITIES_2024.geojson MUNICIPALITIES_2020.geojson src/vardevei/opendata/facts

Three steps. Springs pull neighbours to one hexagon's distance, in the direction they have in the world. An assignment
gives each municipality its own cell. Then small moves (step, swap, push a row) are tried while a temperature falls:
neighbours should touch, strangers should not, a county stays in one piece, the inland has no holes.
The same files, attempts and seed give the same map (half a minute). Look at it, and try another seed if it is odd.
"""

import csv
import json
import math
import random
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from scipy.optimize import linear_sum_assignment
from scipy.sparse.csgraph import connected_components, shortest_path
from scipy.spatial import cKDTree
from shapely.geometry import shape

ROW_HEIGHT = math.sqrt(3) / 2  # hexagons stand on a point: rows are this far apart when neighbours are 1 apart
BORDER = 1  # metres; less is meeting in one point. A tolerance of 1 to 50 m between the shapes adds no pair
FERRY = 6_000  # metres; an island is tied to what lies this near, so that the springs know where it belongs
SCALE = 30_000  # metres of Norway to one hexagon before the springs begin

# County maps are drawn by hand: too few hexagons to compute, few enough to see. Odd lines sit half a hexagon to the
# right, "--" is sea. Counties that stay keep their cell where the shape allows it.
COUNTY_MAPS = {
    2014: """
        -- -- -- -- -- 20
          -- -- -- -- 19
        -- -- -- -- 18
          -- -- -- 17
        -- -- 15 16
          -- 14 05 04
        -- 12 06 03 02
          11 08 07 01
        -- 10 09""",
    2018: """
        --
          -- -- -- -- 20
        -- -- -- -- 19
          -- -- -- 18
        -- -- 15 50
          -- 14 05 04
        -- 12 06 03 02
          11 08 07 01
        -- 10 09""",
    2020: """
        --
          -- -- -- 54
        -- -- -- 18
          -- -- 50
        -- -- 15 34
          -- 46 30
        -- 11 38 03
          -- 42""",
    2024: """
        -- -- -- -- 56
          -- -- -- 55
        -- -- -- 18
          -- -- 50
        -- -- 15 34
          -- 46 33 32
        -- 11 40 03 31
          -- 42 39""",
}

Pair = tuple[int, int]


def utm33(degrees: np.ndarray) -> np.ndarray:
    """Longitude and latitude to metres east and north in UTM 33 (Krüger's series, better than a metre here)."""
    n = (1 / 298.257222101) / (2 - 1 / 298.257222101)
    radius = 6378137 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    eccentricity = 2 * math.sqrt(n) / (1 + n)
    longitude, sine = np.radians(degrees[:, 0] - 15), np.sin(np.radians(degrees[:, 1]))
    t = np.sinh(np.arctanh(sine) - eccentricity * np.arctanh(eccentricity * sine))
    xi = np.arctan2(t, np.cos(longitude))
    eta = np.arcsinh(np.sin(longitude) / np.hypot(t, np.cos(longitude)))
    east = eta + sum(a * np.cos(2 * j * xi) * np.sinh(2 * j * eta) for j, a in enumerate(series, 1))
    north = xi + sum(a * np.sin(2 * j * xi) * np.cosh(2 * j * eta) for j, a in enumerate(series, 1))
    return np.c_[500_000 + 0.9996 * radius * east, 0.9996 * radius * north]


class Places:
    """The municipalities of one boundary file in order of number, in metres, and who borders on whom."""

    def __init__(self, path: Path) -> None:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        by_number = {str(f["properties"]["kommunenummer"]).zfill(4): shape(f["geometry"]) for f in features}
        self.numbers = sorted(by_number)
        self.shapes = shapely.make_valid(shapely.transform(np.array([by_number[n] for n in self.numbers]), utm33))
        self.counties = [number[:2] for number in self.numbers]

    def borders(self) -> dict[Pair, float]:
        """Pairs with a common border on land, and its length in metres."""
        one, other = shapely.STRtree(self.shapes).query(self.shapes, predicate="intersects")
        pairs = [(int(a), int(b)) for a, b in zip(one, other, strict=True) if a < b]
        lengths = {(a, b): shapely.intersection(self.shapes[a], self.shapes[b]).length for a, b in pairs}
        return {pair: length for pair, length in sorted(lengths.items()) if length > BORDER}

    def crossings(self, land: Iterable[Pair]) -> list[Pair]:
        """What an island is tied to: up to three nearest shores within FERRY, always the nearest one.

        Used to place islands on the map only; nobody is called a neighbour because of it.
        """
        ties: set[Pair] = set()
        while True:
            count, piece = connected_components(self.matrix([*land, *ties]))
            if count == 1:
                return sorted(ties)
            mainland = np.bincount(piece).argmax()
            for island in np.flatnonzero(piece != mainland):
                away = shapely.distance(self.shapes[island], self.shapes)
                away[piece == piece[island]] = np.inf
                near = [j for rank, j in enumerate(np.argsort(away)[:3]) if rank == 0 or away[j] < FERRY]
                ties |= {(int(min(island, j)), int(max(island, j))) for j in near}

    def matrix(self, pairs: Iterable[Pair]) -> np.ndarray:
        linked = np.zeros((len(self.numbers), len(self.numbers)))
        for a, b in pairs:
            linked[a, b] = linked[b, a] = 1
        return linked

    def landlocked(self, borders: dict[Pair, float]) -> np.ndarray:
        """1 for a municipality surrounded by others, 0 for one whose hull is half open to sea or abroad."""
        shared = np.zeros(len(self.numbers))
        for (a, b), length in borders.items():
            shared[a] += length
            shared[b] += length
        largest = [max(shapely.get_parts(g), key=lambda part: part.area) for g in self.shapes]
        around = np.array([part.convex_hull.length for part in largest])
        return np.clip(2 * shared / around - 1, 0, 1)


def springs(home: np.ndarray, ties: np.ndarray, weight: np.ndarray, toward: np.ndarray) -> np.ndarray:
    """Positions where tied places are about 1 apart in their true direction and nobody stands on anyone's toes."""
    at = home.copy()
    for _ in range(1500):
        miss = (toward - (at[ties[:, 1]] - at[ties[:, 0]])) * (weight * 0.1)[:, None]
        np.add.at(at, ties[:, 1], miss)
        np.add.at(at, ties[:, 0], -miss)
        close = cKDTree(at).query_pairs(1.02, output_type="ndarray")
        apart = at[close[:, 1]] - at[close[:, 0]]
        length = np.hypot(*apart.T) + 1e-6
        push = ((1.02 - length) * 0.4 / length)[:, None] * apart
        np.add.at(at, close[:, 0], -push)
        np.add.at(at, close[:, 1], push)
        at += (home * 0.9 - at) * 0.004
    return at


class Grid:
    """Cells in rows, odd rows half a cell to the right; `ring[c]` are the six around, none for cells at the rim."""

    def __init__(self, width: float, height: float) -> None:
        self.columns, self.rows = math.ceil(width), math.ceil(height / ROW_HEIGHT)
        spots = [divmod(cell, self.columns) for cell in range(self.columns * self.rows)]
        self.x = [column + row % 2 / 2 for row, column in spots]
        self.y = [row * ROW_HEIGHT for row, _ in spots]
        self.ring = [self.around(row, column) for row, column in spots]

    def around(self, row: int, column: int) -> list[int]:
        """The six in order of the clock, so that number k + 3 lies opposite number k."""
        if not (0 < row < self.rows - 1 and 0 < column < self.columns - 1):
            return []
        right = column + row % 2
        six = (row, column + 1), (row + 1, right), (row + 1, right - 1), (row, column - 1), (row - 1, right - 1)
        return [r * self.columns + c for r, c in (*six, (row - 1, right))]


class Board:
    """Who sits in which cell, what that costs, and the moves that make it cheaper."""

    APART, FAR, TURNED, SHIFTED, COAST, INLAND, FAULT = 1.0, 0.3, 0.8, 0.12, 0.04, 1.6, 8.0
    STRANGER = (0, 0, 0.05, 0.25, 0.5, 0.9, 1.3, 1.7, 2.1, 2.5)  # for touching someone so many borders away

    def __init__(self, places: Places, seed: int) -> None:
        self.counties, self.dice = places.counties, random.Random(seed)
        self.land = places.borders()
        sea = places.crossings(self.land)
        ties, weight = np.array([*self.land, *sea]), np.array([1.0] * len(self.land) + [0.6] * len(sea))
        home = np.array([g.centroid.coords[0] for g in places.shapes]) / SCALE * (1, -1)
        toward = home[ties[:, 1]] - home[ties[:, 0]]
        toward /= np.hypot(*toward.T)[:, None]
        wished = springs(home, ties, weight, toward)
        self.wished = wished - wished.min(0) + 3
        self.grid = Grid(*(self.wished.max(0) + 3))
        self.cost_of_ties(ties, weight, toward)
        self.cost_of_strangers(places.matrix(map(tuple, ties)))
        self.open = (self.COAST + self.INLAND * places.landlocked(self.land)).tolist()
        self.sit_down()

    def cost_of_ties(self, ties: np.ndarray, weight: np.ndarray, toward: np.ndarray) -> None:
        self.ties: list[list[tuple[int, float, float, float]]] = [[] for _ in self.counties]
        for (a, b), w, (x, y) in zip(ties.tolist(), weight.tolist(), toward.tolist(), strict=True):
            self.ties[a].append((b, w, x, y))
            self.ties[b].append((a, w, -x, -y))

    def cost_of_strangers(self, linked: np.ndarray) -> None:
        steps = np.minimum(shortest_path(linked, unweighted=True), len(self.STRANGER) - 1).astype(int)
        abroad = np.array(self.counties)[:, None] != np.array(self.counties)
        self.strange = (np.array(self.STRANGER)[steps] + 0.12 * (abroad & (steps > 1))).tolist()

    def sit_down(self) -> None:
        cells = np.c_[self.grid.x, self.grid.y]
        squared = ((self.wished[:, None] - cells[None]) ** 2).sum(-1)
        rim = np.array([not ring for ring in self.grid.ring])
        self.shift = (squared * self.SHIFTED).tolist()
        self.at = linear_sum_assignment(squared + 1e6 * rim)[1].tolist()
        self.who = [-1] * len(cells)
        for place, cell in enumerate(self.at):
            self.who[cell] = place
        self.faults: dict[str, int] = {}
        self.note({county: self.pieces_of(county) for county in {"", *self.counties}} | {"lakes": self.lakes()})

    def note(self, faults: dict[str, int]) -> None:
        self.faults |= faults
        self.any_fault = sum(self.faults.values()) > len(self.faults) - 1

    def pieces_of(self, county: str) -> int:
        """How many pieces a county is in; "" is the whole country."""
        return len(self.pieces({c for c, of in zip(self.at, self.counties, strict=True) if of.startswith(county)}))

    def lakes(self) -> int:
        """Empty cells with no way to the sea: on the map they look like municipalities someone forgot."""
        empty = self.pieces({cell for cell, place in enumerate(self.who) if place < 0 and self.grid.ring[cell]})
        return sum(empty) - max(empty)

    def pieces(self, left: set[int]) -> list[int]:
        sizes = []
        while left:
            stack, size = [left.pop()], 0
            while stack:
                touching = left.intersection(self.grid.ring[stack.pop()])
                left -= touching
                stack += touching
                size += 1
            sizes.append(size)
        return sizes

    def faults_after(self, moved: list[int], coast_changed: bool) -> dict[str, int]:
        faults = {county: self.pieces_of(county) for county in {self.counties[place] for place in moved}}
        return faults | ({"": self.pieces_of(""), "lakes": self.lakes()} if coast_changed else {})

    def cost(self, moved: list[int], empties: list[int]) -> float:
        """Of these places where they sit now, and of the empty cells among these. A pair inside counts once."""
        total, x, y, at = 0.0, self.grid.x, self.grid.y, self.at
        for place in moved:
            cell = at[place]
            total += self.shift[place][cell]
            for other, weight, to_x, to_y in self.ties[place]:
                dx, dy = x[at[other]] - x[cell], y[at[other]] - y[cell]
                away = math.sqrt(dx * dx + dy * dy)
                price = self.TURNED * (1 - (dx * to_x + dy * to_y) / away)
                if away > 1.01:
                    price += self.APART + self.FAR * (away - 1) * away
                total += weight * price * (0.5 if other in moved else 1)
            for cell_beside in self.grid.ring[cell]:
                other = self.who[cell_beside]
                if other >= 0:
                    total += self.strange[place][other] * (0.5 if other in moved else 1)
        return total + sum(self.cost_of_empty(cell) for cell in empties if self.who[cell] < 0)

    def cost_of_empty(self, cell: int) -> float:
        """A hole costs what it opens: little at the coast, much inland; a cell with land all round is worst."""
        around = [self.who[beside] for beside in self.grid.ring[cell] if self.who[beside] >= 0]
        return sum(self.open[place] for place in around) + (0, 0, 0, 0, 0, 0.5, 4)[len(around)]

    def propose(self) -> list[tuple[int, int]]:
        """A step or swap beside oneself or beside someone one is tied to, or a row pushed one cell ahead."""
        place = self.dice.randrange(len(self.at))
        way = self.dice.randrange(6)
        if self.dice.random() < 0.15:
            return self.row_pushed(self.at[place], way)
        near = self.at[place] if self.dice.random() < 0.5 else self.at[self.dice.choice(self.ties[place])[0]]
        goal = self.grid.ring[near][way]
        if goal == self.at[place] or not self.grid.ring[goal]:
            return []
        other = self.who[goal]
        return [(place, goal)] if other < 0 else [(place, goal), (other, self.at[place])]

    def row_pushed(self, start: int, way: int) -> list[tuple[int, int]]:
        row = [start]
        while self.who[row[-1]] >= 0 and len(row) < 12:
            row.append(self.grid.ring[row[-1]][way])
        if self.who[row[-1]] >= 0 or not self.grid.ring[row[-1]]:
            return []
        return [(self.who[cell], ahead) for cell, ahead in pairwise(row)]

    def move(self, to: list[tuple[int, int]]) -> None:
        for place, _ in to:
            self.who[self.at[place]] = -1
        for place, cell in to:
            self.who[cell], self.at[place] = place, cell

    def attempt(self, heat: float) -> None:
        to = self.propose()
        if not to:
            return
        moved, back = [place for place, _ in to], [(place, self.at[place]) for place, _ in to]
        touched = {cell for _, cell in (*to, *back)}
        around = sorted(touched.union(*(self.grid.ring[cell] for cell in touched)))
        before = self.cost(moved, around)
        self.move(to)
        dearer = self.cost(moved, around) - before
        limit = -heat * math.log(1 - self.dice.random())
        # The count of faults is slow, so it waits until a move is good enough if it mends one that there is.
        if dearer <= limit + self.FAULT * self.any_fault:
            faults = self.faults_after(moved, {cell for _, cell in to} != {cell for _, cell in back})
            dearer += self.FAULT * sum(count - self.faults[name] for name, count in faults.items())
            if dearer <= limit:
                self.note(faults)
                return
        self.move(back)

    def cool(self, attempts: int, hot: float = 0.6, cold: float = 0.03) -> None:
        for number in range(attempts):
            self.attempt(hot * (cold / hot) ** (number / attempts))

    def cells(self) -> list[Pair]:
        """Column and row, the map pushed up and left; an even number of rows, or odd rows would change sides."""
        spots = [divmod(cell, self.grid.columns)[::-1] for cell in self.at]
        left, top = min(column for column, _ in spots), min(row for _, row in spots) // 2 * 2
        return [(column - left, row - top) for column, row in spots]

    def report(self) -> str:
        x, y = np.array(self.grid.x)[self.at], np.array(self.grid.y)[self.at]
        pairs = np.array(list(self.land))
        apart = np.hypot(x[pairs[:, 0]] - x[pairs[:, 1]], y[pairs[:, 0]] - y[pairs[:, 1]])
        shifted = np.hypot(*(np.c_[x, y] - self.wished).T).mean()
        broken = {name or "Norway": count for name, count in self.faults.items() if count > (name != "lakes")}
        return (
            f"{(apart < 1.01).mean():.1%} of {len(pairs)} land borders are adjacent hexagons, the farthest pair is "
            f"{apart.max():.1f} apart, mean shift from the springs {shifted:.2f}, size {np.ptp(x) + 1:.1f} by "
            f"{np.ptp(y) + 1:.1f}, faults: {broken or 'none'}"
        )


def as_of_2020(now: Places, cells: list[Pair], then: Places) -> dict[str, Pair]:
    """The same cells with the numbers of 2020: each place takes the old number whose shape covers most of it.

    Two islands that were never merged (1144 Kvitsøy, 1835 Røst) are missing in the file of 2020: nothing covers them,
    and they keep their number. Where one became two (1507 Ålesund) the larger share keeps the cell.
    """
    best: dict[str, tuple[float, Pair]] = {}
    tree = shapely.STRtree(then.shapes)
    for number, form, cell in zip(now.numbers, now.shapes, cells, strict=True):
        shares = [(shapely.intersection(form, then.shapes[i]).area, then.numbers[i]) for i in tree.query(form)]
        share, old = max(shares, default=(0.0, number))
        if share < form.area / 2:
            share, old = form.area, number
        if old not in best or share > best[old][0]:
            best[old] = (share, cell)
    return {old: cell for old, (_, cell) in best.items()}


def county_cells(picture: str) -> dict[str, Pair]:
    lines = picture.strip("\n").splitlines()
    words = [(name, (c, r)) for r, line in enumerate(lines) for c, name in enumerate(line.split())]
    return {name: cell for name, cell in words if name != "--"}


def write(path: Path, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main(file_2024: str, file_2020: str, folder: str, attempts: str = "400000", seed: str = "5") -> None:
    now, then = Places(Path(file_2024)), Places(Path(file_2020))
    board = Board(now, int(seed))
    board.cool(int(attempts))
    print(board.report())
    cells = board.cells()
    maps = [(2024, "municipality", dict(zip(now.numbers, cells, strict=True)))]
    maps += [(2020, "municipality", as_of_2020(now, cells, then))]
    maps += [(year, "county", county_cells(picture)) for year, picture in sorted(COUNTY_MAPS.items(), reverse=True)]
    rows = [(year, level, n, *cell) for year, level, where in maps for n, cell in sorted(where.items())]
    write(Path(folder) / "hexagons.csv", [("borders", "level", "number", "column", "row"), *rows])
    both = sorted((now.numbers[x], now.numbers[y]) for a, b in board.land for x, y in ((a, b), (b, a)))
    write(Path(folder) / "neighbours.csv", [("number", "neighbour"), *both])


if __name__ == "__main__":
    main(*sys.argv[1:])
