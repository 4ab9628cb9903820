"""Tries the real addresses: is something there, and does it look as expected? Nothing is fetched whole or kept."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import httpx

from vardevei.opendata.editions import enhetsregisteret, klass
from vardevei.opendata.editions.asking import certificates
from vardevei.opendata.sources import SOURCES
from vardevei.opendata.sources.calling import CALL_SOURCES
from vardevei.opendata.sources.eu_portal_asking import question


@dataclass(frozen=True, slots=True)
class Probe:
    """`expects` is a text that the first bytes of a right answer hold, or "" for any answer.

    `tried` tells whether this program has ever been run against the real service.
    """

    name: str
    address: str
    expects: str = ""
    tried: bool = False
    asks: bool = False  # a search: one row of calls is asked for


@dataclass(frozen=True, slots=True)
class Outcome:
    probe: Probe
    reached: bool
    fault: str

    @property
    def good(self) -> bool:
        return self.reached and not self.fault


def probes(klass_address: str = klass.ADDRESS, enhetsregisteret_address: str = enhetsregisteret.ADDRESS) -> list[Probe]:
    """All the addresses the program knows: the two services of the register, and every source of participations."""
    day = urlencode({"date": date.today().isoformat(), "language": "nb"})
    one = urlencode({"organisasjonsform": "KOMM", "size": "1"})
    found = [
        Probe("Statistics Norway, municipalities", f"{klass_address}/classifications/131/codesAt?{day}", '"codes"'),
        Probe("Statistics Norway, counties", f"{klass_address}/classifications/104/codesAt?{day}", '"codes"'),
        Probe("Enhetsregisteret", f"{enhetsregisteret_address}/enheter?{one}", '"enheter"'),
    ]
    for source in SOURCES.values():
        addresses = dict.fromkeys(address for address in (source.address, *source.files) if address)
        found += [Probe(source.title, address, tried=source.tried) for address in addresses]
    one_row = "?" + urlencode({"apiKey": "SEDIA", "text": "***", "pageSize": 1, "pageNumber": 1})
    found += [
        Probe(source.title, source.address + one_row, '"totalResults"', source.tried, asks=True)
        for source in CALL_SOURCES.values()
    ]
    return found


def run(found: Iterable[Probe], seconds: float = 10.0) -> list[Outcome]:
    """The outcomes in the order of the probes, which are tried side by side."""
    with ThreadPoolExecutor(max_workers=8) as pool:
        return list(pool.map(lambda probe: _try(probe, seconds), found))


def _try(probe: Probe, seconds: float) -> Outcome:
    headers = {"Accept": "application/json, */*;q=0.5", "User-Agent": "vardevei"}
    try:
        with httpx.stream(
            "POST" if probe.asks else "GET",
            probe.address,
            files=question() if probe.asks else None,
            headers=headers,
            timeout=seconds,
            follow_redirects=True,
            verify=certificates(),
        ) as answer:
            start = next(answer.iter_bytes(4096), b"")
            if answer.status_code != 200:
                return Outcome(probe, True, f"answered with the error {answer.status_code}")
    except httpx.TimeoutException:
        return Outcome(probe, False, f"no answer within {seconds:g} seconds")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Outcome(probe, False, f"no connection ({error})")
    if probe.expects.encode() not in start:
        return Outcome(probe, True, f"answered, but without {probe.expects}")
    return Outcome(probe, True, "" if start else "answered with nothing")
