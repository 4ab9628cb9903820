"""One edition of the register, read from a folder of small CSV files, with the indexes that make looking up quick."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

from vardevei.opendata import edition
from vardevei.opendata.edition import BUILT_IN, folder_in_use, rows
from vardevei.opendata.problem import Problem
from vardevei.opendata.units import Kind, Language, Name, Number, Period, Place, Succession

__all__ = ["BUILT_IN", "Register", "folder_in_use", "load", "rows"]


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

    def __init__(self, places: Iterable[Place], successions: Iterable[Succession], years: tuple[int, int]) -> None:
        self.first_year, self.last_year = years
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

    def check_year(self, year: int) -> None:
        if not self.first_year <= year <= self.last_year:
            raise Problem(
                "year-without-register",
                f"The register covers {self.first_year} to {self.last_year}, not {year}.",
                "Earlier years are not built in, and later ones are not known yet.",
                "Choose a year within it, or fetch a new edition: vardevei update register.",
                year=year,
                first=self.first_year,
                last=self.last_year,
            )


def load(folder: Path | None = None) -> Register:
    """Read an edition. Errors: FileNotFoundError names the file that is missing."""
    folder = folder or folder_in_use()
    about = edition.read(folder)
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
    successions = [_succession(row) for row in rows(folder / "successions.csv")]
    return Register(places, successions, (about.first_year, about.last_year))


def _name(row: dict[str, str]) -> Name:
    language = row["language"]
    assert language in ("norwegian", "sami", "kven"), row
    return Name(row["name"], cast(Language, language), int(row["order"]), _period(row), row["note"])


def _succession(row: dict[str, str]) -> Succession:
    area = {language: row[f"area_{language}"] for language in ("nb", "nn", "en") if row["area_nb"]}
    return Succession(
        before=row["before"],
        after=row["after"],
        day=date.fromisoformat(row["day"]),
        kind="split" if row["kind"] == "split" else "merged",
        area=area,
        area_source=row["area_source"],
    )
