"""Asks an open interface for JSON, with patience but not forever."""

import json
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

from vardevei.opendata.problem import Problem

LARGEST = 20_000_000  # bytes; all municipalities are about 200,000


@dataclass(frozen=True, slots=True)
class Patience:
    """`seconds` is the limit for one answer with all its tries; the wait between tries doubles each time."""

    seconds: float = 60.0
    tries: int = 4
    first_wait: float = 0.5


USUAL = Patience()


class _Passing(Exception):
    """A fault that may be gone in a moment."""


def ask(address: str, parameters: Mapping[str, str], patience: Patience) -> Any:
    """The answer as Python values. Errors: Problem("source-failed"), after the last try for faults that may pass."""
    end, wait = time.monotonic() + patience.seconds, patience.first_wait
    for tries_left in reversed(range(patience.tries)):
        try:
            return _parsed(_fetched(address, parameters, end), address)
        except _Passing as fault:
            if not tries_left or time.monotonic() + wait > end:
                raise failed(address, str(fault)) from fault
        time.sleep(wait)
        wait *= 2
    raise failed(address, "It was never asked.")


def failed(address: str, why: str) -> Problem:
    return Problem(
        "source-failed",
        f"{address} gave no answer that can be used.",
        why,
        "Nothing was written. Try again later; vardevei check sources shows which addresses answer.",
        address=address,
    )


@cache
def certificates() -> ssl.SSLContext:
    """Read once: it takes longer than a question."""
    return httpx.create_ssl_context()


def _fetched(address: str, parameters: Mapping[str, str], end: float) -> bytes:
    headers = {"Accept": "application/json", "User-Agent": "vardevei"}
    left = max(0.1, end - time.monotonic())
    try:
        with httpx.stream(
            "GET",
            address,
            params=parameters,
            headers=headers,
            timeout=left,
            follow_redirects=True,
            verify=certificates(),
        ) as answer:
            _check(answer, address)
            return _body(answer, address, end)
    except httpx.TimeoutException as error:
        raise _Passing("It did not answer in time.") from error
    except httpx.TransportError as error:
        raise _Passing(f"The connection failed ({error}).") from error
    except httpx.InvalidURL as error:
        raise failed(address, f"The address is not right: {error}.") from error


def _check(answer: httpx.Response, address: str) -> None:
    if answer.status_code >= 500 or answer.status_code == 429:
        raise _Passing(f"It answered with the error {answer.status_code}.")
    if answer.status_code != 200:
        raise failed(address, f"It answered with the error {answer.status_code}.")
    kind = answer.headers.get("content-type", "")
    if "json" not in kind:
        raise failed(address, f'It answered with "{kind}", not JSON. Perhaps a page stood in the way.')


def _body(answer: httpx.Response, address: str, end: float) -> bytes:
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if time.monotonic() > end:
            raise _Passing("It did not answer in time.")
        if len(body) > LARGEST:
            raise failed(address, f"The answer is larger than {LARGEST // 1_000_000} MB.")
    return bytes(body)


def _parsed(body: bytes, address: str) -> Any:
    try:
        return json.loads(body)
    except ValueError as error:  # also wrong charset
        raise _Passing(f"The answer is cut off or is not JSON ({len(body)} bytes: {error}).") from error
