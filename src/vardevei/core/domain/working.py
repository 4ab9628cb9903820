"""Doing long work: one process takes a run, does it, and says on it how far it is and how it ended."""

import logging
from collections.abc import Callable
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from vardevei.core import alive
from vardevei.core.domain import runs, sentences, works
from vardevei.core.enums import RunState
from vardevei.core.models import KeptFile, Run
from vardevei.core.troubles import as_problem
from vardevei.core.words import Words
from vardevei.opendata.problem import Problem

MOST_TRIES = 3
MOST_PROBLEMS = 200
logger = logging.getLogger(__name__)


class Stopped(Exception):
    """Somebody asked for an end."""


class Taken(Exception):
    """Another process has the run now; this one leaves it alone."""


class Track:
    """What the work has in its hand: what it was given, and the way to tell how far it is."""

    def __init__(self, run: Run, tell: Callable[[str], None] | None = None) -> None:
        self.run, self.values, self._tell = run, run.values, tell

    def step(self, text: Words = "", *, done: int | None = None, of: int | None = None, **values: object) -> None:
        """Say what happens now, and how far it is. Ends the work here when somebody has asked for that."""
        if text:
            self.run.sentence, self.run.sentence_values = sentences.keep(text), sentences.keep_values(values)
        self.run.total = self.run.total if of is None else of
        self.run.done = self.run.done if done is None else done
        self.save()
        if self._tell:
            self._tell(runs.sentence(self.run))
        if Run.objects.filter(pk=self.run.pk, stop_asked_at__isnull=False).exists():
            raise Stopped

    def count(self, name: Words, more: int = 1) -> None:
        """Count something: `track.count(_("brev sendt"))`. Shown from the next step on."""
        word = sentences.keep(name)
        self.run.counts[word] = self.run.counts.get(word, 0) + more

    def problem(self, problem: Problem) -> None:
        """Something did not go, and the work goes on. Many are counted, and the first are told."""
        if len(self.run.problems) < MOST_PROBLEMS:
            told = {"code": problem.code, "what": problem.what, "why": problem.why, "todo": problem.todo}
            self.run.problems.append({**told, "values": sentences.keep_values(problem.values)})

    def save(self, **fields: Any) -> None:
        """Write down where the work is, as long as it is ours."""
        names = ("sentence", "sentence_values", "done", "total", "counts", "problems")
        now = {name: getattr(self.run, name) for name in names}
        mine = Run.objects.filter(pk=self.run.pk, state=RunState.WORKING, worker=alive.me(), tries=self.run.tries)
        if not mine.update(heartbeat=timezone.now(), **{**now, **fields}):
            raise Taken


def carry_out(pk: int, tell: Callable[[str], None] | None = None) -> Run | None:
    """Do a run, if nobody else does it. None when it was not ours to do. What goes wrong is told on the run."""
    run = _claim(pk)
    if run is None:
        return None
    track = Track(run, tell)
    try:
        _finish(track, *_attempt(track))
    except Taken:
        return None
    return Run.objects.select_related("result").get(pk=pk)


def _claim(pk: int) -> Run | None:
    """Only one process gets it: from the queue, or from a process that is gone."""
    run = Run.objects.filter(pk=pk).first()
    if run is None or not run.is_open or (run.state == RunState.WORKING and not runs.is_left(run)):
        return None
    now = timezone.now()
    as_seen = Q(pk=pk, state=run.state, worker=run.worker, tries=run.tries)
    got = Run.objects.filter(as_seen).update(
        state=RunState.WORKING, worker=alive.me(), tries=F("tries") + 1, heartbeat=now, started_at=run.started_at or now
    )
    return Run.objects.get(pk=pk) if got else None


def _attempt(track: Track) -> tuple[RunState, KeptFile | None]:
    known = works.registered().get(track.run.kind)
    try:
        if known is None:
            raise _unknown(track.run)
        if track.run.tries > MOST_TRIES:
            raise _gave_up()
        return RunState.DONE, known.function(track)
    except Stopped:
        return RunState.CANCELLED, None
    except Taken:
        raise
    except Exception as error:
        problem = as_problem(error)
        if problem is None:
            logger.exception("run %s (%s) broke", track.run.pk, track.run.kind)
        track.problem(problem or _broke())
    return RunState.FAILED, None


def _finish(track: Track, state: RunState, result: KeptFile | None) -> None:
    track.save(state=state, result=result, finished_at=timezone.now())


def _unknown(run: Run) -> Problem:
    return Problem(
        "run-unknown",
        f"This version of the program does not know the work {run.kind}.",
        "It was asked for before an update.",
        "Ask for it again from its page.",
    )


def _gave_up() -> Problem:
    return Problem(
        "run-gave-up",
        f"The work was begun {MOST_TRIES} times, and each time its process ended in the middle.",
        "The machine may lack memory, or was switched off.",
        "Tell those who run the site, and ask for the work again.",
        times=MOST_TRIES,
    )


def _broke() -> Problem:
    return Problem(
        "run-broke",
        "The work stopped because of a fault in the program.",
        "What went wrong stands in the worker's own log.",
        "Tell those who run the site. What was done before the fault is kept; ask for the work again afterwards.",
    )
