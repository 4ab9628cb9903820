"""`vardevei figure`, as it is run: from the mart alone, without a database or a web server."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.opendata.figures import material, twin
from vardevei.opendata import calculate
from vardevei.opendata.figures import store

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """run("figure", ...) with the built-in grants in the mart, in a folder with a space and Norwegian letters."""
    data = tmp_path_factory.mktemp("åpne data")
    store.write(store.folder(data), material.content(material.built_in_rows()))

    def command(*arguments: str, data: Path = data) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "VARDEVEI_DATA": str(data), "LC_ALL": "C"}
        program = [sys.executable, "-c", "from vardevei.cli.main import main; main()", *arguments]
        environment["PYTHONPATH"] = "src"
        return subprocess.run(program, capture_output=True, env=environment, text=True, encoding="utf-8", timeout=60)

    return command


def rows_of(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in printed.splitlines() if not line.startswith("#")))


@pytest.mark.parametrize("borders", ["2014", "2018", "2020", "2024"])
def test_the_csv_gives_the_same_numbers_as_the_slow_twin(run: Run, borders: str) -> None:
    done = run("figure", "participation-by-county", "--borders", borders, "--format", "csv")

    choices = {"family": "all", "from": 2014, "to": 2021, "borders": borders, "role": "all", "size": "all"}
    slow = twin.by_county(list(material.built_in_rows()), choices).rows
    assert done.returncode == 0, done.stderr
    assert [(row["county_number"], int(row["municipalities_found"])) for row in rows_of(done.stdout)] == [
        (row["county_number"], row["municipalities_found"]) for row in slow
    ]


def test_without_a_name_it_lists_the_figures(run: Run) -> None:
    lines = run("figure").stdout.splitlines()

    assert [line.split()[0] for line in lines] == list(calculate.definitions())


def test_json_and_table(run: Run) -> None:
    told = json.loads(
        run("figure", "participation-over-time", "--from", "2016", "--to", "2018", "--format", "json").stdout
    )
    table = run("figure", "participation-over-time", "--from", "2016", "--to", "2018").stdout

    assert [row["year"] for row in told["rows"]] == [2016, 2017, 2018]
    assert told["choices"]["borders"] == "then"
    assert "municipalities are found in all programmes in 2016–2018" in table


def test_out_writes_a_whole_file_beside_and_moves_it(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "fylker.csv"
    out.write_text("old")

    done = run("figure", "participation-by-county", "--borders", "2024", "--format", "csv", "--out", str(out))

    assert done.stdout == ""
    assert len(rows_of(out.read_text("utf-8"))) == 15
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["participation-by-moon"], "participation-by-county"),
        (["participation-by-county", "--borders", "1999"], "then, 2013"),
        (["participation-by-county", "--family", "moon"], "horizon-2020"),
        (["memo-figures", "--size", "50000-"], "This figure offers: from, to, borders."),
        (["participation-by-county", "--from", "2020", "--to", "2014"], "before it starts"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(run: Run, arguments: list[str], told: str) -> None:
    done = run("figure", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_before_the_mart_is_built_it_says_how_to_build_it(run: Run, tmp_path: Path) -> None:
    done = run("figure", "participation-by-county", data=tmp_path)

    assert done.returncode == 2
    assert "vardevei mart" in done.stderr


def test_a_folder_that_is_not_there_is_told_in_words(run: Run, tmp_path: Path) -> None:
    done = run("figure", "participation-by-county", "--out", str(tmp_path / "nowhere" / "x.csv"))

    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
