"""Long work in the terminal: what goes on, and doing a piece of it here with the same lines as on its page."""

import json
from typing import TYPE_CHECKING

import click
import django
from django.utils import timezone, translation

from vardevei.opendata.problem import Problem

if TYPE_CHECKING:
    from vardevei.core.models import Run

LATEST = 20


@click.command(context_settings={"show_default": True})
@click.option("--number", default=LATEST, help="How many, newest first.")
def runs(number: int) -> None:
    """Show the latest long work: what it is, how far it has come, and what did not go."""
    django.setup()
    from vardevei.core.domain import runs, works
    from vardevei.core.models import Run

    with translation.override("en"):
        latest = list(Run.objects.select_related("by")[:number])
        for run, sentence in zip(latest, runs.sentences_of(latest), strict=True):
            asked = timezone.localtime(run.asked_at)
            click.echo(f"{run.pk}  {asked:%Y-%m-%d %H:%M}  {run.state}  {works.title_of(run)}. {sentence}".rstrip())
            for problem in runs.problems(run):
                click.echo(f"    {problem}")
        if not latest:
            click.echo("No long work yet.")


@click.command()
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--place", default="", help="Id of the municipality or county it is for.")
def run(kind: str, values: tuple[str, ...], place: str) -> None:
    """Do long work of a KIND here, and print each step. One that already goes on is not begun twice."""
    django.setup()
    from vardevei.core.domain import runs, working, works

    if kind not in works.registered():
        known = ", ".join(sorted(works.registered())) or "none yet"
        raise Problem("run-kind", f"There is no work called {kind}.", f"Known: {known}.", "Choose one of these.")
    with translation.override("en"):
        begun = runs.begin(kind, by=None, place=place, values=_values(values))
        done = working.carry_out(begun.pk, tell=click.echo)
        if done is None:
            raise Problem("run-open", "This work already goes on.", f"It is number {begun.pk}.", "See: vardevei runs")
        _tell_end(done)


def _tell_end(done: "Run") -> None:
    from vardevei.core.domain import files, runs

    click.echo(done.get_state_display())
    for name, number in runs.counts(done):
        click.echo(f"{number}  {name}")
    for problem in runs.problems(done):
        click.echo(str(problem), err=True)
    if done.result:
        click.echo(f"{done.result.name}: {files.place_of(done.result.sha256)}")
    if done.state != "done":
        raise SystemExit(2)


def _values(given: tuple[str, ...]) -> dict[str, object]:
    """NAME=VALUE, where the value is read as JSON when it is that, and as a text when it is not."""
    pairs = [text.partition("=") for text in given]
    if any(not equals for _name, equals, _value in pairs):
        raise click.BadParameter("write NAME=VALUE")
    return {name: _read(value) for name, _equals, value in pairs}


def _read(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value
