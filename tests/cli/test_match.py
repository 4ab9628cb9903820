"""`vardevei match` ranks the calls of any snapshot for any challenges, and says what is wrong with a file."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from vardevei.cli.match import command
from vardevei.opendata.problem import Problem

GRANTS = [
    {
        "id": "1",
        "identifier": "LIFE-FLOOD",
        "title": "Flood protection",
        "abstract": "Stormwater is kept back by parks.",
    },
    {"id": "2", "identifier": "EDF-RAIN", "title": "Flood of drones", "abstract": "Unmanned flight."},
    *[{"id": str(n), "identifier": f"X-{n}", "title": f"Minerals {n}", "abstract": "Ore."} for n in range(3, 30)],
]


def snapshot(folder: Path, name: str = "calls.json", when: str = "2026-07-15", **changes: str) -> Path:
    rows = [{**row, **(changes if row["identifier"] == "LIFE-FLOOD" else {})} for row in GRANTS]
    made = folder / name
    made.write_text(json.dumps({"generatedAt": f"{when}T00:00:00.000Z", "grants": rows}), encoding="utf-8")
    return made


def queries(folder: Path, text: str = "id\ttext\nq1\tOvervatnet fløymer over i sentrum\n") -> Path:
    made = folder / "queries.tsv"
    made.write_text(text, encoding="utf-8")
    return made


def run(folder: Path, asked: Path, *snapshots: Path, **options: str) -> list[dict[str, str]]:
    out = folder / "run.tsv"
    given = [part for path in snapshots for part in ("--calls", str(path))]
    given += [part for name, value in options.items() for part in (f"--{name}", value)]
    CliRunner().invoke(command, ["--queries", str(asked), "--out", str(out), *given], catch_exceptions=False)
    with out.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_best_call_comes_first_with_its_because_and_twenty_are_ranked(tmp_path):
    found = run(tmp_path, queries(tmp_path), snapshot(tmp_path))

    assert [row["rank"] for row in found] == [str(n) for n in range(1, 21)]
    assert len({row["call_identifier"] for row in found}) == 20
    assert (found[0]["query_id"], found[0]["call_identifier"]) == ("q1", "LIFE-FLOOD")
    assert found[0]["because"].startswith("Stormwater is kept back by parks.")
    assert "overvatnet = stormwater" in found[0]["because"]
    assert "EDF-RAIN" not in [row["call_identifier"] for row in found[:1]]  # what is for defence comes after


def test_a_call_in_two_snapshots_is_read_from_the_newest_that_has_its_text(tmp_path):
    old = snapshot(tmp_path, "old.json", "2026-04-15", abstract="Stormwater of April.")
    new = snapshot(tmp_path, "new.json", "2026-05-15", abstract="Stormwater of May.")
    bare = snapshot(tmp_path, "bare.json", "2026-06-15", abstract="")

    found = run(tmp_path, queries(tmp_path), new, bare, old)

    assert [row["call_identifier"] for row in found].count("LIFE-FLOOD") == 1
    assert found[0]["because"].startswith("Stormwater of May.")


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("id\tquery\nq1\tflom\n", "columns-missing", "lacks the column text"),
        ("a\tb\nq1\tflom\n", "columns-missing", "lacks the columns id and text"),
        ("id\ttext\nq1\t\n", "query-empty", "Line 2 of queries.tsv has no text"),
        ("id\ttext\n\tflom\n", "query-empty", "has no id"),
        ("id\ttext\nq1\tflom\nq1\tskred\n", "query-twice", "Line 3 of queries.tsv has the id q1 a second time"),
        ("id\ttext\n", "file-empty", "has no queries"),
    ],
)
def test_what_is_wrong_with_the_queries_is_said(tmp_path, text, code, sentence):
    with pytest.raises(Problem) as told:
        run(tmp_path, queries(tmp_path, text), snapshot(tmp_path))

    assert told.value.code == code
    assert sentence in told.value.what
    assert not (tmp_path / "run.tsv").exists()


def test_what_is_not_json_and_an_unknown_embedder_are_said(tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"grants": [', encoding="utf-8")

    with pytest.raises(Problem, match="is not whole JSON"):
        run(tmp_path, queries(tmp_path), broken)
    with pytest.raises(Problem, match="There is no embedder «gpt»"):
        run(tmp_path, queries(tmp_path), snapshot(tmp_path), embedder="gpt")


def test_it_starts_without_django(tmp_path):
    code = "import sys, vardevei.cli.match; print([name for name in sys.modules if name.split('.')[0] == 'django'])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
