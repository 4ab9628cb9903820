"""The mart's files: always whole, whatever happens while they are written."""

import json
import multiprocessing
import os
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.opendata.figures import material
from vardevei.opendata.figures import store
from vardevei.opendata.figures.tables import TABLES
from vardevei.opendata.problem import Problem

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def counted(where: Path) -> int:
    with store.connect(where) as mart:
        row = mart.execute("select count(*) from participation").fetchone()
    assert row
    return int(row[0])


def age(where: Path) -> None:
    for path in where.glob("build-*"):
        os.utime(path, (time.time() - store.GRACE - 60,) * 2)


def test_what_is_written_is_read_again_to_the_letter(tmp_path: Path) -> None:
    rows = [material.row("0301", None, amount=None, part='a "quoted", part\n=1+1'), material.row("1103-2020", 2021)]
    content = material.content(rows)

    manifest = store.write(tmp_path, content)

    with store.connect(tmp_path) as mart:
        for table in TABLES:
            assert sorted(mart.execute(f"select * from {table}").fetchall(), key=str) == sorted(content[table], key=str)
    assert manifest.rows["participation"] == 2
    parquet = tmp_path / manifest.build / "lies_in.parquet"
    with duckdb.connect() as other:
        assert other.execute(f"select count(*) from {str(parquet)!r}").fetchone() == (manifest.rows["lies_in"],)


def test_a_folder_with_spaces_quotes_and_norwegian_letters(tmp_path: Path) -> None:
    where = tmp_path / "Åse's tall" / "mart"

    store.write(where, material.content([material.row("0301")]))

    assert counted(where) == 1


def test_without_a_mart_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Problem) as told:
        store.connect(tmp_path)

    assert (told.value.code, store.version(tmp_path)) == ("mart-missing", 0)
    assert "vardevei mart" in told.value.todo


def test_a_reader_keeps_its_mart_while_another_is_swapped_in(tmp_path: Path) -> None:
    store.write(tmp_path, material.content([material.row("0301")]), NOW)
    before = store.version(tmp_path)
    with store.connect(tmp_path) as reader:
        store.write(tmp_path, material.content([]), NOW + timedelta(minutes=1))

        assert reader.execute("select count(*) from participation").fetchone() == (1,)
    assert counted(tmp_path) == 0
    assert store.version(tmp_path) != before


def test_the_build_that_read_its_data_last_stays(tmp_path: Path) -> None:
    store.write(tmp_path, material.content([material.row("0301")]), NOW)

    held = store.write(tmp_path, material.content([]), NOW - timedelta(minutes=1))

    assert counted(tmp_path) == 1
    assert held == store.manifest(tmp_path)
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_old_builds_go_but_the_previous_one_stays(tmp_path: Path) -> None:
    builds = []
    for minute in range(4):
        builds.append(store.write(tmp_path, material.content([]), NOW + timedelta(minutes=minute)).build)
        age(tmp_path)

    assert sorted(path.name for path in tmp_path.glob("build-*")) == sorted(builds[-2:])
    assert store.manifest(tmp_path).previous == builds[-2]


def test_a_build_that_fails_leaves_the_old_mart_and_no_rubbish(tmp_path: Path) -> None:
    store.write(tmp_path, material.content([material.row("0301")]), NOW)
    broken = {**material.content([]), "unit": [("too", "few", "values")]}

    with pytest.raises(duckdb.Error):
        store.write(tmp_path, broken, NOW + timedelta(minutes=1))

    assert counted(tmp_path) == 1
    assert len(list(tmp_path.glob("build-*"))) == 1


def _build_and_stop(where: Path, reached: str) -> None:
    """Build in a process of its own, and stop dead just before the step that is named."""
    step = getattr(store, reached)

    def stop(*arguments: object) -> object:
        os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments)

    setattr(store, reached, stop)
    store.write(where, material.content([]), NOW + timedelta(minutes=1))


@pytest.mark.parametrize("step", ["_fill", "_sha256", "_swap"])
def test_a_build_that_is_killed_leaves_the_old_mart_and_the_next_build_cleans_up(tmp_path: Path, step: str) -> None:
    store.write(tmp_path, material.content([material.row("0301")]), NOW)
    killed = multiprocessing.get_context("fork").Process(target=_build_and_stop, args=(tmp_path, step))
    killed.start()
    killed.join(60)

    assert killed.exitcode == -signal.SIGKILL
    assert counted(tmp_path) == 1

    age(tmp_path)
    store.write(tmp_path, material.content([material.row("0301")] * 3), NOW + timedelta(minutes=2))
    assert counted(tmp_path) == 3
    assert len(list(tmp_path.glob("build-*"))) == 2


def _build(where: Path, number: int) -> None:
    content = material.content([material.row("0301")] * number)
    store.write(where, content, NOW + timedelta(minutes=number))


def test_builds_at_the_same_time_are_harmless(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    builds = [context.Process(target=_build, args=(tmp_path, number)) for number in (1, 2, 3, 4)]
    for build in builds:
        build.start()
    for build in builds:
        build.join(120)

    assert [build.exitcode for build in builds] == [0, 0, 0, 0]
    assert counted(tmp_path) == 4
    assert json.loads((tmp_path / "manifest.json").read_text())["rows"]["participation"] == 4
