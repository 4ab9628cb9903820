"""What no list says and a person must: where an old area went in a split, and which language a new name is in.

Answers come in a CSV file with the columns about, key, answer. The questions are printed in the same form, so that the
print can be filled in:

    about,key,answer
    area,1508 1504,15x8              the area 1504 of the municipality that was 1508 went to the new 15x8
    area,1508 1534,15x8 15x9         the area 1534 was divided between the two
    language,Raane,sami              norwegian, sami or kven
    part_nb,1508 15x9,det som ...    the part in words, in bokmål; also part_nn, part_en and part_source. Not asked for
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vardevei.opendata.problem import Problem

COLUMNS = ("about", "key", "answer")
SUBJECTS = ("area", "language", "part_nb", "part_nn", "part_en", "part_source")


@dataclass(frozen=True, slots=True)
class Question:
    about: str
    key: str
    why: str


class Answers:
    """Answers by subject and key; what was asked without an answer is kept as a question."""

    def __init__(self, given: Iterable[tuple[str, str, str]] = ()) -> None:
        self._given = {(about, key): answer for about, key, answer in given}
        self._used: set[tuple[str, str]] = set()
        self.questions: list[Question] = []

    def get(self, about: str, key: str) -> str:
        self._used.add((about, key))
        return self._given.get((about, key), "")

    def ask(self, about: str, key: str, why: str, among: Iterable[str]) -> list[str]:
        """The words of the answer, all among the possible ones; [] when nobody has answered yet."""
        possible, words = list(among), self.get(about, key).split()
        if not words:
            self.questions.append(Question(about, key, f"{why} One of: {', '.join(possible)}."))
        elif wrong := sorted(set(words) - set(possible)):
            raise Problem(
                "answer-not-possible",
                f'The answer to {about}, {key} is "{" ".join(words)}".',
                f"{', '.join(wrong)} is not among {', '.join(possible)}.",
                "Nothing was written. Correct the file given with --answers.",
            )
        return words

    def unused(self) -> list[str]:
        return [f"{about},{key}" for about, key in self._given if (about, key) not in self._used]


def read(file: Path | None) -> Answers:
    """The file's answers. Errors: Problem("answers-not-understood")."""
    if file is None:
        return Answers()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        given = [tuple((row[column] or "").strip() for column in COLUMNS) for row in rows]
    except (OSError, UnicodeDecodeError, KeyError, csv.Error) as error:
        raise _not_understood(file, f"{type(error).__name__}: {error}") from error
    if strange := sorted({about for about, _, _ in given} - set(SUBJECTS)):
        raise _not_understood(file, f"It answers about {', '.join(strange)}; known are {', '.join(SUBJECTS)}.")
    return Answers((about, key, answer) for about, key, answer in given)


def _not_understood(file: Path, why: str) -> Problem:
    todo = "It needs the columns about, key and answer. Run without --apply to see the questions in that form."
    return Problem("answers-not-understood", f"The answers in {file} cannot be read.", why, todo)
