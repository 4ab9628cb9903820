"""Zip archives and spreadsheets (which are zip archives): opened only when what they unpack to is within bounds.

Nothing is ever written to disk, so the path names inside an archive can do no harm.
"""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from vardevei.opendata.problem import Problem

LARGEST_UNPACKED = 3 << 30  # the CORDIS archive of Horizon 2020 unpacks to a few hundred megabytes
LARGEST_SPREADSHEET = 150 << 20
LARGEST_RATIO = 120  # real tables shrink 5 to 40 times; a bomb a thousand times or more
SMALL_ENOUGH = 1 << 20
MOST_ENTRIES = 2_000
_ARCHIVES = (".zip", ".gz", ".7z", ".rar", ".tar", ".xz", ".bz2")


def open_zip(path: Path, *, largest: int = LARGEST_UNPACKED) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(path.name, error) from error
    try:
        _check(archive, path.name, largest)
    except Problem:
        archive.close()
        raise
    return archive


def broken(name: str, error: Exception) -> Problem:
    return Problem(
        "zip-broken",
        f"{name} is not a whole zip archive.",
        f"The download was probably cut off ({str(error)[:120]}).",
        "Nothing was changed. Fetch the file again.",
    )


def _check(archive: zipfile.ZipFile, name: str, largest: int) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > largest:
        raise _bomb(name, f"it unpacks to {unpacked >> 20} MB in {len(entries)} files (limit {largest >> 20} MB)")
    for entry in entries:
        if entry.file_size > SMALL_ENOUGH and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1):
            raise _bomb(name, f"a file in it grows more than {LARGEST_RATIO} times when unpacked")
        if entry.flag_bits & 1:
            what = f"{name} is protected by a password."
            raise Problem("zip-encrypted", what, "", "Nothing was changed. Unpack it yourself and import the files.")


def _bomb(name: str, why: str) -> Problem:
    what = f"{name} is too large when unpacked."
    todo = "Nothing was changed and nothing was unpacked. If the file is genuine, unpack it and import the tables."
    return Problem("zip-too-large", what, f"{why[0].upper()}{why[1:]}.", todo)


def entry(archive: zipfile.ZipFile, name: str, wanted: Iterable[str]) -> zipfile.ZipInfo | None:
    """The one entry with one of these file names, in whatever folder; archives inside archives are refused."""
    files = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.filename.lower().endswith(_ARCHIVES) for info in files):
        what = f"{name} has another archive inside it."
        raise Problem(
            "zip-nested", what, "Only tables are read.", "Nothing was changed. Unpack it and import the inner file."
        )
    wanted = {file.lower() for file in wanted}
    # Some published archives write folders with a backslash.
    found = [info for info in files if info.filename.replace("\\", "/").rsplit("/", 1)[-1].lower() in wanted]
    if len(found) > 1:
        names = ", ".join(info.filename for info in found[:5])
        raise Problem(
            "zip-duplicate", f"{name} holds the same table more than once ({names}).", "", "Nothing was changed."
        )
    return found[0] if found else None
