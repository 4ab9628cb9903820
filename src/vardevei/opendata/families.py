"""Programme families: what can be chosen, and for those without a loaded source, which file to fetch and where."""

from dataclasses import dataclass
from functools import cache

from vardevei.opendata.register import BUILT_IN, rows

GROUPS = {
    "eea": {"nb": "EØS-midlene", "nn": "EØS-midlane", "en": "the EEA and Norway Grants"},
    "interreg": {"nb": "Interreg", "nn": "Interreg", "en": "Interreg"},
    "sector": {"nb": "EUs sektorprogrammer", "nn": "sektorprogramma til EU", "en": "the EU's sector programmes"},
    "nordic": {"nb": "nordiske programmer", "nn": "nordiske program", "en": "Nordic programmes"},
}
ALL = {"nb": "alle programmer", "nn": "alle program", "en": "all programmes"}
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Family:
    """One row of facts/programme_families.csv. `years` and `source_address` are empty where no source was found.

    `importer` is the name to give `vardevei import`; empty means `list`, a spreadsheet with its own columns.
    """

    code: str
    group: str
    name: dict[str, str]
    years: str
    years_address: str
    source_name: str
    source_address: str
    importer: str
    note: dict[str, str]


@cache
def families() -> tuple[Family, ...]:
    return tuple(_family(row) for row in rows(BUILT_IN / "programme_families.csv"))


def by_code(code: str) -> Family:
    """KeyError when there is none."""
    return {family.code: family for family in families()}[code]


def within(code: str) -> tuple[Family, ...]:
    """The families a choice covers: "all", a group's code, or one family's."""
    return tuple(family for family in families() if code in ("all", family.group, family.code))


def name(code: str, language: str) -> str:
    """What a choice of family is called inside a sentence."""
    if code == "all":
        return ALL[language]
    return GROUPS[code][language] if code in GROUPS else by_code(code).name[language]


def _family(row: dict[str, str]) -> Family:
    plain = ("code", "group", "years", "years_address", "source_name", "source_address", "importer")
    texts = {field: {language: row[f"{field}_{language}"] for language in LANGUAGES} for field in ("name", "note")}
    return Family(**{field: row[field] for field in plain}, name=texts["name"], note=texts["note"])
