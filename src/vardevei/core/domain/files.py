"""Files that are kept: `kept = files.keep(content, name, by=person)`, and their bytes again with `files.open(kept)`."""

import hashlib
import os
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, ForeignObjectRel, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core import file_kinds, file_names
from vardevei.core.enums import FileKind
from vardevei.core.models import KeptFile, Person
from vardevei.core.troubles import as_problem
from vardevei.core.words import listed
from vardevei.opendata.problem import Problem

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE
# What somebody may give us when the page says nothing else. SVG, HTML and programs are never among them.
DOCUMENTS = frozenset(FileKind) - {FileKind.ZIP, FileKind.OTHER}
# An archive or an unknown file is only ever sent as a download.
ANYTHING = frozenset(FileKind)
# Bytes without a row may belong to a row that another process is about to commit.
MAY_BE_ON_ITS_WAY = timedelta(hours=1)
UNUSED_FOR = timedelta(days=1)


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def keep(
    content: bytes | Readable,
    name: str,
    *,
    by: Person | None,
    kinds: Collection[FileKind] = DOCUMENTS,
    limit: int = LIMIT,
) -> KeptFile:
    """Keep a file. Refuses one that is empty, too large or of a kind that is not asked for; then nothing is stored."""
    with _beside(name) as temporary:
        size, digest = _write(content, temporary, limit)
        kind = file_kinds.of(temporary, name)
        if kind not in kinds:
            raise _not_taken(name, kinds)
        _put(temporary, place_of(digest))
    clean = file_names.clean(name, kind)
    return KeptFile.objects.create(name=clean, kind=kind, size=size, sha256=digest, by=by)


def open(kept: KeptFile) -> BinaryIO:
    """The file, to read from. A backup that was put back without its files is told of."""
    try:
        return place_of(kept.sha256).open("rb")
    except FileNotFoundError as gone:
        raise Problem(
            "kept-file-gone",
            f"The file {kept.name} is no longer here.",
            "The database knows it, but its content is not in the data folder.",
            "Ask those who run the site to put back the folder `files` from the backup.",
            name=kept.name,
        ) from gone


def forget(kept: KeptFile) -> None:
    """Remove a file. Its bytes go too, as soon as it is certain that no other row needs them."""
    digest = kept.sha256
    kept.delete()
    transaction.on_commit(lambda: _remove_unneeded(place_of(digest)))


def clear() -> int:
    """Remove every file that no record has pointed to for a day, and bytes that no row needs. Says how many files."""
    unused = _unused()
    for kept in unused:
        forget(kept)
    for path in _folder().glob("??/*"):
        _remove_unneeded(path)
    for path in _folder().glob("incoming/*"):  # what was left by a process that was killed
        if _age(path) > UNUSED_FOR:
            path.unlink(missing_ok=True)
    return len(unused)


def place_of(digest: str) -> Path:
    """Where bytes with this SHA-256 are stored."""
    return _folder() / digest[:2] / digest


def _folder() -> Path:
    return Path(str(settings.VARDEVEI["data"])) / "files"


@contextmanager
def _beside(name: str) -> Iterator[Path]:
    """A file of its own to write to. When the disk is full nothing is left of it."""
    temporary = _folder() / "incoming" / uuid4().hex
    try:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
    except OSError as error:
        raise as_problem(error) or error from error
    finally:
        temporary.unlink(missing_ok=True)


def _write(content: bytes | Readable, path: Path, limit: int) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with path.open("xb") as file:
        for piece in _pieces(content):
            size += len(piece)
            if size > limit:
                raise _too_large(limit)
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if not size:
        raise Problem("upload-empty", "The file is empty.", "There is nothing in it.", "Choose another file.")
    return size, digest.hexdigest()


def _pieces(content: bytes | Readable) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from iter(lambda: content.read(MEGABYTE), b"")


def _put(temporary: Path, path: Path) -> None:
    """Into its place in one movement; the same bytes already there are the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.rename(path)
    os.utime(path)


def _unused() -> QuerySet[KeptFile]:
    """Files that no record points to, kept more than a day ago."""
    old = KeptFile.objects.filter(kept_at__lt=timezone.now() - UNUSED_FOR)
    for relation in KeptFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            pointing = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            old = old.exclude(Exists(pointing))
    return old


def _remove_unneeded(path: Path) -> None:
    needed = KeptFile.objects.filter(sha256=path.name).exists()
    if not needed and path.exists() and _age(path) > MAY_BE_ON_ITS_WAY:
        path.unlink(missing_ok=True)


def _age(path: Path) -> timedelta:
    return timedelta(seconds=time.time() - path.stat().st_mtime)


def _too_large(limit: int) -> Problem:
    return Problem(
        "upload-too-large",
        f"The file is larger than {limit // MEGABYTE} MB.",
        f"At most {limit // MEGABYTE} MB is taken here. Nothing was stored.",
        "Make the file smaller, for instance by leaving out pictures, and try again.",
        limit=limit // MEGABYTE,
    )


def _not_taken(name: str, kinds: Collection[FileKind]) -> Problem:
    labels = [kind.label for kind in FileKind if kind in kinds and kind is not FileKind.OTHER]
    return Problem(
        "upload-kind",
        f"The file {name} cannot be taken.",
        "What a file is, is decided by its content, not by its name. Nothing was stored.",
        f"Save it as one of these and try again: {', '.join(sorted(kinds))}.",
        name=name,
        kinds=listed(labels, _("eller")),
    )
