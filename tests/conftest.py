"""What every test may ask for, and what the run says at its end."""

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import DataError, connection, models
from django.utils.translation import activate

from tests import postgres as postgresql

if TYPE_CHECKING:
    from django.http import HttpRequest

pytest_plugins = ["tests.browsing", "tests.mail"]
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data beside the project."""
    if not SHARED.exists():
        pytest.skip(f"real open data not found in {SHARED}; the tests that read it were left out")
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL database, made for this run."""
    if os.environ.get(postgresql.OTHER):
        yield os.environ[postgresql.OTHER]
        return
    programs = postgresql.programs()
    if programs is None:
        pytest.skip(postgresql.MISSING)
    with postgresql.server(programs) as address:
        yield address


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Between tests SQLite's tables are emptied by DELETE, which the log refuses; PostgreSQL's by TRUNCATE."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:  # type: ignore[attr-defined]
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER log_loses_nothing")


@pytest.fixture(autouse=True)
def _no_tries_are_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test has written for good is taken away by emptying the tables of models, and the cache is in none."""
    marker = request.node.get_closest_marker("django_db")
    if marker is None or not marker.kwargs.get("transaction"):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _one_request_at_a_time() -> Iterator[None]:
    """The threads of the tests' web server share one connection to a database in memory, which no site does: two
    requests at once would end each other's transactions. Real ones at once are tested in processes of their own."""
    original, gate = WSGIHandler.__call__, threading.RLock()

    def alone(handler: WSGIHandler, environ: dict[str, object], start_response: object) -> object:
        with gate:
            return original(handler, environ, start_response)

    WSGIHandler.__call__ = alone
    yield
    WSGIHandler.__call__ = original


@pytest.fixture(autouse=True, scope="session")
def _texts_fit() -> Iterator[None]:
    """What PostgreSQL refuses is refused on SQLite too: a text that is longer than its column, or that holds NUL."""
    original = models.Field.get_db_prep_save

    def strict(field: models.Field, value: object, connection: object) -> object:
        if isinstance(value, str) and (len(value) > (field.max_length or len(value)) or "\0" in value):
            raise DataError(f"{field} cannot hold a text of {len(value)} characters: {value[:60]!r}")
        return original(field, value, connection)

    models.Field.get_db_prep_save = strict
    yield
    models.Field.get_db_prep_save = original


@pytest.fixture(autouse=True)
def _bokmaal() -> None:
    """The page a test asked for before leaves its language behind in the thread."""
    activate("nb")


@pytest.fixture(autouse=True)
def _signed_in_whole() -> Iterator[None]:
    """`client.force_login(person)` gives what a whole sign-in gives, second factor included. Pages that sign people in
    say for themselves how far they came, after this."""
    from django.contrib.auth.signals import user_logged_in

    from vardevei.web.access import SIGNED_IN

    def mark(request: "HttpRequest", **_: object) -> None:
        request.session.setdefault(SIGNED_IN, {"at": time.time(), "whole": True})

    user_logged_in.connect(mark)
    yield
    user_logged_in.disconnect(mark)


def reasons(skipped: list[pytest.TestReport]) -> Counter[str]:
    """Why tests were left out: the sentence each gave, and how many gave it."""
    return Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)  # type: ignore[index]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("left out on this machine")
    for reason, count in reasons(skipped).most_common():
        terminalreporter.line(f"{count:4} {'test' if count == 1 else 'tests'}: {reason}")
    if os.environ.get("VARDEVEI_NO_SKIPS"):
        terminalreporter.line("Nothing may be left out here (VARDEVEI_NO_SKIPS is set), so the run has failed.")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed, a test that is left out is a fault (`.ci/run` asks for this)."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("VARDEVEI_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
