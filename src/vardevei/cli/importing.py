"""`vardevei import`: shows what a file would change, and changes it when told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click
import django

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES, Mapping, load, save
from vardevei.opendata.sources.calling import CALL_SOURCES
from vardevei.opendata.sources.listing import mapping_for

if TYPE_CHECKING:
    from vardevei.projects.imports.report import Report, Rows

SHOWN = 5
STATES = {
    "placed": "municipalities and county councils",
    "not-ours": "others",
    "doubtful": "doubtful, kept for a person",
}


@click.command(name="import")
@click.argument("source", type=click.Choice([*SOURCES, *CALL_SOURCES]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--apply", "write", is_flag=True, help="Make the changes that are shown. Without it nothing is written.")
@click.option(
    "--mapping",
    "mapping_file",
    type=click.Path(path_type=Path),
    help="For a list: the JSON file that says which column is what. Made from a guess when it is not there.",
)
@click.option("--family", default="", help="Programme family, for rows that do not say it (such as interreg).")
@click.option("--publisher", default="", help="For a list: who made it. Shown as the source of every number from it.")
@click.option("--address", default="", help="Where the file is published, if elsewhere than the source's own address.")
@click.option("--licence", default="", help="For a list: the terms it may be used under.")
@click.option("--accept-gone", is_flag=True, help="Go on although much of what was there is not in the file.")
def command(
    source: str,
    file: Path,
    write: bool,
    mapping_file: Path | None,
    family: str,
    publisher: str,
    address: str,
    licence: str,
    accept_gone: bool,
) -> None:
    """Read FILE from SOURCE and show what it would add, change and take away; with --apply, do it.

    Everything is done or nothing. Repeating an import is safe. What a person has corrected stays corrected.
    """
    django.setup()
    if source in CALL_SOURCES:
        from vardevei.cli import calls

        return calls.take_in(CALL_SOURCES[source], file, write=write, accept_gone=accept_gone)
    from vardevei.projects import imports
    from vardevei.projects.imports import report

    _check_origin(source, publisher, write)
    mapping = _mapping(source, file, mapping_file)
    with _step(f"Reading {file.name}"):
        reading = SOURCES[source].read(file, mapping, family)
    with _step("Linking and comparing"):
        plan = imports.plan(reading, imports.default_linker())
    _show(report.of(plan, SHOWN))
    if not write:
        return click.echo("\nNothing was written. Run again with --apply to make these changes.")
    title = file.stem if source == "list" else ""
    origin = imports.Origin(file.name, address=address, publisher=publisher, licence=licence, title=title)
    with _step("Writing"):
        imports.apply(plan, SOURCES[source], origin, accept_gone=accept_gone)
    with _step("Building the mart"):
        from vardevei.figures.domain import mart

        mart.build()
    return click.echo("\nDone.")


def _check_origin(source: str, publisher: str, write: bool) -> None:
    if write and not (publisher or SOURCES[source].publisher):
        raise Problem(
            "origin-missing",
            "A list must say where it comes from.",
            "Every number on a page names its source.",
            'Give it with --publisher "Trøndelag fylkeskommune".',
        )


def _mapping(source: str, file: Path, mapping_file: Path | None) -> Mapping | None:
    """A list's mapping: the saved one, or a guess; shown either way, and saved where --mapping says."""
    if source != "list":
        return None
    known = load(mapping_file) if mapping_file and mapping_file.exists() else None
    mapping = mapping_for(file, known)
    click.echo("Columns:" if known else "Columns, as guessed from the header:")
    for ours, column in mapping.columns.items():
        click.echo(f"  {ours:<22} {column}")
    for ours, value in mapping.fixed.items():
        click.echo(f"  {ours:<22} always {value!r}")
    if mapping_file and not known:
        save(mapping, mapping_file)
        click.echo(f"Saved in {mapping_file}; correct it there if a guess is wrong.")
    return mapping


@contextmanager
def _step(what: str) -> Iterator[None]:
    """Progress on stderr, so that the report alone can be sent to a file."""
    click.echo(f"{what} …", err=True, nl=False)
    started = perf_counter()
    try:
        yield
    except BaseException:
        click.echo("", err=True)
        raise
    click.echo(f" {perf_counter() - started:.1f} s", err=True)


def _show(report: "Report") -> None:
    _show_file(report)
    _rows("Added", report.added, "{0}  {1}  {2}")
    _rows("Changed", report.changed, "{0}  {1}: {2}")
    _rows("Gone", report.gone, "{0}  {1}")
    _rows("Not in the file, kept since some rows could not be read", report.unsure, "{0}", quiet=True)
    click.echo(f"Unchanged: {report.unchanged}")
    _rows("Set aside", report.set_aside, "line {0}: {1}. {2}")
    _rows("Notes", report.notes, "line {0}: {1}. {2}", quiet=True)
    click.echo("Participants: " + ", ".join(f"{report.states.get(state, 0)} {word}" for state, word in STATES.items()))


def _show_file(report: "Report") -> None:
    click.echo(f"File: {report.size:,} bytes, {report.encoding}, SHA-256 {report.sha256}")
    passed = "".join(f", {count} passed over ({reason})" for reason, count in report.passed_over.items())
    understood = f"{report.understood} understood, {report.set_aside.count} set aside"
    click.echo(f"Rows: {report.rows_read} read, {understood}{passed}")
    if report.unknown_columns:
        click.echo(f"Columns that are not read: {', '.join(report.unknown_columns)}")
    if report.missing_columns:
        click.echo(f"Columns that are missing: {', '.join(report.missing_columns)}")


def _rows(title: str, rows: "Rows", line: str, *, quiet: bool = False) -> None:
    if quiet and not rows.count:
        return
    click.echo(f"{title}: {rows.count}")
    for values in rows.lines:
        click.echo("  " + line.format(*map(_plain, values)))
    if rows.count > SHOWN:
        click.echo(f"  … and {rows.count - SHOWN} more")


def _plain(value: object) -> object:
    """A change is told as "amount 5 -> (empty)"."""
    if not isinstance(value, list):
        return value
    return "; ".join(f"{name} {old or '(empty)'} -> {new or '(empty)'}" for name, old, new in value)
