"""Several at the same moment, in processes of their own, on both databases: each thing is done once, by one of them.

None of it waits for a time to pass: all begin together, some of it several times over. What is right must hold always.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.mail import MailServer

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sqlite() -> str:
    return ""


@pytest.fixture(scope="module")
def postgresql(postgres: str) -> str:
    """An empty database of its own on the test server."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("drop database if exists at_once")
        connection.execute("create database at_once")
    return postgres.rpartition("/")[0] + "/at_once"


@pytest.fixture(scope="module")
def post() -> Iterator[MailServer]:
    server = MailServer()
    server.controller.start()
    yield server
    server.controller.stop()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def came(request, tmp_path_factory, post: MailServer) -> dict[str, Any]:
    """What came of each act."""
    post.envelopes.clear()
    given = {
        "VARDEVEI_DATA": str(tmp_path_factory.mktemp("data")),
        "VARDEVEI_DATABASE": request.getfixturevalue(request.param),
        "VARDEVEI_MAIL": post.address,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "vardevei.config.settings",
    }
    acts = [sys.executable, "-m", "tests.parallel.acts"]
    done = subprocess.run(acts, env=os.environ | given, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_three_workers_send_each_letter_once(came, post: MailServer) -> None:
    assert came["letters_sent_by_three_workers"] == {"sent": 30, "tried": 30}
    assert len({mail["To"] for mail in post.letters}) == len(post.letters) == 30


def test_a_line_of_the_timetable_runs_in_one_process(came) -> None:
    assert came["nights_of_the_clock_in_four_processes"] == [1] * 5


def test_ten_presses_begin_one_run_that_one_worker_does(came) -> None:
    assert came["run_pressed_ten_times"] == {"runs": 1, "done": 1}


def test_an_invitation_is_accepted_once(came) -> None:
    assert came["invitation_accepted_twice"] == [["in", "invitation-ended", 1]] * 5


def test_a_role_given_three_times_is_one_role(came) -> None:
    assert came["role_given_twice"] == [1] * 5


def test_somebody_is_still_administrator(came) -> None:
    assert came["last_administrators_who_end_each_other"] == [["administrator", "last-administrator", 1]] * 5


def test_nobody_who_writes_notices_that_a_list_is_put_in(came) -> None:
    outcome = came["people_who_write_while_a_list_is_put_in"]

    assert outcome == {"said": ["in", "written"], "whole": 20, "put in": 1}


def test_of_two_who_save_the_same_record_one_is_told(came) -> None:
    assert came["record_saved_from_two_sides"] == [["changed-meanwhile", "version 2"]] * 5


def test_a_survey_sent_twice_at_once_is_one_answer_from_each(came) -> None:
    assert came["survey_sent_twice_at_once"] == {
        "False": {"in": 20, "kept": 10},
        "True": {"in": 10, "survey-answered-already": 10, "kept": 10},
        "thanks": 10,
    }
