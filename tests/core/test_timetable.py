"""The timetable: each line when its time has come, once, and again after its process was killed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from vardevei.clock import LINES
from vardevei.core import alive
from vardevei.core.domain.timetable import Every, Line, Nightly, run_due
from vardevei.core.models import Tick

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")
EVENING = datetime(2026, 11, 20, 22, 0, tzinfo=OSLO)
NIGHT = EVENING + timedelta(hours=5)


@pytest.fixture
def did() -> list[str]:
    return []


@pytest.fixture
def nightly(did) -> Line:
    return Line("deletion", Nightly(3), "Delete.", lambda: did.append("deletion"))


def test_a_nightly_line_runs_once_a_night(did, nightly) -> None:
    moments = [EVENING, EVENING + timedelta(hours=4), NIGHT, NIGHT + timedelta(hours=2), NIGHT + timedelta(days=1)]

    ran = [run_due([nightly], moment) for moment in moments]

    assert ran == [["deletion"], [], ["deletion"], [], ["deletion"]]
    assert did == ["deletion"] * 3


def test_nights_the_machine_was_off_are_made_up_for_once(nightly) -> None:
    run_due([nightly], EVENING)

    assert run_due([nightly], EVENING + timedelta(days=3)) == ["deletion"]
    assert run_due([nightly], EVENING + timedelta(days=3, minutes=1)) == []


def test_a_line_each_minute_waits_its_minute(did) -> None:
    line = Line("letters", Every(1), "Send.", lambda: did.append("letters"))

    ran = [run_due([line], EVENING + timedelta(seconds=seconds)) for seconds in (0, 10, 59, 60)]

    assert [bool(codes) for codes in ran] == [True, False, False, True]


def test_a_line_that_another_process_has_begun_is_left_to_it(did, nightly) -> None:
    Tick.objects.create(code="deletion", started_at=NIGHT, worker=alive.me())

    assert run_due([nightly], NIGHT + timedelta(days=1)) == []


def test_a_line_whose_process_was_killed_runs_again_at_once(nightly) -> None:
    Tick.objects.create(code="deletion", started_at=NIGHT, worker=f"{alive.socket.gethostname()}:{'0' * 32}")

    assert run_due([nightly], NIGHT + timedelta(seconds=10)) == ["deletion"]


def test_of_two_that_see_it_due_only_one_runs_it(did) -> None:
    """The second has read the row before the first took it."""
    second: list[list[str]] = []
    inner = Line("deletion", Nightly(3), "Delete.", lambda: did.append("inner"))
    outer = Line("deletion", Nightly(3), "Delete.", lambda: second.append(run_due([inner], EVENING)))

    assert run_due([outer], EVENING) == ["deletion"]
    assert (second, did) == ([[]], [])


def test_what_goes_wrong_is_written_down_and_the_rest_goes_on(did, nightly, caplog) -> None:
    broken = Line("broken", Every(1), "Break.", lambda: 1 / 0)

    assert run_due([broken, nightly], EVENING) == ["broken", "deletion"]
    assert Tick.objects.get(code="broken").problem == "ZeroDivisionError: division by zero"
    assert did == ["deletion"]


@pytest.mark.parametrize(
    ("begun", "following"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=OSLO), datetime(2026, 3, 29, 3, tzinfo=OSLO)),  # summer time begins
        (datetime(2026, 10, 24, 12, tzinfo=OSLO), datetime(2026, 10, 25, 3, tzinfo=OSLO)),  # and ends
        (datetime(2026, 11, 20, 1, 59, tzinfo=UTC), datetime(2026, 11, 20, 3, tzinfo=OSLO)),
        (datetime(2026, 11, 20, 2, 0, tzinfo=UTC), datetime(2026, 11, 21, 3, tzinfo=OSLO)),
    ],
)
def test_the_night_is_where_the_site_is(begun: datetime, following: datetime) -> None:
    assert Nightly(3).next_after(begun) == following


def test_every_line_of_the_real_timetable_can_be_run(caplog) -> None:
    assert run_due(LINES) == [line.code for line in LINES]
    assert [tick.problem for tick in Tick.objects.all()] == [""] * len(LINES)
    assert run_due(LINES, timezone.now()) == []
