"""Statistics Norway's classification service and Enhetsregisteret, played by a local server.

Answers have the shape their documentation shows and are made from the built-in register, with made-up changes on
1 January 2027: so the program meets the real 357 municipalities and something new.
"""

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from vardevei.opendata import attributes
from vardevei.opendata.edition import BUILT_IN
from vardevei.opendata.register import load

REFORM = date(2027, 1, 1)
REGISTER = load(BUILT_IN)
BEFORE = date(2026, 6, 1)
CLASSIFICATIONS = {"131": "municipality", "104": "county"}


def names(kind):
    """Number -> name as Statistics Norway prints them before the reform; two of a name get their county in brackets."""
    found = {place.number(BEFORE): place.official_name(BEFORE) for place in REGISTER.on(BEFORE, kind)}
    twice = {name for name in found.values() if list(found.values()).count(name) > 1}
    return {number: f"{name} (Fylke)" if name in twice else name for number, name in found.items()}


def check_digit(eight):
    rest = sum(w * int(d) for w, d in zip((3, 2, 7, 6, 5, 4, 3, 2), eight, strict=True)) % 11
    return None if rest == 1 else (11 - rest) % 11


def made_up_number(seed):
    """A nine-digit number with a right check digit."""
    while (digit := check_digit(f"{seed:08}")) is None:
        seed += 100
    return f"{seed:08}{digit}"


def unit(number, name, form, municipality):
    return {
        "organisasjonsnummer": number,
        "navn": name.upper(),
        "organisasjonsform": {
            "kode": form,
            "beskrivelse": "Kommune" if form == "KOMM" else "Fylkeskommune",
            "_links": {"self": {"href": f"https://data.brreg.no/enhetsregisteret/api/organisasjonsformer/{form}"}},
        },
        "registreringsdatoEnhetsregisteret": "1995-02-20",
        "registrertIMvaregisteret": True,
        "forretningsadresse": {"land": "Norge", "landkode": "NO", "kommunenummer": municipality, "adresse": []},
        "konkurs": False,
        "_links": {"self": {"href": f"https://data.brreg.no/enhetsregisteret/api/enheter/{number}"}},
    }


def units(form):
    """Those of 2026, with the organisation number the built-in facts have last seen, else a made-up one."""
    kind = "municipality" if form == "KOMM" else "county"
    found = []
    for place in REGISTER.on(BEFORE, kind):
        if place.id == "03":
            continue  # Oslo is one organisation
        held = attributes.organisation_numbers(place)
        number = (
            max(held, key=lambda entry: entry.seen).number if held else made_up_number(int(place.id[:4]) + 90000000)
        )
        title = "KOMMUNE" if kind == "municipality" else "FYLKESKOMMUNE"
        at = place.number(BEFORE) if kind == "municipality" else f"{place.number(BEFORE)}01"
        found.append(unit(number, f"{place.name(BEFORE)} {title}", form, at))
    return found


@dataclass
class Services:
    """What the services know. A test changes it before it asks. `broken` may answer in place of them."""

    changes: dict[str, list[tuple[str, str, str, str]]] = field(default_factory=lambda: {"131": [], "104": []})
    units: dict[str, list[dict]] = field(default_factory=lambda: {"KOMM": units("KOMM"), "FYLK": units("FYLK")})
    today: dict[str, dict[str, str]] = field(
        default_factory=lambda: {"131": names("municipality"), "104": names("county")}
    )
    broken: Callable | None = None
    address: str = ""
    asked: list[str] = field(default_factory=list)

    def change(self, classification, old, new, name):
        """On 1 January 2027 the number `old` goes to `new`, which has the name."""
        self.changes[classification].append((old, self.today[classification].get(old, ""), new, name))

    def codes(self, classification, day):
        found = dict(self.today[classification])
        if day >= REFORM.isoformat():
            for old, _, _, _ in self.changes[classification]:
                found.pop(old, None)
            found |= {new: name for _, _, new, name in self.changes[classification] if new}
        return found

    def answer(self, path, wanted):
        if path.endswith("/enheter"):
            return self._page(wanted)
        classification = next((key for key in CLASSIFICATIONS if f"/classifications/{key}" in path), "")
        if path.endswith("/codesAt"):
            return {"codes": [*_codes(self.codes(classification, wanted["date"])), *_codes({"9999": "Uoppgitt"})]}
        if path.endswith("/changes"):
            inside = wanted["from"] <= REFORM.isoformat() < wanted["to"]
            return {"codeChanges": [_change(*entry) for entry in self.changes[classification] if inside]}
        return {"name": "Standard for kommuneinndeling", "versions": [_version(2024), _version(2020)]}

    def _page(self, wanted):
        size, number = int(wanted["size"]), int(wanted.get("page", "0"))
        everything = self.units[wanted["organisasjonsform"]]
        page = {
            "size": size,
            "totalElements": len(everything),
            "totalPages": -(-len(everything) // size),
            "number": number,
        }
        return {"_embedded": {"enheter": everything[number * size : (number + 1) * size]}, "page": page}


def _version(year):
    end = {"validTo": "2024-01-01"} if year == 2020 else {}
    return {"name": f"Kommuneinndeling {year}", "validFrom": f"{year}-01-01", **end}


def _codes(found):
    empty = {"parentCode": None, "level": "1", "shortName": "", "presentationName": "", "validFrom": None, "notes": ""}
    return [{"code": number, "name": name, **empty} for number, name in sorted(found.items())]


def _change(old, old_name, new, new_name):
    return {
        "oldCode": old or None,
        "oldName": old_name or None,
        "oldShortName": None,
        "newCode": new or None,
        "newName": new_name or None,
        "newShortName": None,
        "changeOccurred": REFORM.isoformat(),
    }


@contextmanager
def running():
    """The services on a free port of this machine."""
    services = Services()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            services.asked.append(self.path)
            if services.broken and services.broken(self):
                return
            wanted = {key: values[0] for key, values in parse_qs(parts.query).items()}
            send(self, 200, "application/json;charset=utf-8", json.dumps(services.answer(parts.path, wanted)).encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    services.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()


def send(handler, status, kind, body):
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
    return True
