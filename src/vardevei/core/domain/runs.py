"""Long work, seen from those who ask for it. How it is done stands in `working.py`.

run = runs.begin("contact-export", by=person, place=county.pk)     # pressing twice gives the same run
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core import alive
from vardevei.core.domain import files, log, sentences, works
from vardevei.core.enums import RunState
from vardevei.core.models import KeptFile, Person, Run
from vardevei.opendata.problem import Problem

# A worker on another machine says that it lives each time it takes a step.
SILENT_FOR = timedelta(minutes=10)
FILES_KEPT_FOR = timedelta(days=30)


def begin(
    kind: str,
    *,
    by: Person | None,
    place: str = "",
    key: str | None = None,
    file: KeptFile | None = None,
    back: str = "",
    values: Mapping[str, object] | None = None,
) -> Run:
    """A new run that waits for its turn; when one of the same kind and key is open, that one. The key is the place
    when nothing else is said. `values` are what the work needs: numbers, texts, keys of records."""
    key = place if key is None else key
    try:
        with transaction.atomic():
            return Run.objects.create(
                kind=kind, key=key, place=place, by=by, file=file, back=back, values=dict(values or {})
            )
    except IntegrityError:
        already = Run.objects.open().filter(kind=kind, key=key).first()
        if already is None:  # it ended in this very moment
            return begin(kind, by=by, place=place, key=key, file=file, back=back, values=values)
        return already


def ask_to_stop(run: Run, *, by: Person | None) -> None:
    """Ask for an end at the next step. One that has not begun ends at once; one that is over stays as it is."""
    now = timezone.now()
    waiting = Run.objects.filter(pk=run.pk, state=RunState.WAITING)
    working = Run.objects.filter(pk=run.pk, state=RunState.WORKING, stop_asked_at__isnull=True)
    with transaction.atomic():
        stopped = waiting.update(state=RunState.CANCELLED, finished_at=now, stop_asked_at=now)
        if stopped or working.update(stop_asked_at=now):
            text = _("Avbrøt arbeidet «{title}».")
            log.write("run-stopped", text, by=by, about=run, place=run.place, title=works.title_of(run))
    run.refresh_from_db()


def left_behind() -> list[Run]:
    """Runs that nobody works on any longer, to be put in the queue again: their worker died, or they were lost."""
    now = timezone.now()
    waiting = Q(state=RunState.WAITING, queued_at__lt=now - SILENT_FOR)
    found = [run for run in Run.objects.filter(waiting | Q(state=RunState.WORKING)) if is_left(run)]
    Run.objects.filter(pk__in=[run.pk for run in found]).update(queued_at=now)
    return found


def is_left(run: Run) -> bool:
    """Whether nobody works on it: the process that had it is gone, or has been silent for long on another machine."""
    if run.state == RunState.WAITING:
        return run.queued_at < timezone.now() - SILENT_FOR
    gone = alive.is_gone(run.worker)
    if gone is not None:
        return gone
    return run.heartbeat is None or run.heartbeat < timezone.now() - SILENT_FOR


def sentence(run: Run) -> str:
    """How far it is, in the language in use: "3 av 15. Leser rad 120."""
    return sentences_of([run])[0]


def sentences_of(runs: Iterable[Run]) -> list[str]:
    """The same for many; one question to the database for all names."""
    runs = list(runs)
    said = sentences.read((run.sentence, run.sentence_values) for run in runs)
    return [_progress(run, text) for run, text in zip(runs, said, strict=True)]


def counts(run: Run) -> list[tuple[str, int]]:
    """What was counted on the way, with its words in the language in use."""
    return [(_(name), number) for name, number in run.counts.items()]


def problems(run: Run) -> list[Problem]:
    """What did not go, as the problems they were."""
    return [
        Problem(one["code"], one["what"], one["why"], one["todo"], **sentences.read_values(one["values"]))
        for one in run.problems
    ]


def clear_files() -> int:
    """Take the files away from runs that ended long ago. The runs themselves stay. Says how many files."""
    old = Run.objects.filter(finished_at__lt=timezone.now() - FILES_KEPT_FOR)
    found = [kept for run in old.select_related("file", "result") for kept in (run.file, run.result) if kept]
    with transaction.atomic():
        old.update(file=None, result=None)
        for kept in found:
            files.forget(kept)
    return len(found)


def _progress(run: Run, text: str) -> str:
    if run.state == RunState.DONE:
        return ""
    if run.total is None or not run.is_open:
        return text
    return f"{_('{done} av {total}.').format(done=run.done, total=run.total)} {text}".strip()
