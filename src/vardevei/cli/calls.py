"""Calls in the terminal: what a reading would change, what is open, and what has changed since a day."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import django

from vardevei.opendata.sources.announced import BRUSSELS
from vardevei.opendata.sources.calling import CallSource

if TYPE_CHECKING:
    from vardevei.programmes.domain.changes import Happening
    from vardevei.programmes.imports.calls import Plan

SHOWN = 5


@click.group()
def command() -> None:
    """Calls and their deadlines."""


@command.command(name="open")
@click.option("--about", default="", help="Only those with these words.")
def open_calls(about: str) -> None:
    """List the calls that are open now, the nearest deadline first."""
    django.setup()
    from vardevei.programmes.domain import calls
    from vardevei.programmes.models import Call

    found: Any = calls.about(Call.objects.all(), about).open()
    for call in found:
        click.echo(f"{call.next_at.date() if call.next_at else 'no deadline':<12}{call.identifier:<45} {call.title}")
    click.echo(f"{len(found)} open")


@command.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), required=True, help="From the morning of this day.")
def changed(since: datetime) -> None:
    """What has happened to calls since a day: new, opened, moved, changed, gone and closed. The newest first."""
    django.setup()
    from vardevei.programmes.domain import changes

    found = changes.since(since.date())
    for one in found:
        which = f"{one.call.identifier or one.call.key}  {one.call.title[:60]}"
        click.echo(f"{one.at.astimezone(BRUSSELS):%Y-%m-%d}  {one.kind:<14}{which}")
        if said := _said(one):
            click.echo(f"{'':<26}{said}")
    click.echo(f"{len(found)} since {since:%Y-%m-%d}")


def _said(one: "Happening") -> str:
    if one.kind in ("text", "new", "gone", "back", "opened", "closed"):
        return ""
    return _both(one)


def _plain(told: Any) -> str:
    if isinstance(told, dict):
        return ", ".join(f"{name} {value}" for name, value in told.items() if value not in (None, ""))
    return ", ".join(map(str, told)) if isinstance(told, list) else str(told if told is not None else "(empty)")


def take_in(source: CallSource, file: Path, *, write: bool, accept_gone: bool) -> None:
    """Show what the file would change, and change it when told to."""
    from vardevei.programmes.imports import calls as imports

    made = imports.plan(source.read(file))
    _show(made)
    if not write:
        click.echo("\nNothing was written. Run again with --apply to make these changes.")
        return
    imports.apply(made, source, file.name, accept_gone=accept_gone)
    click.echo("\nDone.")


def _show(made: "Plan") -> None:
    reading, counts = made.reading, made.counts()
    click.echo(f"File: {reading.size:,} bytes, SHA-256 {reading.sha256}, as of {made.taken_at:%Y-%m-%d %H:%M}")
    passed = "".join(f", {count} passed over ({reason})" for reason, count in reading.passed_over.items())
    click.echo(f"Rows: {counts['rows_read']} read, {counts['calls']} calls, {counts['rejected']} set aside{passed}")
    _rows("Added", [f"{row.identifier}  {row.title[:70]}" for _, row in made.added])
    _rows("Changed", [f"{call.identifier}  {_kinds(compared)}" for call, compared in made.changed if compared.told])
    _rows("Gone before the deadline", [f"{call.identifier}  {call.title[:70]}" for call in made.gone])
    _rows("Back", [f"{call.identifier}  {call.title[:70]}" for call in made.back])
    click.echo(f"Put right without a word: {counts['filled']}")
    click.echo(f"Unchanged: {counts['unchanged']}")
    if made.missing:
        _rows("Not in the file, kept since some rows could not be read", [call.identifier for call in made.missing])
    _rows("Set aside", [f"number {one.line}: {one.reason}. {one.detail}" for one in reading.rejected])
    _rows("Notes", [f"number {one.line}: {one.reason}. {one.detail}" for one in reading.notes])


def _kinds(compared: Any) -> str:
    return ", ".join(str(one.kind) if one.kind == "text" else f"{one.kind} {_both(one)}" for one in compared.told)


def _both(one: Any) -> str:
    return f"{_plain(one.old)} -> {_plain(one.new)}"


def _rows(title: str, lines: list[str]) -> None:
    click.echo(f"{title}: {len(lines)}")
    for line in lines[:SHOWN]:
        click.echo(f"  {line}")
    if len(lines) > SHOWN:
        click.echo(f"  … and {len(lines) - SHOWN} more")
