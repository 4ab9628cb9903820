"""Writes a new edition whole, beside the others, checks it by loading it, and puts it in use in one step."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from vardevei.opendata import edition, finding, linking, places
from vardevei.opendata.editions import checking
from vardevei.opendata.editions.planning import LARGE, Plan
from vardevei.opendata.problem import Problem
from vardevei.opendata.register import load


def write(plan: Plan, *, accept_large: bool = False) -> Path:
    """The folder of the edition, now in use. Errors: Problem, and then the edition in use is the same as before."""
    _check_may(plan, accept_large)
    home = edition.home()
    name = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S%f")
    unfinished, finished = home / f".{name}", home / name
    unfinished.mkdir(parents=True)
    try:
        plan.tables.save(unfinished)
        _check(unfinished)
        os.rename(unfinished, finished)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _put_in_use(home, name)
    places.forget()
    finding.forget()
    linking.forget()
    return finished


def _check_may(plan: Plan, accept_large: bool) -> None:
    if plan.answers.questions:
        raise Problem(
            "questions-open",
            f"{len(plan.answers.questions)} questions must be answered before the edition can be written.",
            "No list says where the areas of a split municipality went, or which language a new name is in.",
            "Nothing was written. Fill in the answers printed above, and run again with --answers FILE.",
        )
    if unused := plan.answers.unused():
        raise Problem(
            "answers-not-used",
            f"The file with answers has some that nobody asked for: {'; '.join(unused)}.",
            "The key may be misspelt.",
            "Nothing was written. Correct or delete those lines.",
        )
    if plan.ended > LARGE and not accept_large:
        raise Problem(
            "difference-too-large",
            f"{plan.ended:.0%} of the municipalities would end.",
            f"More than {LARGE:.0%} is more likely a fault in an answer than a reform.",
            "Nothing was written. If it is a reform, run again with --accept-large.",
        )


def _check(folder: Path) -> None:
    try:
        faults = checking.faults(load(folder))
    except (KeyError, ValueError, AssertionError) as error:
        faults = [f"{type(error).__name__}: {error}"]
    if faults:
        raise Problem(
            "edition-inconsistent",
            "The new edition contradicts itself.",
            "; ".join(faults[:5]) + ".",
            "Nothing was written, and the edition in use is the same as before. Please report this.",
        )


def _put_in_use(home: Path, name: str) -> None:
    pointer, beside = home / edition.POINTER, home / f".{edition.POINTER}"
    with beside.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, pointer)
