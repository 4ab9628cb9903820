"""Imports in processes of their own: killed in the middle, and two at a time; on SQLite and on PostgreSQL."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
from tests.opendata.sources.files import council
from tests.projects.linkers import by_number
from vardevei.opendata.sources import SOURCES
from vardevei.organisations import imports as organisations
from vardevei.projects import imports
from vardevei.projects.imports import applying
from vardevei.projects.models import Import, Participation, Project

path, act = sys.argv[1:]
council_source = SOURCES["forskningsradet"]
if act == "prepare":
    call_command("migrate", verbosity=0)
    organisations.load()
    open(path, "w").write(council(*[{"Deltakernr": str(n), "Prosjektnr": str(n)} for n in range(900)]))
if act in ("killed", "whole"):
    made = imports.plan(council_source.read(path), by_number)
    if act == "killed":  # the last thing before the import is recorded and committed: all rows are written by then
        applying.joining.join = lambda families: os.kill(os.getpid(), signal.SIGKILL)
    imports.apply(made, council_source, imports.Origin("file.csv"))
print(Participation.objects.count(), Project.objects.count(), Import.objects.count())
"""


@pytest.fixture
def sqlite() -> str:
    return ""


@pytest.fixture
def postgresql(postgres: str) -> str:
    """An empty database of its own on the test server."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("drop database if exists importing")
        connection.execute("create database importing")
    return postgres.rpartition("/")[0] + "/importing"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def start(request, tmp_path):
    """Starts a process that does one act on a database of its own; the first act prepares it."""
    ours = {"VARDEVEI_DATA": str(tmp_path / "data"), "VARDEVEI_DATABASE": request.getfixturevalue(request.param)}
    paths = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "vardevei.config.settings"}

    def process(act: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SCRIPT, str(tmp_path / "file.csv"), act]
        return subprocess.Popen(command, env=os.environ | ours | paths, stdout=subprocess.PIPE, text=True)

    assert counts(process("prepare")) == ["0", "0", "0"]
    return process


def counts(process: subprocess.Popen[str]) -> list[str]:
    """Participations, projects and imports in the database when the process has ended."""
    return process.communicate(timeout=120)[0].split()


def test_killed_in_the_middle_nothing_has_changed_and_the_next_try_goes_through(start):
    killed = start("killed")
    counts(killed)

    assert killed.returncode == -signal.SIGKILL
    assert counts(start("look")) == ["0", "0", "0"]
    assert counts(start("whole")) == ["900", "900", "1"]


def test_two_processes_at_the_same_time_never_double(start):
    both = [start("whole"), start("whole")]

    outcomes = [counts(process) for process in both]

    assert ["900", "900"] in [outcome[:2] for outcome in outcomes]
    assert counts(start("look"))[:2] == ["900", "900"]
