"""What somebody has chosen to look at: words and filters, all in the address."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.library.domain.catalogue import Entry
from vardevei.library.enums import Dimension, Model
from vardevei.opendata import families, places
from vardevei.opendata.places import Kind
from vardevei.web.alphabet import alphabetical

Option = tuple[str, str]
LABELS: dict[str, str | Promise] = {
    "fylke": _("Fylke"),
    "kommune": _("Kommune"),
    "program": _("Program"),
    "modell": _("Modell"),
    "rolle": _("Fylkeskommunens rolle"),
    "aar": _("I gang dette året"),
}
ALL = {
    "fylke": _("Alle fylker"),
    "kommune": _("Alle kommuner"),
    "program": _("Alle programmer"),
    "modell": _("Alle modeller"),
    "rolle": _("Alle roller"),
    "aar": _("Alle år"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    q: str = ""
    fylke: str = ""
    kommune: str = ""
    program: str = ""
    modell: str = ""
    rolle: str = ""
    aar: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> "Choice":
        return cls(**{field.name: sent.get(field.name, "").strip()[:100] for field in fields(cls)})

    def holds(self, entry: Entry) -> bool:
        """Whether the example passes every filter. What cannot be answered by the example does not pass."""
        return all(getattr(self, name) in _values(name, entry) for name in LABELS if getattr(self, name))


def in_words(chosen: Choice) -> str:
    """What is narrowed to: "Østfold, Seminar"."""
    there = ((name, getattr(chosen, name)) for name in LABELS)
    return ", ".join(_text(name, value) for name, value in there if value)


def filters(entries: list[Entry], chosen: Choice) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """(name, label, options) for each filter; only what some example has can be chosen."""
    made = []
    for name, label in LABELS.items():
        there = {value for entry in entries for value in _values(name, entry)}
        now = getattr(chosen, name)
        options = sorted(((value, _text(name, value)) for value in there), key=lambda one: alphabetical(one[1]))
        choices = [("", str(ALL[name]), not now), *((value, text, value == now) for value, text in options)]
        made.append((name, str(label), choices))
    return made


def _values(name: str, entry: Entry) -> Iterable[str]:
    match name:
        case "fylke":
            return _numbers(entry, "county")
        case "kommune":
            return _numbers(entry, "municipality")
        case "program":
            return entry.families
        case "modell":
            return [entry.example.model]
        case "rolle":
            return list(entry.example.dimensions)
        case _:
            return _years(entry)


def _numbers(entry: Entry, kind: Kind) -> list[str]:
    """Today's numbers. A county has those of its municipalities' examples too."""
    return [place.number() for place in entry.today if place.kind == kind]


def _years(entry: Entry) -> list[str]:
    """From the year it began to the year it ended, or the last year anything is known of it."""
    if entry.since is None:
        return []
    figures = [row.get("year") for row in entry.revision.evidence]
    last = entry.until or max([entry.since, *(year for year in figures if isinstance(year, int))])
    return [str(year) for year in range(entry.since, last + 1)]


def _text(name: str, value: str) -> str:
    match name:
        case "fylke" | "kommune":
            place = places.by_number(value)
            return place.name() if place else value
        case "program":
            known = {family.code for family in families.families()}
            return _upper(families.name(value, get_language() or "nb")) if value in known else value
        case "modell" if value in Model.values:
            return str(Model(value).label)
        case "rolle" if value in Dimension.values:
            return str(Dimension(value).label)
        case _:
            return value


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
