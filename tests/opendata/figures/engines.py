"""The same tables in each engine that the figures' SQL must run on."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psycopg

from vardevei.opendata.figures import store
from vardevei.opendata.figures.tables import TABLES, Row

Content = Mapping[str, Sequence[Row]]


def in_duckdb(content: Content, beside: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for table, columns in TABLES.items():
        store.load(connection, beside, table, columns, content[table])
    return connection


def in_sqlite(content: Content) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    _fill(connection, content, "?")
    return connection


@contextmanager
def in_postgres(content: Content, address: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(address) as connection:
        connection.execute("create temporary table nothing (x integer)")
        connection.execute("set search_path to pg_temp")
        for table, columns in TABLES.items():
            connection.execute(_create(table, columns))  # type: ignore[call-overload]
            with connection.cursor().copy(f"copy {table} from stdin") as into:  # type: ignore[call-overload]
                for row in content[table]:
                    into.write_row(row)
            connection.execute(f"analyze {table}")  # type: ignore[call-overload]
        yield connection
        connection.rollback()


def _fill(connection: sqlite3.Connection, content: Content, mark: str) -> None:
    for table, columns in TABLES.items():
        connection.execute(_create(table, columns))
        connection.executemany(f"insert into {table} values ({', '.join([mark] * len(columns))})", content[table])


def _create(table: str, columns: Mapping[str, str]) -> str:
    return f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})"
