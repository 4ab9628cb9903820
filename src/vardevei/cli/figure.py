"""`vardevei figure`: a published figure from the mart, without a web server or a database."""

import os
import sys
import tempfile
from pathlib import Path

import click

from vardevei.opendata import calculate
from vardevei.opendata.figures import downloads, store
from vardevei.opendata.problem import Problem

FORMATS = {"csv": downloads.csv_text, "json": downloads.json_text, "table": downloads.table_text}


@click.command()
@click.argument("name", required=False)
@click.option("--family", help="A programme family, a group of them (eea, interreg, sector, nordic), or all.")
@click.option("--from", "from_", metavar="YEAR", help="First year of the period.")
@click.option("--to", metavar="YEAR", help="Last year of the period.")
@click.option("--borders", metavar="YEAR|then", help="Count on the borders of a year, or as it was (then).")
@click.option("--role", help="coordinator, participant, third-party, international-partner, associated, or all.")
@click.option("--size", help="A size class by population: 0-1999, 2000-4999 ... 50000-, or all.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@click.option("--language", type=click.Choice(["en", "nb", "nn"]), default="en", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of the screen."
)
def command(name: str | None, form: str, language: str, out: Path | None, **given: str | None) -> None:
    """Print the figure NAME, computed from the mart. Without a NAME: the list of figures."""
    if name is None:
        for figure in calculate.definitions().values():
            click.echo(f"{figure.name:<24} {figure.question[language]}")
        return
    where = store.folder()
    calculate.definition(name)
    with store.connect(where) as mart:
        given["from"] = given.pop("from_")
        result = calculate.run(name, mart, read_at=store.manifest(where).read_at, **given)
    text = FORMATS[form](result, language)
    if out:
        _write(out, text)
        click.echo(f"Written: {out}", err=True)
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        click.echo(text, nl=False)


def _write(out: Path, text: str) -> None:
    """Beside, then moved: whoever reads the file meets the old one or the new one, never half of it."""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{out.name}-", dir=out.parent)
    except OSError as error:
        what, todo = f"{out} cannot be written.", "Choose a folder that exists and that you may write in."
        raise Problem("file-not-writable", what, f"The system says: {error.strerror}.", todo) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, out)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
