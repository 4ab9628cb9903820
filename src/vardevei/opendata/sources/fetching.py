"""Fetches one published file to disk, whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from vardevei.opendata.problem import Problem

LARGEST = 2 << 30
SECONDS = 60.0


def fetch(address: str, folder: Path) -> Path:
    """The path of the fetched file. An unfinished one never gets the real name."""
    import httpx  # 0.1 s to load, and most imports are from a file at hand

    name = Path(urlsplit(address).path).name or "download"
    folder.mkdir(parents=True, exist_ok=True)
    unfinished, finished = folder / f".{name}.part", folder / name
    try:
        with httpx.stream("GET", address, follow_redirects=True, timeout=SECONDS) as answer:
            answer.raise_for_status()
            _write(answer.iter_bytes(), unfinished, address)
        os.replace(unfinished, finished)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _failed(address, f"{type(error).__name__}: {str(error)[:200]}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return finished


def _write(pieces: Iterator[bytes], unfinished: Path, address: str) -> None:
    size = 0
    with unfinished.open("wb") as file:
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                raise _failed(address, f"It is larger than {LARGEST >> 30} GB.")
            file.write(piece)
    if not size:
        raise _failed(address, "The answer was empty.")


def _failed(address: str, why: str) -> Problem:
    todo = "Nothing was changed. Try again later, or save the file with a browser and import it from disk."
    return Problem("fetch-failed", f"{address} could not be fetched.", why, todo)
