"""`vardevei programmes`: what there is to apply to, and whether one municipality may use it. Needs no database."""

import csv
import json
import sys
from datetime import date

import click

from vardevei.opendata import eligible, places
from vardevei.opendata import programmes as guide
from vardevei.opendata.places import Place
from vardevei.opendata.problem import Problem
from vardevei.opendata.programmes import LANGUAGES, Programme


@click.command(context_settings={"show_default": True})
@click.option("--municipality", "number", metavar="NUMBER", help="May this municipality or county use them, and why?")
@click.option("--year", default=date.today().year, show_default="this year", help="In which year.")
@click.option("--language", type=click.Choice(LANGUAGES), default="nb", help="The language of the words.")
@click.option("--format", "kind", type=click.Choice(("csv", "json")), default="csv", help="How it is written.")
def programmes(number: str | None, year: int, language: str, kind: str) -> None:
    """List the programmes that are told in full: is Norway in, what they pay for, and may the municipality use them."""
    place = _place(number) if number else None
    rows = [_row(one, place, year, language) for one in guide.programmes().values() if one.in_full]
    if kind == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    lines = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)


def _row(one: Programme, place: Place | None, year: int, language: str) -> dict[str, object]:
    told = one.about("pays_for")
    row: dict[str, object] = {"code": one.code, "name": one.name[language], "start": one.start, "end": one.end}
    row |= {"norway": one.norway, "pays_for": told[0].words[language] if told else ""}
    if place:
        answer = eligible.for_place(one, place, year)
        row |= {"may_use": answer.verdict, "because": answer.because[language]}
    return row


def _place(number: str) -> Place:
    found = places.by_number(number)
    if found is None:
        raise Problem(
            "number-unknown",
            f"No municipality or county has had the number {number}.",
            "Numbers of municipalities have four digits, those of counties two.",
            "Write a number such as 5054 or 50.",
        )
    return found
