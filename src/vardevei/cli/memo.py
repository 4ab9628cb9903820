"""The memo as a document: the newest edition, an older one, or the memo as it stands."""

from pathlib import Path

import click
import django


@click.command()
@click.option("--format", "kind", type=click.Choice(["pdf", "docx"]), required=True, help="PDF/UA, or Word.")
@click.option("--language", "form", type=click.Choice(["nb", "nn", "en"]), default="nb", help="Form of language.")
@click.option("--edition", "number", type=int, default=None, help="Its number; without it, the newest.")
@click.option("--draft", is_flag=True, help="The memo as it stands now, marked as a draft.")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="File to write; else named after the memo.")
def command(kind: str, form: str, number: int | None, draft: bool, out: Path | None) -> None:
    """Write the memo as PDF or Word."""
    django.setup()
    from vardevei.library.domain import editions, memo_documents, memo_sections
    from vardevei.opendata.problem import Problem

    memo = memo_sections.memo()
    if memo is None:
        raise Problem("memo-not-loaded", "The memo has not been put in yet.", "", "Run `vardevei facts`.")
    if draft:
        name = memo_documents.name_of(memo.title[form], None, kind)
        made = memo_documents.draft(editions.preview(memo)[0], kind, form)
    else:
        edition = editions.find(memo, number)
        name = memo_documents.name_of(edition.content["title"][form], edition.number, kind)
        made = memo_documents.make(edition, kind, form)
    out = out or Path(name)
    out.write_bytes(made)
    click.echo(f"{out}: {len(made) // 1024} kB")
