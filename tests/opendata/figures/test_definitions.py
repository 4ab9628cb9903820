"""A published figure is reviewed, whole, and in three languages; the SQL keeps to what every engine runs."""

from pathlib import Path

import pytest
import yaml

from tests.opendata.figures import engines, material
from vardevei.opendata import calculate
from vardevei.opendata.figures import definitions, dialects
from vardevei.opendata.problem import Problem

FOUR = ["memo-figures", "participation-by-county", "participation-by-size", "participation-over-time"]


def test_the_published_figures_are_four() -> None:
    assert list(calculate.definitions()) == FOUR


@pytest.mark.parametrize("name", FOUR)
def test_every_column_of_a_figure_is_in_every_row(name: str, tmp_path: Path) -> None:
    connection = engines.in_duckdb(material.content(material.built_in_rows()), tmp_path)

    rows = calculate.run(name, connection).rows

    wanted = [column.name for column in calculate.definition(name).columns]
    assert rows
    assert [list(row) for row in rows] == [wanted] * len(rows)


def test_a_figure_nobody_made_is_told_with_those_that_exist() -> None:
    with pytest.raises(Problem) as told:
        calculate.definition("participation-by-moon")

    assert told.value.code == "figure-unknown"
    assert ", ".join(FOUR) in told.value.todo


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"checked_by": None}, "Missing: checked_by."),
        ({"colour": "red"}, "Unknown: colour."),
        ({"title": {"nb": "Tall"}}, "title must be in nb, nn and en."),
        ({"choices": ["moon"]}, "Choice moon does not exist."),
        ({"borders": "1999"}, "Borders 1999 do not exist."),
        ({"review_next": yaml.safe_load("2020-01-01")}, "It must be reviewed again later."),
    ],
)
def test_an_incomplete_definition_stops_the_load(tmp_path: Path, change: dict[str, object], told: str) -> None:
    whole = yaml.safe_load((definitions.HERE / "participation-by-size.yaml").read_text("utf-8"))
    file = tmp_path / "broken.yaml"
    file.write_text(yaml.safe_dump({**whole, **change}, allow_unicode=True), "utf-8")

    with pytest.raises(Problem) as problem:
        definitions.load(file)

    assert problem.value.code == "figure-incomplete"
    assert told in problem.value.why


@pytest.mark.parametrize("name", [*FOUR, "accounting"])
def test_the_sql_uses_nothing_that_one_engine_lacks(name: str) -> None:
    sql = dialects.translated((definitions.HERE / f"{name}.sql").read_text("utf-8"), "sqlite3").lower()

    special = ["::", "||", "filter (", "using (", "lateral", "qualify", "group by all", "ilike", "iif(", "ifnull"]
    special += ["nvl(", "strftime", "date_part", "limit ", "offset ", "array", "recursive", "within group", " over ("]
    assert [word for word in special if word in sql] == []


def test_each_engine_gets_its_own_way_of_writing_a_parameter() -> None:
    sql = "select :a, :b_c, x::text, '5 %' -- the :comment goes"

    assert dialects.translated(sql, "sqlite3") == "select :a, :b_c, x::text, '5 %' "
    assert dialects.translated(sql, "duckdb") == "select $a, $b_c, x::text, '5 %' "
    assert dialects.translated(sql, "psycopg") == "select %(a)s, %(b_c)s, x::text, '5 %%' "
