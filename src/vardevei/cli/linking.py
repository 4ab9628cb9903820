"""`vardevei link` and `vardevei measure linking`: names of participants to municipalities and county councils."""

from pathlib import Path

import click

from vardevei.opendata.linking import files
from vardevei.opendata.linking import measure as measuring
from vardevei.opendata.linking.measure import Measured, Score
from vardevei.opendata.problem import Problem


@click.command()
@click.argument("source", metavar="IN.csv", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT.csv", type=click.Path(path_type=Path))
def link(source: Path, target: Path) -> None:
    """Link the names of IN.csv to the municipality or county council of the year.

    IN needs the columns name, country, hint and year; organisation_number, nuts and post_code are used when there.
    Other columns pass through. OUT has in addition kind (kommune, fylkeskommune, none, ambiguous), code as of the
    year, relation (self, subunit, enterprise, implicit, none), rule, score, and candidates for a person to choose from.
    """
    click.echo(f"{files.link_file(source, target)} names written to {target}", err=True)


@click.group()
def measure() -> None:
    """Measure how good a method is on data with known answers."""


@measure.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List every name that was linked otherwise than the answer says.")
def linking(file: Path, errors: bool) -> None:
    """Precision, recall and F1 of the linking, by stratum, and names per second.

    FILE is as for `vardevei link`, with the right answers in the columns kind and code (and relation, stratum).
    """
    header, _, rows = files.read(file)
    if missing := [name for name in ("kind", "code") if name not in header]:
        what = f"{file.name} has no answers: the columns {', '.join(missing)} are missing."
        raise Problem("columns-missing", what, f"Found: {', '.join(header)}.", "Add the right answers, and run again.")
    measured = measuring.measure(list(rows))
    _table(measured)
    if errors:
        _errors(measured)


def _table(measured: Measured) -> None:
    click.echo(
        f"{'stratum':<14}{'names':>7}{'right':>7}{'false':>7}{'missed':>8}{'prec.':>8}{'recall':>8}{'F1':>8}{'rel.':>8}"
    )
    for name, score in [*measured.strata.items(), ("all", measured.overall)]:
        click.echo(_line(name or "(none)", score))
    click.echo(
        f"{measured.names_per_second:,.0f} names/s, one process, the quickest of five passes, nothing remembered"
    )


def _line(name: str, score: Score) -> str:
    counts = f"{score.names:>7}{score.right:>7}{score.false:>7}{score.missed:>8}"
    shares = (score.precision, score.recall, score.f1, score.relation_accuracy)
    return f"{name:<14}{counts}" + "".join(f"{'-' if share is None else f'{share:.4f}':>8}" for share in shares)


def _errors(measured: Measured) -> None:
    for row, decision in measured.errors:
        told = f"{decision.kind} {decision.code} ({decision.rule})"
        click.echo(f"{row['name']!r} {row['hint']} {row['year']}: {row['kind']} {row['code']}, linked as {told}")
