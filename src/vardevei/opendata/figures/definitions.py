"""The reviewed definition of a figure: NAME.yaml beside NAME.sql. What is missing or misspelt stops the load."""

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vardevei.opendata.figures.choices import BORDERS, NAMES
from vardevei.opendata.problem import Problem

HERE = Path(__file__).parent
LANGUAGES = ("nb", "nn", "en")
TYPES = ("text", "year", "count", "share", "money", "yesno", "percent", "size", "languages")
Text = dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a figure's table. `name` is the one in files and in SQL, `label` the heading in three languages."""

    name: str
    type: str
    label: Text


@dataclass(frozen=True, slots=True)
class Definition:
    """Texts are in bokmål, nynorsk and English. `choices` are the ones offered, `borders` the ones used unless chosen.

    `sentence` says what the figure shows, `standout` which row stands out when one does; `sentence_none` is used where
    nothing was found.
    """

    name: str
    title: Text
    question: Text
    why_it_matters: Text
    sentence: Text
    sentence_none: Text
    unit: Text
    numerator: Text
    denominator: Text
    sources: Text
    choices: tuple[str, ...]
    borders: str
    columns: tuple[Column, ...]
    authored_by: str
    checked_by: Text
    reviewed: date
    review_next: date
    caveats: tuple[Text, ...]
    sql: str
    standout: Text | None = None


@cache
def definitions() -> dict[str, Definition]:
    """Every published figure by its name, in the order of the names."""
    return {file.stem: load(file) for file in sorted(HERE.glob("*.yaml"))}


@cache
def accounting() -> str:
    """The SQL that is run beside every figure, with the same choices: what was placed, and what was not."""
    return (HERE / "accounting.sql").read_text("utf-8")


@cache
def municipalities_found() -> str:
    """The SQL behind the map of municipalities."""
    return (HERE / "municipalities-found.sql").read_text("utf-8")


def definition(name: str) -> Definition:
    if name not in definitions():
        known = ", ".join(definitions())
        raise Problem(
            "figure-unknown", f"There is no figure {name[:60]!r}.", "", f"The figures are: {known}.", name=name
        )
    return definitions()[name]


def load(file: Path) -> Definition:
    """Read and check one definition. Errors: Problem("figure-incomplete") naming what is wrong."""
    told: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    wrong = _wrong(told)
    if wrong:
        raise Problem(
            "figure-incomplete", f"{file.name} is not complete.", " ".join(wrong), "Correct it and run again."
        )
    told["columns"] = tuple(Column(**column) for column in told["columns"])
    told["choices"], told["caveats"] = tuple(told["choices"]), tuple(told["caveats"])
    return Definition(name=file.stem, sql=file.with_suffix(".sql").read_text("utf-8"), **told)


def _wrong(told: dict[str, Any]) -> list[str]:
    wanted = {field.name: field.type for field in fields(Definition) if field.name not in ("name", "sql")}
    wrong = [f"Missing: {name}." for name in wanted if not told.get(name) and name != "standout"]
    wrong += [f"Unknown: {name}." for name in told if name not in wanted]
    if wrong:
        return wrong
    texts = {name: told[name] for name, kind in wanted.items() if kind in (Text, Text | None) and name in told}
    texts |= {f"caveat {number}": text for number, text in enumerate(told["caveats"], 1)}
    texts |= {f"label of {column['name']}": column["label"] for column in told["columns"]}
    wrong += [f"{name} must be in nb, nn and en." for name, text in texts.items() if not _in_all_languages(text)]
    wrong += [f"Choice {name} does not exist." for name in told["choices"] if name not in NAMES]
    wrong += [f"Type {c['type']} does not exist." for c in told["columns"] if c["type"] not in TYPES]
    wrong += [f"Borders {told['borders']} do not exist."] if told["borders"] not in BORDERS else []
    wrong += ["It must be reviewed again later."] if told["review_next"] <= told["reviewed"] else []
    return wrong


def _in_all_languages(text: object) -> bool:
    return isinstance(text, dict) and tuple(text) == LANGUAGES and all(text.values())
