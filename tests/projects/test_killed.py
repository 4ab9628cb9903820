"""A process killed in the middle of an import leaves the database as it was, and the next try goes through."""

import os
import signal
import subprocess
import sys
from pathlib import Path

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
        applying.mark_twins = lambda families: os.kill(os.getpid(), signal.SIGKILL)
    imports.apply(made, council_source, imports.Origin("file.csv"))
print(Participation.objects.count(), Project.objects.count(), Import.objects.count())
"""


def run(tmp_path: Path, act: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "VARDEVEI_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "vardevei.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "VARDEVEI_DATABASE": "",
    }
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "file.csv"), act]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_killed_in_the_middle(tmp_path):
    assert run(tmp_path, "prepare").stdout.split() == ["0", "0", "0"]

    killed = run(tmp_path, "killed")

    assert killed.returncode == -signal.SIGKILL
    assert run(tmp_path, "look").stdout.split() == ["0", "0", "0"]
    assert run(tmp_path, "whole").stdout.split() == ["900", "900", "1"]
