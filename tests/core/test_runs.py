"""Long work: one at a time of a kind, followed step by step, stopped when asked, taken up when its worker is gone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.people import somebody
from vardevei.core import alive
from vardevei.core.domain import files, runs, working, works
from vardevei.core.models import KeptFile, LogEntry, Run
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db
GONE = f"{alive.socket.gethostname()}:{'0' * 32}"


@works.work("test-list", title="En liste")
def make_list(track: working.Track) -> KeptFile | None:
    for number in range(track.values.get("of", 3)):
        track.step("Leser {name}.", done=number, of=track.values.get("of", 3), name=f"rad {number}")
        track.count("rader lest")
    return files.keep(b"en;to\n", "liste.csv", by=track.run.by)


@works.work("test-troubled", title="Noe som ikke går")
def have_trouble(track: working.Track) -> None:
    track.count("brev sendt", 2)
    track.problem(Problem("upload-empty", "The file is empty.", "Nothing in it.", "Choose another."))
    raise {"fault": ZeroDivisionError(), "problem": Problem("disk-full", "Full.", "No room.", "Wait.")}[
        track.values["how"]
    ]


@works.work("test-stopped", title="Noe som blir stoppet")
def be_stopped(track: working.Track) -> None:
    track.step("Først.")
    runs.ask_to_stop(Run.objects.get(pk=track.run.pk), by=None)
    track.step("Aldri.")
    raise AssertionError("it went on after it was stopped")


def test_work_is_followed_from_the_press_to_the_file() -> None:
    kari, told = somebody(), []
    run = runs.begin("test-list", by=kari, place="50-2018", values={"of": 2})

    done = working.carry_out(run.pk, told.append)

    assert told == ["0 av 2. Leser rad 0.", "1 av 2. Leser rad 1."]
    assert (done.state, runs.counts(done), done.result.name) == ("done", [("rader lest", 2)], "liste.csv")
    assert done.result.by == kari
    assert done.finished_at is not None


def test_pressing_twice_gives_the_same_run_and_afterwards_a_new_one() -> None:
    first = runs.begin("test-list", by=None, place="50-2018")

    assert runs.begin("test-list", by=somebody(), place="50-2018") == first
    assert runs.begin("test-list", by=None, place="46-2020") != first
    working.carry_out(first.pk)
    assert runs.begin("test-list", by=None, place="50-2018") != first


def test_the_database_refuses_a_second_open_run() -> None:
    Run.objects.create(kind="test-list", key="a")

    with pytest.raises(IntegrityError):
        Run.objects.create(kind="test-list", key="a", state="working")


def test_work_that_is_over_is_not_done_again() -> None:
    run = runs.begin("test-list", by=None)
    working.carry_out(run.pk)

    assert working.carry_out(run.pk) is None
    assert KeptFile.objects.count() == 1


@pytest.mark.parametrize(("how", "code"), [("problem", "disk-full"), ("fault", "run-broke")])
def test_what_goes_wrong_is_told_and_what_was_done_is_counted(how: str, code: str, caplog) -> None:
    run = runs.begin("test-troubled", by=None, values={"how": how})

    done = working.carry_out(run.pk)

    assert (done.state, runs.counts(done)) == ("failed", [("brev sendt", 2)])
    assert [problem.code for problem in runs.problems(done)] == ["upload-empty", code]
    assert ("ZeroDivisionError" in caplog.text) is (how == "fault")


def test_a_stop_is_obeyed_at_the_next_step_and_stands_in_the_log() -> None:
    done = working.carry_out(runs.begin("test-stopped", by=None).pk)

    assert (done.state, done.sentence) == ("cancelled", "Aldri.")
    assert [entry.act for entry in LogEntry.objects.about(done)] == ["run-stopped"]


def test_what_has_not_begun_stops_at_once() -> None:
    run = runs.begin("test-list", by=None)

    runs.ask_to_stop(run, by=None)
    runs.ask_to_stop(run, by=None)

    assert (run.state, working.carry_out(run.pk), LogEntry.objects.count()) == ("cancelled", None, 1)


def test_a_run_whose_worker_is_gone_is_taken_up_and_one_whose_worker_lives_is_not() -> None:
    lost = Run.objects.create(kind="test-list", key="lost", state="working", worker=GONE, tries=1)
    lives = Run.objects.create(kind="test-list", key="lives", state="working", worker=alive.me(), tries=1)

    assert runs.left_behind() == [lost]
    assert working.carry_out(lives.pk) is None
    assert working.carry_out(lost.pk).state == "done"


def test_a_worker_on_another_machine_is_believed_as_long_as_it_speaks() -> None:
    now = timezone.now()
    silent = Run.objects.create(
        kind="a", state="working", worker="another:1", heartbeat=now - runs.SILENT_FOR - timedelta(seconds=1)
    )
    Run.objects.create(kind="b", state="working", worker="another:1", heartbeat=now)

    assert runs.left_behind() == [silent]


def test_a_run_that_kills_its_worker_each_time_is_given_up_with_what_to_do() -> None:
    run = Run.objects.create(kind="test-list", state="working", worker=GONE, tries=working.MOST_TRIES)

    done = working.carry_out(run.pk)

    assert (done.state, [problem.code for problem in runs.problems(done)]) == ("failed", ["run-gave-up"])


def test_a_run_taken_by_another_process_is_let_go_of() -> None:
    run = runs.begin("test-list", by=None)
    Run.objects.filter(pk=run.pk).update(state="working", worker="another:1", tries=2)
    run.refresh_from_db()

    run.worker, run.tries = alive.me(), 1
    with pytest.raises(working.Taken):
        working.Track(run).step("Mitt?")


def test_work_of_a_kind_that_is_no_more_says_so() -> None:
    done = working.carry_out(runs.begin("once-upon-a-time", by=None).pk)

    assert [problem.code for problem in runs.problems(done)] == ["run-unknown"]
    assert works.title_of(done) == "once-upon-a-time"


def test_files_go_after_thirty_days_and_the_run_stays(django_capture_on_commit_callbacks) -> None:
    old = working.carry_out(runs.begin("test-list", by=None).pk)
    Run.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=31))
    fresh = working.carry_out(runs.begin("test-list", by=None).pk)

    assert runs.clear_files() == 1
    old.refresh_from_db()
    assert (old.result, list(KeptFile.objects.all())) == (None, [fresh.result])
