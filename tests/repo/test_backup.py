"""The copy of the database that docs/operate.md tells of is whole."""

import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

DOCS = Path(__file__).parents[2] / "docs" / "operate.md"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_register")
def test_the_copy_holds_all_rows(tmp_path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("this copy is of SQLite")
    (tmp_path / "var").mkdir()
    with sqlite3.connect(tmp_path / "var" / "vardevei.sqlite3") as site:
        connection.connection.backup(site)
    [told] = [line for line in DOCS.read_text().splitlines() if line.startswith(".venv/bin/python -c")]

    subprocess.run([sys.executable, *shlex.split(told)[1:]], cwd=tmp_path, check=True)

    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        assert copy.execute("select count(*) from organisations_organisation").fetchone() == (511,)
