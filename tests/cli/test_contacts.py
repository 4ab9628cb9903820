"""`vardevei contacts` in the terminal: the same look as in the browser; nothing is written while a row is doubtful."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.organisations import contact_rows
from vardevei.cli.contacts import command
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import ContactList, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def run(path: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(path), "--county", "50", *options])


def test_the_look_says_what_would_come_of_every_row_and_writes_nothing(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(contact_rows.as_xlsx())

    said = run(path).output

    assert said.startswith("Rows: 60 read\nTo decide: 14\n  line 12: Indre Fosen")
    assert "line 9: Orkland | Siri Moen <siri.moen@orkland.kommune.no> | Orkdal became part of Orkland." in said
    assert "14 rows must be decided before --apply." in said
    assert (Role.objects.count(), ContactList.objects.count()) == (0, 0)


def test_apply_is_refused_while_something_is_doubtful(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(contact_rows.as_csv())

    refused = run(path, "--apply").exception

    assert isinstance(refused, Problem)
    assert (refused.code, Role.objects.count()) == ("list-undecided", 0)


def test_apply_puts_in_what_is_clear_and_a_second_time_all_is_unchanged(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Kommune;Navn;E-post\nHitra;Kari Nes;kari@x.no\nLeksvik;Ola Li;ola@x.no\n")

    first, second = run(path, "--apply").output, run(path, "--apply").output

    assert "New: 2" in first
    assert "New" not in second
    assert "Unchanged: 2" in second
    assert Role.objects.contacts().count() == 2


def test_a_file_that_is_not_there_and_a_county_that_is_not():
    assert run(Path("/nowhere.csv")).exception.code == "file-missing"
    assert CliRunner().invoke(command, ["x.csv", "--county", "99"]).exception.code == "county-unknown"
