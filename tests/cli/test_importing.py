"""`vardevei import` in the terminal: the report, what is written and what is not, and the exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.opendata.sources.files import council, write

ROOT = Path(__file__).parents[2]
LIST = "Kommune;Prosjekttittel;Startdato;Beløp (NOK)\nRissa kommune;Kystriksveien;01.02.2016;25000\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder with a database in it."""
    folder = tmp_path_factory.mktemp("data")
    code = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
        "from vardevei.organisations import imports; imports.load()"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(folder), check=True, timeout=120)
    return folder


def environment(folder: Path) -> dict[str, str]:
    ours = {"VARDEVEI_DATA": str(folder), "VARDEVEI_DATABASE": "", "PYTHONPATH": str(ROOT / "src")}
    return os.environ | ours | {"DJANGO_SETTINGS_MODULE": "vardevei.config.settings"}


def run(data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from vardevei.cli.main import main; main()", "import", *map(str, arguments)]
    return subprocess.run(command, env=environment(data), capture_output=True, text=True, timeout=120, check=False)


def test_without_apply_the_difference_is_shown_and_nothing_is_written(data, tmp_path):
    path = write(tmp_path, council({}, {"Deltakernr": "2", "Innvilget beløp organisasjon EUR": "mye"}))

    first, second = run(data, "forskningsradet", path), run(data, "forskningsradet", path)

    assert first.returncode == 0, first.stderr
    assert "Rows: 2 read, 1 understood, 1 set aside" in first.stdout
    assert "Added: 1\n  953939/1  OSLO KOMMUNE  2021\n" in first.stdout
    assert "line 3: amount-unreadable" in first.stdout
    assert "Nothing was written" in first.stdout
    assert second.stdout == first.stdout
    assert "Reading file.csv" in first.stderr


def test_apply_writes_and_the_next_run_finds_nothing_to_do(data, tmp_path):
    path = write(tmp_path, council())

    applied, again = run(data, "forskningsradet", path, "--apply"), run(data, "forskningsradet", path)

    assert applied.returncode == 0, applied.stderr
    assert applied.stdout.endswith("Done.\n")
    assert "Building the mart" in applied.stderr
    assert "Added: 0" in again.stdout
    assert "Unchanged: 1" in again.stdout


def test_a_problem_ends_with_2_and_three_sentences(data, tmp_path):
    outcome = run(data, "forskningsradet", write(tmp_path, b"%PDF-1.7"))

    assert outcome.returncode == 2
    assert "file.csv is a PDF" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_list_shows_its_mapping_saves_it_and_must_say_where_it_comes_from(data, tmp_path):
    path, mapping = write(tmp_path, LIST), tmp_path / "mapping.json"

    shown = run(data, "list", path, "--family", "interreg-sverige-norge", "--mapping", mapping)
    reused = run(data, "list", path, "--family", "interreg-sverige-norge", "--mapping", mapping)
    refused = run(data, "list", path, "--family", "interreg-sverige-norge", "--mapping", mapping, "--apply")

    assert "Columns, as guessed from the header:\n  name                   Kommune\n" in shown.stdout
    assert mapping.exists()
    assert reused.stdout.startswith("Columns:\n  name")
    assert (refused.returncode, "--publisher" in refused.stderr) == (2, True)
