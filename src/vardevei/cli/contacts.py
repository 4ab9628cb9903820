"""`vardevei contacts FILE --county 50`: a county's own list of contacts, looked over and put in from the terminal."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import django
from django.utils.translation import override

from vardevei.opendata.problem import Problem

if TYPE_CHECKING:
    from vardevei.organisations.imports.contact_lists.plans import Item, Plan
    from vardevei.organisations.models import Organisation

SHOWN = 20
TITLES = {
    "doubtful": "To decide",
    "changed": "Changed",
    "new": "New",
    "rejected": "Cannot be used",
    "double": "Stand twice",
    "vacant": "Say that there is nobody",
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--county", "number", required=True, help="The county's number, such as 50.")
@click.option("--apply", "write", is_flag=True, help="Put the list in, when nothing is doubtful.")
def command(file: Path, number: str, write: bool) -> None:
    """Read a county's own list of contacts (.xlsx or .csv), show what would come of each row; with --apply, put it in.

    Nothing is written when a row is doubtful: those are decided in the browser, or corrected in FILE.
    """
    django.setup()
    from vardevei.organisations.imports.contact_lists import applying, comparing, reading

    county = _county(number)
    if not file.is_file():
        raise Problem("file-missing", f"{file} could not be opened.", "There is no such file.", "Check the path.")
    with override("en"):
        made = reading.from_file(file.read_bytes(), file.name, county=county, by=None)
        plan = comparing.plan(made)
        _show(plan)
        if write and not plan.open:
            applying.put_in(made, plan.seal(), by=None)
            click.echo("\nDone.")
            return
        made.delete()  # the terminal keeps no preview: the file is still there
        click.echo("\nNothing was written.")
        if plan.open:
            _refuse(plan, county, write)


def _county(number: str) -> "Organisation":
    from django.utils import timezone

    from vardevei.opendata import places
    from vardevei.organisations.models import Organisation

    place = places.by_number(number, on=timezone.localdate())
    if place is None or place.kind != "county":
        raise Problem("county-unknown", f"There is no county with number {number} today.", "", "Give one such as 50.")
    return Organisation.objects.get(pk=place.id)


def _refuse(plan: "Plan", county: "Organisation", write: bool) -> None:
    todo = f"Decide the rows in the browser: /fylke/{county.number}/kontakter/liste/. Or correct the file."
    if write:
        raise Problem("list-undecided", f"{plan.open} rows are not decided.", "Nothing is guessed.", todo, n=plan.open)
    click.echo(f"{plan.open} rows must be decided before --apply. {todo}")


def _show(plan: "Plan") -> None:
    counts = plan.counts()
    click.echo(f"Rows: {plan.rows} read")
    for kind, title in TITLES.items():
        items = [item for item in plan.items if item.kind == kind]
        if items:
            _rows(f"{title}: {len(items)}", (_line(item) for item in items), len(items))
    click.echo(f"Unchanged: {counts['unchanged']}")
    if plan.missing:
        _rows(f"Not in the list, kept: {len(plan.missing)}", (str(one.role) for one in plan.missing), len(plan.missing))
    names = ", ".join(place.name for place in plan.vacant)
    click.echo(f"Without a contact afterwards: {len(plan.vacant)}{f' ({names})' if names else ''}")


def _line(item: "Item") -> str:
    told = item.facts
    who = " ".join(part for part in (told.name, f"<{told.email}>" if told.email else "") if part) if told else ""
    changes = "; ".join(f"{name} {old or '(empty)'} -> {new}" for name, old, new in item.changes)
    asked = next((question.words for question in item.questions if not question.answer), "")
    said = [str(item.place or item.entry.said), who, changes, asked or item.reason, *item.notes]
    return f"line {item.entry.line}: " + " | ".join(part for part in said if part)


def _rows(title: str, lines: Iterable[str], count: int) -> None:
    click.echo(title)
    for line, _ in zip(lines, range(SHOWN), strict=False):
        click.echo(f"  {line}")
    if count > SHOWN:
        click.echo(f"  … and {count - SHOWN} more")
