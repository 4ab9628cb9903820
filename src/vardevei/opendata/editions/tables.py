"""The register's files as rows of text: looked up and changed in memory, written whole."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from vardevei.opendata.edition import FILES, rows
from vardevei.opendata.units import Kind

Row = dict[str, str]
COLUMNS = {
    "places": ("id", "kind", "start", "end"),
    "numbers": ("id", "number", "start", "end"),
    "names": ("id", "order", "name", "language", "start", "end", "note"),
    "successions": ("before", "after", "day", "kind", "area_nb", "area_nn", "area_en", "area_source"),
    "territories": ("id", "areas"),
    "organisation_numbers": ("id", "organisation_number", "seen", "source"),
    "edition": ("what", "value", "address", "read_on"),
}
OTHER_ORDER = {"successions", "edition"}  # the rest is kept in the order of ids


def holds(row: Row, day: date) -> bool:
    return (not row["start"] or row["start"] <= day.isoformat()) and (not row["end"] or day.isoformat() <= row["end"])


class Tables:
    def __init__(self, folder: Path) -> None:
        self.rows: dict[str, list[Row]] = {name: rows(folder / f"{name}.csv") for name in FILES}
        self.kinds = {row["id"]: row["kind"] for row in self.rows["places"]}
        self._names: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows["names"]:
            self._names[row["id"]].append(row)

    def existing(self, kind: Kind, day: date) -> dict[str, str]:
        """Number -> id of the places of the kind on the day."""
        held = [row for row in self.rows["numbers"] if holds(row, day)]
        return {row["number"]: row["id"] for row in held if self.kinds[row["id"]] == kind}

    def names(self, place: str, day: date) -> list[Row]:
        """The official names on the day, in official order."""
        held = (row for row in self._names[place] if holds(row, day))
        return sorted(held, key=lambda row: int(row["order"]))

    def areas(self, place: str) -> list[str]:
        return next(row["areas"].split() for row in self.rows["territories"] if row["id"] == place)

    def add(self, table: str, **values: str) -> None:
        row = {column: values.get(column, "") for column in COLUMNS[table]}
        self.rows[table].append(row)
        if table == "names":
            self._names[row["id"]].append(row)

    def close(self, table: str, place: str, day: date) -> None:
        """The place's open rows end the day before."""
        for row in self.rows[table]:
            if row["id"] == place and not row["end"]:
                row["end"] = (day - timedelta(days=1)).isoformat()

    def make(self, place: str, kind: Kind, number: str, day: date) -> None:
        self.kinds[place] = kind
        self.add("places", id=place, kind=kind, start=day.isoformat())
        self.add("numbers", id=place, number=number, start=day.isoformat())

    def save(self, folder: Path) -> None:
        for name, entries in self.rows.items():
            ordered = entries if name in OTHER_ORDER else sorted(entries, key=lambda row: row["id"])
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS[name], lineterminator="\n")
                writer.writeheader()
                writer.writerows(ordered)
