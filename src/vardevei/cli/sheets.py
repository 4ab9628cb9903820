"""The mayors' sheets, all of a county's or all of the country's, in a folder."""

from pathlib import Path

import click
import django


@click.command()
@click.option("--county", default="", help="Number of the county (50); without it, every municipality.")
@click.option("--form", type=click.Choice(["nb", "nn"]), default=None, help="One form for all; else each one's own.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to write the files in.")
def command(county: str, form: str | None, out: Path) -> None:
    """Write a one-page PDF for the mayor of each municipality."""
    django.setup()
    from vardevei.figures.domain import sheets

    out.mkdir(parents=True, exist_ok=True)
    them = sheets.of_county(county)
    for place, made in sheets.make_each(them, form=form or ""):
        (out / sheets.name_of(place)).write_bytes(made)
    click.echo(f"{len(them)} sheets in {out}")
