"""From the database to the mart: everything that is public goes in, and nothing else; a wrong mart is never used."""

import json
from pathlib import Path

import pytest
from django.db import connection as database
from django.test.utils import CaptureQueriesContext

from tests.opendata.figures import twin
from vardevei.figures import tasks
from vardevei.figures.domain import checks, mart
from vardevei.opendata import calculate
from vardevei.opendata.figures import store, tables
from vardevei.opendata.figures.tables import ParticipationRow
from vardevei.opendata.problem import Problem
from vardevei.organisations import imports as organisations
from vardevei.projects import imports as projects
from vardevei.projects.models import Participation


@pytest.fixture
def loaded(db, settings, tmp_path: Path) -> Path:
    """The register and the 55 built-in grants in the database, and a folder of its own for the mart."""
    settings.VARDEVEI = {**settings.VARDEVEI, "data": tmp_path}
    organisations.load()
    projects.load_built_in()
    return mart.folder()


def test_the_55_grants_are_in_the_mart_and_counted(loaded: Path) -> None:
    manifest = mart.build()

    assert manifest.rows["participation"] == 55
    with store.connect(loaded) as here:
        result = calculate.run("participation-by-county", here, borders="2024")
        counted = "select kind, count(*) from participation join unit using (unit_id) where counted = 1 group by kind"
        told = sorted(here.execute(counted).fetchall())
    assert told == [("county", 16), ("municipality", 39)]
    assert [source.code for source in result.sources] == ["forskningsradet"]
    assert result.sources[0].participations == 55
    assert result.sources[0].licence


@pytest.mark.parametrize("borders", ["then", "2014", "2018", "2020", "2024"])
def test_the_figure_is_what_the_twin_counts_in_the_database(loaded: Path, borders: str) -> None:
    rows = [
        ParticipationRow(str(p.project_id), p.organisation_id, p.project.family, "", p.year, p.role, p.source, p.amount)
        for p in Participation.objects.counted().select_related("project")
    ]
    mart.build()

    with store.connect(loaded) as here:
        for name, slow in twin.FIGURES.items():
            result = calculate.run(name, here, borders=borders)
            wanted = slow(rows, result.choices.as_dict()).rows
            assert [{key: row[key] for key in wanted[0]} for row in result.rows] == wanted


def test_the_doubtful_and_the_gone_are_not_counted(loaded: Path) -> None:
    first, second = Participation.objects.order_by("pk")[:2]
    Participation.objects.filter(pk=first.pk).update(link_state="doubtful", organisation=None, link_relation="none")
    Participation.objects.filter(pk=second.pk).update(gone_at="2026-11-23T12:00:00Z")

    manifest = mart.build()

    assert manifest.rows["participation"] == 54
    with store.connect(loaded) as here:
        result = calculate.run("participation-by-county", here, **{"from": 2014, "to": 2021})
        assert [(left.reason, left.participations) for left in result.left_out] == [("doubtful", 1)]
        assert sum(account.total for account in result.participations.values()) == 53


def test_no_names_of_participants_leave_the_database(loaded: Path) -> None:
    Participation.objects.update(name="Kari Nordmann", town="Hjemsted")

    build = loaded / mart.build().build

    files = [path.read_bytes() for path in build.iterdir()]
    assert len(files) == len(tables.TABLES) + 1
    assert not any(b"Nordmann" in content or b"Hjemsted" in content for content in files)


def test_amounts_in_other_currencies_are_not_added_to_euro(loaded: Path) -> None:
    Participation.objects.update(currency="NOK")

    mart.build()

    with store.connect(loaded) as here:
        result = calculate.run("participation-over-time", here)
    assert result.total["amount"] is None
    assert result.total["without_amount"] == result.total["participations"]


def test_as_many_queries_for_many_participations_as_for_few(loaded: Path) -> None:
    with CaptureQueriesContext(database) as many:
        mart.build()
    Participation.objects.exclude(pk=Participation.objects.first().pk).delete()
    with CaptureQueriesContext(database) as few:
        mart.build()

    assert len(many) == len(few)


def test_the_queue_builds_it_too(loaded: Path) -> None:
    build = tasks.build_mart.call()

    assert json.loads((loaded / "manifest.json").read_text())["build"] == build


@pytest.fixture(scope="module")
def content() -> dict[str, list[tables.Row]]:
    row = ParticipationRow("a/1", "0301", "horizon-2020", "", 2019, "", "made", None)
    return tables.tables([row])


def test_a_mart_as_it_should_be_passes(content: dict[str, list[tables.Row]]) -> None:
    checks.check(content)


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("municipality_on", lambda rows: rows[1:], "427 rows on the borders of 2013, not 428"),
        ("county_on", lambda rows: rows[:-1] + rows[:1], "county_on has the same borders and county_id twice"),
        ("unit", lambda rows: [*rows, rows[0]], "unit has the same unit_id twice"),
        ("lies_in", lambda rows: [(*rows[0][:3], None, None, "", ""), *rows[1:]], "is neither placed nor explained"),
        ("participation", lambda rows: [(rows[0][0], "9999", *rows[0][2:])], "The place '9999' is not in the register"),
        ("participation", lambda rows: [(rows[0][0], "", *rows[0][2:])], "is counted, and is not ours to count"),
    ],
)
def test_a_wrong_mart_is_not_taken_into_use(content, table, change, told) -> None:
    with pytest.raises(Problem) as problem:
        checks.check({**content, table: change(content[table])})

    assert problem.value.code == "mart-wrong"
    assert told in problem.value.why
