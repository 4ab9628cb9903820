"""An edition is a folder of small CSV files with the register as it was known on a day. Which one is in use?

The built-in edition lies in `facts/`. `vardevei update register` writes later ones into `register/` in the data folder;
the file `in-use.txt` there names the one that counts, so a new edition takes over in one step or not at all.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vardevei.opendata.data_folder import data_folder
from vardevei.opendata.problem import Problem

BUILT_IN = Path(__file__).parent / "facts"
POINTER = "in-use.txt"
# the files of the register itself; every other fact file stays with the program
FILES = ("places", "numbers", "names", "successions", "territories", "organisation_numbers", "edition")


@dataclass(frozen=True, slots=True)
class Read:
    """One source an edition was made from. `read_on` is the day somebody or something read it."""

    title: str
    address: str
    read_on: date


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition says about itself. Complete from 1 January of `first_year` to `known_until`, which lies in or
    after `last_year`, the last year whose 1 January borders can be counted on."""

    folder: Path
    made_on: date
    first_year: int
    last_year: int
    known_until: date
    sources: tuple[Read, ...]


def rows(file: Path) -> list[dict[str, str]]:
    """The lines of a fact file. A fact that a later edition does not carry is read from the built-in ones."""
    if file.stem not in FILES and not file.exists():
        file = BUILT_IN / file.name
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(folder: Path) -> Edition:
    """What the edition in the folder says about itself. Errors: Problem("edition-broken")."""
    try:
        entries = rows(folder / "edition.csv")
        said = {entry["what"]: entry["value"] for entry in entries}
        sources = [
            Read(entry["value"], entry["address"], date.fromisoformat(entry["read_on"]))
            for entry in entries
            if entry["what"] == "source"
        ]
        return Edition(
            folder,
            date.fromisoformat(said["made_on"]),
            int(said["first_year"]),
            int(said["last_year"]),
            date.fromisoformat(said["known_until"]),
            tuple(sources),
        )
    except (OSError, KeyError, ValueError) as error:
        raise Problem(
            "edition-broken",
            f"The edition of the register in {folder} cannot be read.",
            f"{type(error).__name__}: {error}",
            f"Delete {home() / POINTER} to use the built-in edition, and run vardevei update register again.",
        ) from error


def home() -> Path:
    """Where editions that were fetched later lie, each in its own folder."""
    return data_folder() / "register"


def folder_in_use() -> Path:
    """The fetched edition that `in-use.txt` names, unless the program came with a newer one."""
    pointer = home() / POINTER
    if not pointer.exists():
        return BUILT_IN
    later = home() / pointer.read_text(encoding="utf-8").strip()
    return later if read(later).made_on >= read(BUILT_IN).made_on else BUILT_IN
