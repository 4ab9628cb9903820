"""Never oversold: fifty real requests at the same moment to a real server, on both databases."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sqlite() -> str:
    return ""


@pytest.fixture(scope="module")
def postgresql(postgres: str) -> str:
    """An empty database of its own on the test server."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("drop database if exists sign_ups")
        connection.execute("create database sign_ups")
    return postgres.rpartition("/")[0] + "/sign_ups"


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_fifty_press_at_once_and_twenty_get_a_place(database: str, request, tmp_path: Path) -> None:
    given = {
        "VARDEVEI_DATA": str(tmp_path),
        "VARDEVEI_DATABASE": request.getfixturevalue(database),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "vardevei.config.settings",
    }
    pressing = [sys.executable, "-m", "tests.parallel.sign_ups"]

    done = subprocess.run(pressing, env=os.environ | given, cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr
    came: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert came["states"] == {"signed-up": 20, "waiting": 26}  # five of the fifty wrote the same address
    assert came["statuses"] == {"302": 50}
    assert came["in order"]
