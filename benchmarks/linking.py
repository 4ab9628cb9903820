"""Names linked each second, as a ratio to only folding the same names, in the same run. The names are made."""

import time
from collections.abc import Callable
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.linking import Asked, link_many
from vardevei.opendata.linking.decide import folded_name

SHAPES = ("{} KOMMUNE", "{} kommune", "Municipality of {}", "{} KOMMUNE KULTURETATEN", "{} AS", "{} SOKN", "{} KF")
REPEATED = 20


def names() -> list[Asked]:
    there = [place.name() for year in (2014, 2021) for place in places.on(date(year, 1, 1))]
    return [Asked(shape.format(name), year=2018) for name in there for shape in SHAPES] * REPEATED


def rate(work: Callable[[], object], count: int) -> float:
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def main() -> None:
    asked = names()
    list(link_many(asked[:100]))  # the indexes are made on first use
    folding = rate(lambda: [folded_name(one.name) for one in asked], len(asked))
    linking = rate(lambda: list(link_many(asked)), len(asked))
    print(f"{len(asked):,} names: {linking:,.0f} linked each second, {folding / linking:.1f} times the cost of folding")


if __name__ == "__main__":
    main()
