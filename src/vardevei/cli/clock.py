"""The timetable in the terminal."""

from datetime import datetime

import click
import django
from django.utils import timezone


@click.command()
def command() -> None:
    """Print the timetable: what runs by itself, when it last ran and when it runs next."""
    django.setup()
    from vardevei.clock import LINES
    from vardevei.core.domain.timetable import next_run
    from vardevei.core.models import Tick

    ticks = Tick.objects.in_bulk()
    for line in LINES:
        tick = ticks.get(line.code)
        click.echo(f"{line.code}: {line.sentence} {str(line.when).capitalize()}.")
        click.echo(f"    last {_moment(tick.started_at if tick else None)}, next {_moment(next_run(line, tick))}")
        if tick and tick.problem:
            click.echo(f"    {tick.problem}")


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else "–"
