"""One SQL text, several engines: only the way a named parameter is written differs."""

import re
from collections.abc import Mapping
from typing import Any

_PARAMETER = re.compile(r"(?<!:):([a-z_]+)\b")
_COMMENT = re.compile(r"--[^\n]*")
_STYLES = {"sqlite3": r":\1", "duckdb": r"$\1", "psycopg": r"%(\1)s"}


def translated(sql: str, engine: str) -> str:
    """The text with its `:name` parameters as the engine ("sqlite3", "duckdb", "psycopg") writes them."""
    bare = _COMMENT.sub("", sql)
    return _PARAMETER.sub(_STYLES[engine], bare.replace("%", "%%") if engine == "psycopg" else bare)


def query(connection: Any, sql: str, values: Mapping[str, str | int]) -> list[dict[str, Any]]:
    """Run the text on a DuckDB, SQLite or PostgreSQL connection; one dictionary a row.

    DuckDB and PostgreSQL refuse values that the text does not name, so only those it names are sent.
    """
    engine = type(connection).__module__.split(".")[0].lstrip("_")
    named = set(_PARAMETER.findall(_COMMENT.sub("", sql)))
    sent = {name: value for name, value in values.items() if name in named}
    cursor = connection.execute(translated(sql, engine), sent)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
