"""How right the linking is on names with known answers: precision, recall and F1, by stratum; and names per second.

A link is right when kind and code are right; for an ambiguous name, when the same set of codes is given. A wrong link
counts once as false (precision), and once as missed (recall) when the name should have been linked elsewhere. A name
that should not be linked counts only when it is.
"""

import time
from dataclasses import dataclass

from vardevei.opendata.linking.decide import link_many
from vardevei.opendata.linking.decision import NONE, Asked, Decision
from vardevei.opendata.linking.files import question


@dataclass(slots=True)
class Score:
    names: int = 0
    right: int = 0
    false: int = 0
    missed: int = 0
    relations_right: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None

    @property
    def relation_accuracy(self) -> float | None:
        return self.relations_right / self.names if self.names else None

    def count(self, answer: dict[str, str], decision: Decision) -> bool:
        """Count one name; True when kind and code are right."""
        is_right = is_same_link(answer, decision)
        self.names += 1
        self.right += is_right and decision.kind != NONE
        self.false += not is_right and decision.kind != NONE
        self.missed += not is_right and answer["kind"] != NONE
        self.relations_right += decision.relation == answer.get("relation", decision.relation)
        return is_right


def is_same_link(answer: dict[str, str], decision: Decision) -> bool:
    return answer["kind"] == decision.kind and set(answer["code"].split("|")) == set(decision.code.split("|"))


@dataclass(slots=True)
class Measured:
    """`strata` in the order they first appear; `errors` are pairs of the row and what was decided."""

    overall: Score
    strata: dict[str, Score]
    errors: list[tuple[dict[str, str], Decision]]
    names_per_second: float


def measure(rows: list[dict[str, str]]) -> Measured:
    """Link the rows and compare with their columns kind and code (and relation, stratum when there are any)."""
    questions = [question(row) for row in rows]
    decisions = list(link_many(questions))
    overall, strata, errors = Score(), {}, []  # type: Score, dict[str, Score], list[tuple[dict[str, str], Decision]]
    for row, decision in zip(rows, decisions, strict=True):
        overall.count(row, decision)
        if not strata.setdefault(row.get("stratum", ""), Score()).count(row, decision):
            errors.append((row, decision))
    return Measured(overall, strata, errors, rate(questions))


def rate(questions: list[Asked], at_least: int = 5_000, passes: int = 5) -> float:
    """Names per second in one process, nothing remembered between names: the quickest of five passes.

    A short list is repeated until a pass is long enough. The quickest, since other programs only ever slow a pass down.
    """
    if not questions:
        return 0.0
    times = -(-at_least // len(questions))
    return times * len(questions) / min(_seconds(questions * times) for _ in range(passes))


def _seconds(questions: list[Asked]) -> float:
    began = time.perf_counter()
    for _ in link_many(questions):
        pass
    return time.perf_counter() - began
