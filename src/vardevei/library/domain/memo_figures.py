"""Figures of the memo: computed now, and frozen with all they need to be shown: an edition asks no database.

A frozen figure has its name and choice, its texts in three forms, its columns and rows, how it is drawn, and its
sources. `sha256` is of all that, so that anyone can see that two editions show the same numbers.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.utils import timezone

from vardevei.library.domain import memo_tables
from vardevei.opendata import calculate
from vardevei.opendata.figures import store
from vardevei.opendata.problem import Problem

Frozen = dict[str, Any]
LANGUAGES = ("nb", "nn", "en")
SHOWN = {  # which columns of a published figure stand in the memo; the whole can be downloaded from its own page
    "participation-by-county": ("county", "municipalities_found", "municipalities", "share"),
    "participation-by-size": ("size_class", "municipalities_found", "municipalities", "share"),
    "participation-over-time": ("year", "municipalities_found", "municipalities", "share", "participations"),
    "memo-figures": ("statement", "value", "of_all", "period", "found_in_loaded", "chosen"),
}
DRAWN = {
    "participation-by-county": ("bars", "county"),
    "participation-by-size": ("bars", "size_class"),
    "participation-over-time": ("columns", "year"),
}
TABLES: dict[str, Callable[[dict[str, Any]], Frozen]] = {
    "interreg-2007-2014": memo_tables.interreg,
    "municipalities-by-county": memo_tables.by_county,
}


def names() -> dict[str, dict[str, str]]:
    """What can be chosen, with its title in three forms."""
    published = {name: calculate.definition(name).title for name in SHOWN}
    return {**published, **{name: table({})["title"] for name, table in TABLES.items()}}


def choices_of(name: str) -> tuple[str, ...]:
    """What can be chosen for the figure, by the names of its address."""
    if name in SHOWN:
        return calculate.definition(name).choices
    return ("year",) if name == "municipalities-by-county" else ()


def check(name: str, choice: dict[str, Any]) -> None:
    """Refuses a figure that is not known, and choices that it does not offer."""
    if not name or name in TABLES:
        return
    if name not in SHOWN:
        calculate.definition(name)
        raise Problem(
            "figure-not-for-memo",
            f"The figure {name} cannot stand in the memo.",
            "Nobody has said which of its columns to show.",
            f"Choose one of these: {', '.join((*SHOWN, *TABLES))}.",
            name=name,
        )
    if is_computed():
        with calculate.open_mart() as mart:
            calculate.choose(calculate.definition(name), mart, **choice)


def now(name: str, choice: dict[str, Any]) -> Frozen | None:
    """The figure as it is now; None where nothing is computed yet."""
    if not name:
        return None
    made = TABLES[name](choice) if name in TABLES else _computed(name, choice)
    if made is None:
        return None
    told = {"name": name, "choice": choice, **made}
    return {**told, "sha256": digest(told), "frozen": timezone.localdate().isoformat()}


def is_computed() -> bool:
    """Whether there is a mart to take figures from."""
    return (store.folder() / store.MANIFEST).exists()


def digest(told: Any) -> str:
    """The same for the same content, however it is laid out."""
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _computed(name: str, choice: dict[str, Any]) -> Frozen | None:
    if not is_computed():
        return None
    read_at = store.manifest(store.folder()).read_at
    with calculate.open_mart() as mart:
        result = calculate.run(name, mart, read_at=read_at, **choice)
    figure, shown = result.definition, SHOWN[name]
    columns = [column for column in figure.columns if column.name in shown]
    return {
        "title": figure.title,
        "sentence": {form: result.sentence(form).replace("**", "") for form in LANGUAGES},
        "columns": [{"name": one.name, "type": one.type, "label": one.label} for one in columns],
        "rows": [{column.name: row[column.name] for column in columns} for row in result.rows],
        "total": {column.name: result.total.get(column.name) for column in columns} if result.total else {},
        "drawn": list(DRAWN[name]) if name in DRAWN else [],
        "caveats": list(figure.caveats),
        "sources": [
            {"title": one.title, "publisher": one.publisher, "licence": one.licence, "address": one.address,
             "fetched": one.fetched, "as_of": one.as_of}
            for one in result.sources
        ],
        "read_at": read_at[:10],
        "reviewed": figure.reviewed.isoformat(),
    }  # fmt: skip
