"""Figures over made-up participations, as a ratio to a raw scan (count and sum) in the same run.

    python -m benchmarks.figures            1 and 10 million
    python -m benchmarks.figures 50         50 million

Beside it stands the ratio to the least that any of them must do: find each unit and year once. The three take turns,
and the best of each is compared, so that other work on the machine hits all. On DuckDB's own file and on Parquet.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from vardevei.opendata import calculate
from vardevei.opendata.figures import store, tables

SIZES = (1, 10)
ROUNDS = 5
SCAN = "select count(*), sum(amount) from participation where counted = 1 and year between 1990 and 2030"
MADE = """create table participation as
with made as (
  select i, cast(hash(i) % {units} as bigint) as n, cast(hash(i + 1) % 1000000007 as bigint) as dice
  from range({rows}) numbers(i)
)
select 'made/' || (i // 4) as project_id, u.unit_id,
  case when i % 5 < 3 then 'horizon-2020' when i % 5 = 3 then 'interreg-npa' else 'erasmus' end as family, '' as part,
  cast(2013 + dice % 14 as integer) as year,
  case when dice % 6 = 0 then 'coordinator' else 'participant' end as role, 'made' as source,
  dice % 50000000 as amount, 'self' as relation, 1 as counted
from made join (select unit_id, row_number() over (order by unit_id) - 1 as n from unit) u on u.n = made.n"""
ONCE = "select unit_id, year from participation where counted = 1 and year between 1990 and 2030 group by unit_id, year"


def main() -> None:
    for millions in [int(text) for text in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(millions, Path(folder))


def measure(millions: int, folder: Path) -> None:
    file, parquet = folder / "mart.duckdb", folder / "participation.parquet"
    with duckdb.connect(str(file)) as mart:
        _make(mart, folder, millions * 1_000_000)
        mart.execute(f"copy participation to '{parquet}' (format parquet)")
        print(f"{millions} million participations, {parquet.stat().st_size / 1e6:.0f} MB of Parquet", flush=True)
        _compare("DuckDB", mart)
        mart.execute("drop table participation")
        mart.execute(f"create view participation as select * from '{parquet}'")
        _compare("Parquet", mart)


def _make(mart: duckdb.DuckDBPyConnection, folder: Path, rows: int) -> None:
    content = tables.tables([])
    for table, columns in tables.TABLES.items():
        if table != "participation":
            store.load(mart, folder, table, columns, content[table])
    mart.execute(MADE.format(rows=rows, units=len(content["unit"])))


def _compare(where: str, mart: duckdb.DuckDBPyConnection) -> None:
    for name, figure in calculate.definitions().items():
        values = calculate.choose(figure, mart, borders="2024").parameters()
        _against_the_scan(f"{where:<8} {name}", mart, partial(calculate.query, mart, figure.sql, values))
    whole = partial(calculate.run, "participation-by-county", mart, borders="2024")
    _against_the_scan(f"{where:<8} by county, with its account", mart, whole)


def _against_the_scan(what: str, mart: duckdb.DuckDBPyConnection, figure: Callable[[], object]) -> None:
    works = (lambda: mart.execute(SCAN).fetchall(), lambda: mart.execute(ONCE).fetchall(), figure)
    turns = [[_seconds(work) for work in works] for _ in range(ROUNDS)]
    scan, once, took = (min(times) for times in zip(*turns, strict=True))
    print(
        f"  {what:<38} {took:6.3f} s: {took / scan:5.1f} times the scan, {took / once:4.1f} times the units", flush=True
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
