"""Statistics Norway's classification service: the municipalities and counties of a day, and what changed between days.

The interface is described at https://data.ssb.no/api/klass/v1/api-guide.html (CC BY 4.0): `codesAt` gives the list of a
day, `changes` what became of which number ("from" is included, "to" is not; a side that is empty is a number that began
or ended), and a classification lists its versions. JSON is asked for with the Accept header.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vardevei.opendata.editions.asking import USUAL, Patience, ask, failed
from vardevei.opendata.problem import Problem
from vardevei.opendata.units import Kind

ADDRESS = "https://data.ssb.no/api/klass/v1"
CLASSIFICATION: dict[Kind, int] = {"municipality": 131, "county": 104}
DIGITS: dict[Kind, int] = {"municipality": 4, "county": 2}
NOT_PLACES = ("99", "21", "22", "23")  # unknown, Svalbard, Jan Mayen, the continental shelf: no municipality or county


@dataclass(frozen=True, slots=True)
class Change:
    """Territory of the number `old` belongs to the number `new` from the day. "" means none."""

    day: date
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Klass:
    address: str = ADDRESS
    patience: Patience = USUAL

    def source(self, kind: Kind) -> str:
        return f"{self.address}/classifications/{CLASSIFICATION[kind]}"

    def _ask(self, kind: Kind, what: str, **parameters: str) -> Any:
        return ask(self.source(kind) + what, {"language": "nb", "includeFuture": "true", **parameters}, self.patience)

    def version(self, kind: Kind, day: date) -> str:
        """The name of the version that holds on the day, as "Kommuneinndeling 2024"; "" when none says so."""
        answer = self._ask(kind, "")
        versions = _field(answer, "versions", list, self.source(kind))
        begun = [
            version
            for version in versions
            if _field(version, "validFrom", str, self.source(kind)) <= day.isoformat()
            and (not version.get("validTo") or day.isoformat() < version["validTo"])
        ]
        return str(max(begun, key=lambda version: version["validFrom"]).get("name", "")) if begun else ""

    def names(self, kind: Kind, day: date) -> dict[str, str]:
        """Number -> name of all that exist on the day. Errors: also Problem("source-empty")."""
        answer = self._ask(kind, "/codesAt", date=day.isoformat())
        where = self.source(kind) + "/codesAt"
        found = {}
        for code in _field(answer, "codes", list, where):
            number, name = _field(code, "code", str, where), _field(code, "name", str, where)
            if len(number) == DIGITS[kind] and not number.startswith(NOT_PLACES):
                found[number] = name
        if not found:
            raise Problem(
                "source-empty",
                f"{where} lists nothing on {day}.",
                "There is no such day without municipalities and counties.",
                "Nothing was written. Choose another day with --on, or try again later.",
            )
        return found

    def changes(self, kind: Kind, after: date, until: date) -> list[Change]:
        """What changed after the one day, up to and with the other, in order of days."""
        if until <= after:
            return []
        start, end = after + timedelta(days=1), until + timedelta(days=1)
        answer = self._ask(kind, "/changes", **{"from": start.isoformat(), "to": end.isoformat()})
        where = self.source(kind) + "/changes"
        found = [_change(entry, where) for entry in _field(answer, "codeChanges", list, where)]
        return sorted(
            (change for change in found if not (change.old or change.new).startswith(NOT_PLACES)),
            key=lambda change: (change.day, change.old, change.new),
        )


def _change(entry: Any, where: str) -> Change:
    day = _field(entry, "changeOccurred", str, where)
    try:
        return Change(date.fromisoformat(day), entry.get("oldCode") or "", entry.get("newCode") or "")
    except ValueError as error:
        raise failed(where, f'"{day}" is not a day.') from error


def _field(entry: Any, name: str, kind: type, where: str) -> Any:
    value = entry.get(name) if isinstance(entry, dict) else None
    if not isinstance(value, kind):
        raise failed(where, f'The answer lacks "{name}", or it is not what it was. The interface may have changed.')
    return value
