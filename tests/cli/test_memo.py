"""`vardevei memo`: the newest edition as a file, and what it says when there is none."""

import pytest
from click.testing import CliRunner

from vardevei.cli.memo import command
from vardevei.library.domain import editions, memo_sections
from vardevei.library.imports import memo as built_in
from vardevei.opendata.problem import Problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def test_it_writes_the_edition_that_is_asked_for(tmp_path) -> None:
    built_in.load()
    editions.first(memo_sections.memo(), decided={"nb": "Ingen"})
    file = tmp_path / "notat.docx"

    told = CliRunner().invoke(command, ["--format", "docx", "--language", "nn", "--edition", "1", "--out", str(file)])
    other = CliRunner().invoke(command, ["--format", "pdf", "--edition", "7", "--out", str(file)])

    assert told.exit_code == 0, told.output
    assert file.read_bytes()[:2] == b"PK"
    assert isinstance(other.exception, Problem)
    assert other.exception.code == "edition-not-there"


def test_without_the_built_in_facts_it_says_what_to_run() -> None:
    told = CliRunner().invoke(command, ["--format", "pdf"])

    assert isinstance(told.exception, Problem)
    assert told.exception.code == "memo-not-loaded"
