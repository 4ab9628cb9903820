"""A figure as text: CSV, JSON or a table for people, each with everything needed to trust and cite it."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from vardevei.opendata import harmless
from vardevei.opendata.figures import words
from vardevei.opendata.figures.results import Result, Unplaced

UNPLACED = ("kind", "unit_id", "name", "reason", "county", "candidates", "participations")
CONTEXT = {
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "title": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "language": "dct:language",
    "temporal": "dct:temporal",
    "startDate": "dcat:startDate",
    "endDate": "dcat:endDate",
    "source": "dct:source",
    "publisher": "dct:publisher",
    "license": "dct:license",
    "accessURL": "dcat:accessURL",
    "issued": "dct:issued",
    "modified": "dct:modified",
}


def csv_text(result: Result, language: str = "en") -> str:
    """The header and the rows; then lines that begin with # for the total, what was not placed, and the metadata."""
    file = io.StringIO()
    lines = csv.writer(file, lineterminator="\n")
    names = [column.name for column in result.definition.columns]
    lines.writerow(names)
    lines.writerows(_cells(words.plain(row, language)[name] for name in names) for row in result.rows)
    lines.writerows(("# total", name, *_cells([value])) for name, value in result.total.items())
    lines.writerow(("# not placed", *UNPLACED))
    lines.writerows(("# not placed", *_cells(unplaced_cells(unit))) for unit in result.unplaced)
    lines.writerows((f"# {key}", harmless.in_csv(text)) for key, text in result.texts(language))
    return file.getvalue()


def json_text(result: Result, language: str = "nb") -> str:
    """The rows and all metadata; what DCAT has a word for is called by it."""
    return json.dumps(as_dict(result, language), ensure_ascii=False, indent=1)


def as_dict(result: Result, language: str) -> dict[str, Any]:
    figure, choices = result.definition, result.choices
    period = {"startDate": f"{choices.first_year}-01-01", "endDate": f"{choices.last_year}-12-31"}
    texts = ("question", "why_it_matters", "unit", "numerator", "denominator", "checked_by")
    return {
        "@context": CONTEXT,
        "identifier": figure.name,
        "title": figure.title[language],
        "description": result.sentence(language).replace("**", ""),
        "language": language,
        "temporal": period,
        "choices": choices.as_dict(),
        **{name: getattr(figure, name)[language] for name in texts},
        "authored_by": figure.authored_by,
        "reviewed": figure.reviewed.isoformat(),
        "review_next": figure.review_next.isoformat(),
        "caveats": [caveat[language] for caveat in figure.caveats],
        "source": [_source(asdict(source)) for source in result.sources],
        "issued": result.read_at,
        "modified": result.as_of,
        "columns": [{"name": c.name, "type": c.type, "label": c.label[language]} for c in figure.columns],
        "rows": [words.plain(row, language) for row in result.rows],
        "total": result.total,
        "rows_add_up": result.rows_add_up,
        "units": {kind: asdict(account) for kind, account in result.units.items()},
        "participations": {kind: asdict(account) for kind, account in result.participations.items()},
        "unplaced": [asdict(unit) | {"why": words.REASONS[unit.reason][language]} for unit in result.unplaced],
        "left_out": [asdict(left) | {"why": words.REASONS[left.reason][language]} for left in result.left_out],
        "no_source_loaded": [
            {"family": f.code, "name": f.name[language], "accessURL": f.source_address, "note": f.note[language]}
            for f in result.missing
        ],
    }


def table_text(result: Result, language: str = "en") -> str:
    """For people: the sentence, the rows in columns, what was not placed, and where it comes from."""
    columns = [
        column for column in result.definition.columns if column.type != "languages" or column.name == "statement"
    ]
    columns = [column for column in columns if column.name not in ("address", "code")]
    cells = [[column.label[language] for column in columns]]
    cells += [[words.value(column, row[column.name], language) for column in columns] for row in result.rows]
    parts = [result.sentence(language).replace("**", ""), _aligned(cells, [column.type for column in columns])]
    if result.unplaced:
        parts.append("Not placed:\n" + "\n".join(_said(unit, language) for unit in result.unplaced))
    about = [
        f"{key}: {text}" for key, text in result.texts(language) if key not in ("figure", "title", "sentence") and text
    ]
    return "\n\n".join([*parts, "\n".join(about)]) + "\n"


def _cells(values: Iterable[Any]) -> list[Any]:
    plain = ["" if value is None else int(value) if isinstance(value, bool) else value for value in values]
    return [harmless.in_csv(value) for value in plain]


def unplaced_cells(unit: Unplaced) -> list[Any]:
    told = asdict(unit) | {"candidates": "; ".join(unit.candidates)}
    return [told[name] for name in UNPLACED]


def _source(source: dict[str, Any]) -> dict[str, Any]:
    renamed = {
        "code": "identifier",
        "licence": "license",
        "address": "accessURL",
        "fetched": "issued",
        "as_of": "modified",
    }
    return {renamed.get(name, name): value for name, value in source.items()}


def _aligned(cells: list[list[str]], types: list[str]) -> str:
    widths = [max(len(row[i]) for row in cells) for i in range(len(types))]
    left = [kind in ("text", "languages", "size", "yesno") for kind in types]
    return "\n".join(
        "  ".join(
            c.ljust(w) if to_left else c.rjust(w) for c, w, to_left in zip(row, widths, left, strict=True)
        ).rstrip()
        for row in cells
    )


def _said(unit: Unplaced, language: str) -> str:
    among = f" {', '.join(unit.candidates)}." if unit.candidates else ""
    what = words.KINDS[unit.kind][0][language]
    return f"  {unit.name} ({what}, {unit.participations}): {words.REASONS[unit.reason][language]}{among}"
