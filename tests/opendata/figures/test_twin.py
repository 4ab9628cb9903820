"""Every figure, in every engine, gives the same as the slow twin."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.opendata.figures import engines, material, twin
from vardevei.opendata import calculate, places
from vardevei.opendata.figures.results import Result
from vardevei.opendata.figures.tables import ParticipationRow

BORDERS = ("then", "2014", "2018", "2020", "2024")
FIGURES = sorted(twin.FIGURES)
SPLIT_AND_MERGED = (
    *("1850", "1613", "1507-2020", "1718", "1624", "3030-2020", "3025-2020", "5054-2018", "0101", "1567", "0706"),
    *("30-2020", "38-2020", "54-2020", "50-2018", "16", "01", "31-2024", "0301", "1806-2020"),
)


def agree(rows: list[ParticipationRow], connection: Any, name: str, **choices: Any) -> Result:
    result = calculate.run(name, connection, **choices)
    c = result.choices.as_dict()
    slow = twin.FIGURES[name](rows, c)
    wanted = slow.rows[0].keys() if slow.rows else ()
    assert [{key: row[key] for key in wanted} for row in result.rows] == slow.rows
    assert {key: result.total[key] for key in slow.total} == slow.total
    for kind in ("municipality", "county"):
        account = twin.accounts(rows, c, kind)
        assert (result.units[kind].placed, result.units[kind].total) == account["units"]
        assert (result.participations[kind].placed, result.participations[kind].total) == account["participations"]
    return result


@pytest.fixture(scope="module", params=["duckdb", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The built-in grants in each engine."""
    content = material.content(material.built_in_rows())
    if request.param == "duckdb":
        yield engines.in_duckdb(content, tmp_path_factory.mktemp("passing"))
    elif request.param == "sqlite":
        yield engines.in_sqlite(content)
    else:
        with engines.in_postgres(content, request.getfixturevalue("postgres")) as connection:
            yield connection


@pytest.mark.parametrize(("name", "borders"), list(itertools.product(FIGURES, BORDERS)))
def test_the_built_in_grants_on_five_borders(engine: Any, name: str, borders: str) -> None:
    agree(list(material.built_in_rows()), engine, name, borders=borders)


@pytest.mark.parametrize(
    "choices",
    [
        {"family": "sector", "borders": "2024"},
        {"family": "interreg", "borders": "2014"},
        {"role": "coordinator", "borders": "then"},
        {"size": "50000-", "borders": "2020"},
        {"size": "20000-49999", "borders": "then", "from": 2017, "to": 2019},
        {"from": 2005, "to": 2012, "borders": "then"},
        {"from": 2020, "to": 2021, "borders": "2014", "role": "participant"},
    ],
)
@pytest.mark.parametrize("name", [name for name in FIGURES if name != "memo-figures"])
def test_other_choices(engine: Any, name: str, choices: dict[str, Any]) -> None:
    agree(list(material.built_in_rows()), engine, name, **choices)


@pytest.mark.parametrize("size", ["all", "50000-"])
def test_the_map_colours_those_that_the_figure_counts(engine: Any, size: str) -> None:
    rows = list(material.built_in_rows())
    for borders in BORDERS[1:]:
        result = calculate.run("participation-by-county", engine, borders=borders, size=size)

        found, unsure = calculate.found_municipalities(engine, result.choices)

        c = result.choices.as_dict()
        assert found == {place.id for _, place, _ in twin.placed_municipalities(rows, c)}
        assert len(found) == result.total["municipalities_found"]
        assert (
            unsure
            == {
                holder.id
                for row in twin.selected(rows, c)
                if places.by_id(row.unit_id).kind == "municipality"
                and not twin.where(places.by_id(row.unit_id), int(borders))
                for holder in twin.holders(places.by_id(row.unit_id), int(borders))
            }
            - found
        )


@pytest.mark.shared
@pytest.mark.parametrize("name", FIGURES)
def test_the_whole_real_file(shared: Path, tmp_path: Path, name: str) -> None:
    rows = material.real_rows(shared)
    assert len(rows) >= 55

    connection = engines.in_duckdb(material.content(rows), tmp_path)

    for borders in BORDERS:
        agree(rows, connection, name, borders=borders)


UNITS = st.one_of(
    st.sampled_from(SPLIT_AND_MERGED),
    st.sampled_from([place.id for kind in ("municipality", "county") for place in places.all_places(kind)]),
)
ROWS = st.builds(
    material.row,
    UNITS,
    st.one_of(st.none(), st.integers(2011, 2028)),
    family=st.sampled_from(["horizon-2020", "interreg-npa", "eea-grants", "nordplus"]),
    role=st.sampled_from(["coordinator", "participant", ""]),
    relation=st.sampled_from(["self", "self", "subunit", "enterprise", "implicit"]),
    repeated=st.sampled_from([False, False, False, True]),
    amount=st.one_of(st.none(), st.decimals(0, 10**7, places=2)),
)
CHOICES = st.fixed_dictionaries(
    {"borders": st.sampled_from(["then", *(str(year) for year in range(2013, 2027))])},
    optional={
        "family": st.sampled_from(["horizon-2020", "interreg", "eea", "nordic"]),
        "role": st.sampled_from(["coordinator", "participant"]),
        "size": st.sampled_from(["0-1999", "5000-9999", "50000-"]),
        "from": st.integers(2010, 2018),
        "to": st.integers(2018, 2029),
    },
)


@given(rows=st.lists(ROWS, max_size=40), choices=CHOICES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_made_participations_with_splits_and_mergers(rows: list[ParticipationRow], choices: dict[str, Any]) -> None:
    connection = engines.in_sqlite(material.content(rows))
    for name in FIGURES:
        offered = calculate.definition(name).choices

        result = agree(rows, connection, name, **{key: value for key, value in choices.items() if key in offered})

        for account in (*result.units.values(), *result.participations.values()):
            assert account.placed + account.not_placed == account.total
