"""Reading a list of made-up grants, as a ratio to only parsing the same CSV, in the same run."""

import csv
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from vardevei.opendata.sources import SOURCES
from vardevei.opendata.sources.listing import mapping_for

ROWS = 50_000
HEADER = ["prosjektnummer", "tittel", "deltaker", "land", "rolle", "startdato", "sluttdato", "beløp", "program"]


def made(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        for i in range(ROWS):
            name = ("Oslo kommune", "Eksempel AS", "Bodø kommune")[i % 3]
            lines.writerow([i, f"Prosjekt {i}", name, "NO", "partner", "2019-01-01", "2021-12-31", i, "horizon-2020"])


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.csv"
        made(path)
        with path.open(encoding="utf-8", newline="") as file:
            parsing = seconds(lambda: sum(1 for _ in csv.reader(file)))
        mapping = mapping_for(path)
        reading = seconds(lambda: SOURCES["list"].read(path, mapping))
        print(f"{ROWS:,} rows: {ROWS / reading:,.0f} read each second, {reading / parsing:.0f} times plain csv.reader")


if __name__ == "__main__":
    main()
