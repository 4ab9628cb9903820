"""Asks the portal's search interface for all open and coming calls, page by page, and keeps the answer as one file.

As observed, not documented by the Commission: `query` and `languages` must be parts of the form that are files of the
type JSON. As ordinary fields they give error 500; in the address they are ignored, and everything comes.
"""

import json
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vardevei.opendata.problem import Problem

ADDRESS = "https://api.tech.ec.europa.eu/search-api/prod/rest/search"
TYPES, STATES = ["1", "2", "8"], ["31094501", "31094502"]
PAGE, MOST_PAGES = 100, 100
LARGEST = 50_000_000  # bytes of one page; the whole open set is about 21 MB
FILE = "eu-portal.json"


@dataclass(frozen=True, slots=True)
class Patience:
    """`seconds` for one page; the wait between tries doubles."""

    seconds: float = 60.0
    tries: int = 4
    first_wait: float = 1.0


USUAL = Patience()


def fetch(folder: Path | str, address: str = ADDRESS, patience: Patience = USUAL) -> Path:
    """The file with every row of every page. Whole or not at all: a page that fails leaves what was there."""
    rows = _all_pages(address, patience)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished, finished = folder / f".{FILE}.part", folder / FILE
    told = {"takenAt": datetime.now(UTC).isoformat(), "address": address, "complete": True, "results": rows}
    unfinished.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    os.replace(unfinished, finished)
    return finished


def _all_pages(address: str, patience: Patience) -> list[Any]:
    rows: list[Any] = []
    total = 0
    for number in range(1, MOST_PAGES + 1):
        page = _patiently(address, number, patience)
        found, told = page.get("results"), page.get("totalResults")
        if not isinstance(found, list) or not isinstance(told, int):
            raise failed(address, "The answer holds no list of results, or does not say how many there are.")
        rows, total = rows + found, told
        if len(rows) >= total or not found:
            break
    if len(rows) < total:
        raise failed(address, f"It said that there are {total} rows, and gave {len(rows)}.")
    return rows


def question() -> dict[str, tuple[str, str, str]]:
    """The parts of the form that are files."""
    wanted = {"bool": {"must": [{"terms": {"type": TYPES}}, {"terms": {"status": STATES}}]}}
    parts = {"query": wanted, "languages": ["en"]}
    return {name: ("blob", json.dumps(part), "application/json") for name, part in parts.items()}


def _patiently(address: str, number: int, patience: Patience) -> dict[str, Any]:
    wait = patience.first_wait
    for left in reversed(range(patience.tries)):
        try:
            return _ask(address, number, patience.seconds)
        except _Passing as fault:
            if not left:
                raise failed(address, str(fault)) from fault
        time.sleep(wait)
        wait *= 2
    raise failed(address, "It was never asked.")


class _Passing(Exception):
    """A fault that may be gone in a moment."""


def _ask(address: str, number: int, seconds: float) -> dict[str, Any]:
    import httpx  # 0.1 s to load, and most imports are from a file at hand

    parameters: dict[str, str | int] = {"apiKey": "SEDIA", "text": "***", "pageSize": PAGE, "pageNumber": number}
    headers = {"Accept": "application/json", "User-Agent": "vardevei"}
    try:
        answer = httpx.post(address, params=parameters, files=question(), headers=headers, timeout=seconds)
    except httpx.TimeoutException as error:
        raise _Passing("It did not answer in time.") from error
    except httpx.TransportError as error:
        raise _Passing(f"The connection failed ({str(error)[:150]}).") from error
    except httpx.InvalidURL as error:
        raise failed(address, f"The address is not right: {error}.") from error
    if answer.status_code >= 500 or answer.status_code == 429:
        raise _Passing(f"It answered with the error {answer.status_code}.")
    if answer.status_code != 200:
        raise failed(address, f"It answered with the error {answer.status_code}.")
    return _parsed(answer.content, address)


def _parsed(body: bytes, address: str) -> dict[str, Any]:
    if len(body) > LARGEST:
        raise failed(address, f"A page of the answer is larger than {LARGEST // 1_000_000} MB.")
    try:
        page = json.loads(body)
    except ValueError as error:
        raise _Passing(f"The answer is cut off or is not JSON ({len(body)} bytes).") from error
    if not isinstance(page, dict):
        raise failed(address, "The answer is JSON, but not an answer to a search.")
    return page


def failed(address: str, why: str) -> Problem:
    return Problem(
        "source-failed",
        f"{address} gave no answer that can be used.",
        why,
        "Nothing was changed. Try again later, or import a saved answer: vardevei import eu-portal FILE.",
        address=address,
    )
