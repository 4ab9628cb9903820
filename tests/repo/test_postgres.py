"""The whole site on PostgreSQL, as docs/operate.md says: tables, facts, mart, and the same figure as on SQLite."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

BIN = Path(sys.executable).parent
FIGURE = [BIN / "vardevei", "figure", "participation-by-county", "--borders", "2024", "--format", "csv"]


def site(folder: Path, database: str) -> str:
    """Prepares a site with its own data folder and database; the figure it then gives."""
    given = {"VARDEVEI_DATA": str(folder), "VARDEVEI_DATABASE": database}
    environment = {**os.environ, **given, "DJANGO_SETTINGS_MODULE": "vardevei.config.settings"}
    for command in (
        [sys.executable, "-m", "django", "migrate"],
        [BIN / "vardevei", "facts"],
        [BIN / "vardevei", "mart"],
    ):
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return subprocess.run(FIGURE, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def database(postgres: str) -> str:
    """An empty database of its own on the test server."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("drop database if exists whole_site")
        connection.execute("create database whole_site")
    return postgres.rpartition("/")[0] + "/whole_site"


def rows(printed: str) -> list[str]:
    return [line for line in printed.splitlines() if not line.startswith("#")]


@pytest.mark.postgres
def test_postgres_gives_the_same_figure_as_sqlite(database: str, tmp_path: Path) -> None:
    from_postgres = site(tmp_path / "postgres", database)
    from_sqlite = site(tmp_path / "sqlite", "")

    assert len(rows(from_sqlite)) == 16
    assert rows(from_postgres) == rows(from_sqlite)


# What has been different on the two: locks over joins, JSON, triggers, refusals of the database in the middle of work.
CHOSEN = [
    "tests/core/test_log.py",
    "tests/core/test_queue.py",
    "tests/demo",
    "tests/organisations/test_joining.py",
    "tests/organisations/test_leaving.py",
    "tests/projects/test_taking_back.py",
    "tests/web/test_log.py",
]


@pytest.mark.postgres
def test_chosen_tests_pass_on_postgres_too(postgres: str) -> None:
    """All of them: VARDEVEI_DATABASE=postgresql://… pytest tests/core tests/organisations tests/projects tests/web"""
    chosen = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not browser", *CHOSEN]
    done = subprocess.run(chosen, env={**os.environ, "VARDEVEI_DATABASE": postgres}, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-3000:]
