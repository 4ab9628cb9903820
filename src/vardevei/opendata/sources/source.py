"""What every source says about itself, and the two things it can do: fetch and read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import fetching
from vardevei.opendata.sources.family import given
from vardevei.opendata.sources.mapping import Mapping
from vardevei.opendata.sources.rows import Reading

Reader = Callable[[Path, Mapping | None, str], Reading]


@dataclass(frozen=True, slots=True)
class Source:
    """An open file that participations can be read from.

    `address` is the page or file it is published at, `files` the files that can be fetched without a browser,
    `families` the programme families it covers (empty: the file or the one who imports says).
    `tried` tells whether the addresses have been fetched from by this program for real.
    """

    name: str
    title: str
    address: str
    licence: str
    publisher: str
    families: tuple[str, ...]
    reader: Reader
    files: tuple[str, ...] = ()
    tried: bool = False

    def read(self, path: Path | str, mapping: Mapping | None = None, family: str = "") -> Reading:
        """The whole file; a Problem when it cannot be trusted. `family` is for rows that do not say it themselves."""
        return self.reader(Path(path), mapping, given(family))

    def fetch(self, folder: Path | str, files: tuple[str, ...] = ()) -> list[Path]:
        """Fetches the published files into the folder, as they are."""
        wanted = files or self.files
        if not wanted:
            raise Problem(
                "fetch-by-hand",
                f"{self.title} has no address that a program can fetch.",
                f"It is published at {self.address or 'no fixed place'}.",
                f"Save the file from there, and run: vardevei import {self.name} FILE",
            )
        return [fetching.fetch(address, Path(folder)) for address in wanted]
