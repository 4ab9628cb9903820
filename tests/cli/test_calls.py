"""Calls in the terminal: what a file would change, and what has changed since a day."""

import json

import pytest
from click.testing import CliRunner

from tests.opendata.portal_server import portal
from tests.opendata.sources.test_eu_portal import row
from vardevei.cli import calls, importing, update
from vardevei.opendata.problem import Problem
from vardevei.programmes.imports.calls import fetching
from vardevei.programmes.models import Call

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """file(day, row, …): a snapshot of that day."""

    def make(day, *rows):
        path = tmp_path / f"{day}.json"
        path.write_text(json.dumps({"generatedAt": f"{day}T06:00:00.000Z", "grants": list(rows)}))
        return str(path)

    return make


def run(command, *arguments):
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_without_apply_the_difference_is_shown_and_nothing_is_written(file):
    shown = run(importing.command, "eu-portal", file("2026-04-01", row(), row(identifier="", id="2")))
    assert "Rows: 2 read, 1 calls, 1 set aside" in shown
    assert "Added: 1\n  HORIZON-X-2026-01  Floods in small towns" in shown
    assert "number 2: identifier-missing" in shown
    assert "Nothing was written" in shown
    assert not Call.objects.exists()


def test_what_changed_since_a_day(file):
    run(importing.command, "eu-portal", file("2026-04-01", row()), "--apply")
    moved = row(deadlineDate="2026-10-01T00:00:00.000Z", abstract="New scope.")
    run(importing.command, "eu-portal", file("2026-04-16", moved), "--apply")

    told = run(calls.command, "changed", "--since", "2026-04-15")
    assert "2026-04-16  deadline      HORIZON-X-2026-01" in told
    assert "2026-09-16 -> 2026-10-01" in told
    assert "2026-04-16  text" in told
    assert "New scope" not in told


@pytest.mark.shared
def test_the_portal_is_asked_and_its_answer_taken_in(settings, tmp_path, shared):
    settings.VARDEVEI = settings.VARDEVEI | {"data": tmp_path}
    rows = json.loads((shared / "calls" / "portal_search_page_trimmed.json").read_text())["results"]
    with portal(rows) as played:
        assert "Added: 4" in run(update.command, "calls", "--address", played.address, "--apply")
    assert Call.objects.count() == 4

    # Unreachable: told, and nothing is lost.
    with pytest.raises(Problem, match="connection failed"):
        fetching.update("http://127.0.0.1:9/", fetching.Patience(tries=1))
    assert Call.objects.count() == 4
    assert (tmp_path / "fetched" / "eu-portal.json").exists()
