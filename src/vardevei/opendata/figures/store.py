"""Where the mart lies: written beside, checked, swapped in by a manifest, and read without a lock.

A build is a folder of its own (mart.duckdb and one Parquet file a table) that never changes after it is named in
manifest.json. So a reader never waits, a build killed half-way leaves the old mart in place, and two builds at once are
harmless: the one that read its data last stays.
"""

import csv
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from vardevei.opendata.data_folder import data_folder
from vardevei.opendata.figures.tables import TABLES, Row
from vardevei.opendata.problem import Problem

MANIFEST, FILE, NOTHING = "manifest.json", "mart.duckdb", r"\N"
GRACE = 600  # seconds an old or unfinished build is left alone: somebody may be reading or writing it


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which build is the mart: its folder, the SHA-256 of its DuckDB file, when its data were read, its row counts."""

    build: str
    sha256: str
    built_at: str
    read_at: str
    rows: dict[str, int]
    previous: str = ""

    def __str__(self) -> str:
        return f"{self.build}, {self.rows['participation']} participations, data read at {self.read_at}"


def folder(data: Path | str | None = None) -> Path:
    """The mart's folder inside the data folder (VARDEVEI_DATA, else "var")."""
    return Path(data or data_folder()).expanduser() / "mart"


def write(where: Path, content: Mapping[str, Sequence[Row]], read_at: datetime | None = None) -> Manifest:
    """Build beside, check, swap. Gives the manifest that holds afterwards (a newer build's, if one came first)."""
    read_at = read_at or datetime.now(UTC)
    where.mkdir(parents=True, exist_ok=True)
    build = Path(tempfile.mkdtemp(prefix="build-", dir=where))
    try:
        counts = _fill(build, content)
        mine = Manifest(build.name, _sha256(build / FILE), datetime.now(UTC).isoformat(), read_at.isoformat(), counts)
        return _swap(where, mine)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)
        raise


def manifest(where: Path) -> Manifest:
    try:
        return Manifest(**json.loads((where / MANIFEST).read_text("utf-8")))
    except FileNotFoundError:
        raise Problem(
            "mart-missing",
            f"There is no mart in {where}.",
            "Figures are computed from it, and it has not been built here.",
            "Run: vardevei mart (make install does it too).",
        ) from None


def version(where: Path) -> int:
    """Changes when another build is swapped in; 0 when there is none. The key of every cache of figures."""
    try:
        return (where / MANIFEST).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def connect(where: Path) -> duckdb.DuckDBPyConnection:
    """The current mart, for reading. Tries again when the build was swapped away between looking and opening."""
    for _ in range(5):
        file = where / manifest(where).build / FILE
        try:
            return duckdb.connect(str(file), read_only=True)
        except duckdb.IOException:
            if file.exists():
                raise
    raise Problem("mart-missing", f"The mart in {where} has no file.", "It was removed.", "Run: vardevei mart")


def connect_default(data: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """The mart of the data folder, for reading (VARDEVEI_DATA, else "var")."""
    return connect(folder(data))


def _fill(build: Path, content: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    connection = duckdb.connect(str(build / FILE))
    try:
        for table, columns in TABLES.items():
            load(connection, build, table, columns, content[table])
            connection.execute(f"copy {table} to '{_quoted(build / table)}.parquet' (format parquet)")
        return {table: len(content[table]) for table in TABLES}
    finally:
        connection.close()


def load(
    connection: duckdb.DuckDBPyConnection, beside: Path, table: str, columns: Mapping[str, str], rows: Sequence[Row]
) -> None:
    """One table by way of a CSV file: a hundred times quicker than inserting row by row."""
    connection.execute(f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
    passing = beside / f"{table}.csv"
    with passing.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")  # a text may hold a line break, so all breaks must be alike
        lines.writerows([NOTHING if value is None else value for value in row] for row in rows)
    options = (
        f"header false, auto_detect false, quote '\"', escape '\"', delim ',', nullstr '{NOTHING}', new_line '\\n'"
    )
    connection.execute(f"copy {table} from '{_quoted(passing)}' ({options})")
    passing.unlink()


def _swap(where: Path, mine: Manifest) -> Manifest:
    with _alone(where):
        now = manifest(where) if (where / MANIFEST).exists() else None
        if now and now.read_at > mine.read_at:
            shutil.rmtree(where / mine.build)
            return now
        mine = Manifest(**{**asdict(mine), "previous": now.build if now else ""})
        beside = where / f"{mine.build}.json"
        beside.write_text(json.dumps(asdict(mine), indent=1), "utf-8")
        os.replace(beside, where / MANIFEST)
        _tidy(where, keep={mine.build, mine.previous})
        return mine


def _tidy(where: Path, keep: set[str]) -> None:
    for old in where.glob("build-*"):
        if old.name.removesuffix(".json") not in keep and time.time() - old.stat().st_mtime > GRACE:
            shutil.rmtree(old) if old.is_dir() else old.unlink()


@contextmanager
def _alone(where: Path) -> Iterator[None]:
    """Only one process swaps at a time. The lock is the system's: it goes when the process does."""
    with (where / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
