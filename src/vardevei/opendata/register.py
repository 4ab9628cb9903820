"""One edition of the register, read from a folder of small CSV files, with the indexes that make looking up quick."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from vardevei.opendata.problem import Problem
from vardevei.opendata.units import Kind, Name, Number, Period, Place, Succession

BUILT_IN = Path(__file__).parent / "facts"
FIRST_YEAR, LAST_YEAR = 2013, 2026


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def folder_in_use() -> Path:
    """An edition fetched later (`vardevei update register`) wins over the built-in one."""
    later = Path(os.environ.get("VARDEVEI_DATA", "var")) / "register"
    return later if (later / "places.csv").exists() else BUILT_IN


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _period(row: dict[str, str]) -> Period:
    return Period(_day(row["start"]), _day(row["end"]))


def _by_id(entries: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    grouped = defaultdict(list)
    for row in entries:
        grouped[row["id"]].append(row)
    return grouped


class Register:
    """Places and successions, with indexes. Shapes: `places` is id -> Place; all lookups are by text number and day."""

    def __init__(self, places: Iterable[Place], successions: Iterable[Succession]) -> None:
        self.places = {place.id: place for place in places}
        self.successions = tuple(successions)
        self._holders: dict[str, list[tuple[Period, Place]]] = defaultdict(list)
        self._owners: dict[str, list[Place]] = defaultdict(list)
        self._before: dict[str, list[Succession]] = defaultdict(list)
        self._after: dict[str, list[Succession]] = defaultdict(list)
        for place in self.places.values():
            for entry in place.numbers:
                self._holders[entry.number].append((entry.period, place))
            for area in place.areas:
                self._owners[area].append(place)
        for step in self.successions:
            self._before[step.after].append(step)
            self._after[step.before].append(step)

    def on(self, day: date, kind: Kind = "municipality") -> tuple[Place, ...]:
        self.check_year(day.year)
        found = [place for place in self.places.values() if place.kind == kind and place.exists(day)]
        return tuple(sorted(found, key=lambda place: place.number(day)))

    def by_number(self, number: str, on: date | None = None) -> Place | None:
        holders = self._holders.get(number, [])
        if on is None:
            return max(holders, key=lambda held: held[0].start or date.min)[1] if holders else None
        return next((place for period, place in holders if period.holds(on)), None)

    def county_of(self, place: Place, on: date) -> Place:
        if place.kind == "county":
            return place
        county = self.by_number(place.number(on)[:2], on)
        if county is None or not place.exists(on):
            raise Problem("place-not-there", f"{place} did not exist on {on}.", "It was merged, split or not yet made.")
        return county

    def predecessors(self, place: Place) -> tuple[Succession, ...]:
        return tuple(self._before.get(place.id, ()))

    def successors(self, place: Place) -> tuple[Succession, ...]:
        return tuple(self._after.get(place.id, ()))

    def holding(self, areas: Iterable[str], on: date, kind: Kind) -> tuple[Place, ...]:
        """The places of the kind that hold some of the areas on the day, each once, in the order of ids."""
        self.check_year(on.year)
        found = {p.id: p for area in areas for p in self._owners[area] if p.kind == kind and p.exists(on)}
        return tuple(found[key] for key in sorted(found))

    @staticmethod
    def check_year(year: int) -> None:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Problem(
                "year-without-register",
                f"The register covers {FIRST_YEAR} to {LAST_YEAR}, not {year}.",
                "Earlier years are not built in, and later ones are not known yet.",
                "Choose a year within it, or fetch a new edition: vardevei update register.",
                year=year,
            )


def load(folder: Path | None = None) -> Register:
    """Read an edition. Errors: FileNotFoundError names the file that is missing."""
    folder = folder or folder_in_use()
    numbers, names = _by_id(rows(folder / "numbers.csv")), _by_id(rows(folder / "names.csv"))
    areas = {row["id"]: frozenset(row["areas"].split()) for row in rows(folder / "territories.csv")}
    places = [
        Place(
            id=row["id"],
            kind="county" if row["kind"] == "county" else "municipality",
            period=_period(row),
            numbers=tuple(Number(entry["number"], _period(entry)) for entry in numbers[row["id"]]),
            names=tuple(_name(entry) for entry in names[row["id"]]),
            areas=areas[row["id"]],
        )
        for row in rows(folder / "places.csv")
    ]
    return Register(places, [_succession(row) for row in rows(folder / "successions.csv")])


def _name(row: dict[str, str]) -> Name:
    language = row["language"]
    assert language in ("norwegian", "sami", "kven"), row
    return Name(row["name"], language, int(row["order"]), _period(row), row["note"])  # type: ignore[arg-type]


def _succession(row: dict[str, str]) -> Succession:
    kind = "split" if row["kind"] == "split" else "merged"
    area = {language: row[f"area_{language}"] for language in ("nb", "nn", "en") if row["area_nb"]}
    return Succession(
        row["before"],
        row["after"],
        date.fromisoformat(row["day"]),
        kind,
        area,
        row["area_source"],  # type: ignore[arg-type]
    )
