"""A source file from a browser: kept, read, shown, and taken into use as it was shown. Nothing else happens to it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import files, log
from vardevei.core.models import KeptFile, Person
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES, Mapping
from vardevei.opendata.sources.listing import header_of, mapping_for
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain.linking import default_linker
from vardevei.projects.imports import report
from vardevei.projects.imports.applying import Origin, apply
from vardevei.projects.imports.differences import Plan, plan
from vardevei.projects.models import Import, Upload

LIST = "list"
SHOWN = 50  # lines of each kind that the preview keeps
KEPT_FOR = timedelta(days=30)
LIMIT = 200 * files.MEGABYTE


def receive(
    content: files.Readable,
    name: str,
    *,
    source: str,
    by: Person,
    on_behalf_of: Organisation,
    family: str = "",
    publisher: str = "",
    address: str = "",
    licence: str = "",
) -> Upload:
    """Keep the file and look at it. A file that cannot be read is refused and not kept; of a list, only the columns
    may be wrong, and they can be chosen."""
    rules.must_at(by, rules.UPLOAD_SOURCES, on_behalf_of.pk)
    kept = files.keep(content, name, by=by, kinds=files.ANYTHING, limit=LIMIT)
    upload = Upload(source=source, file=kept, family=family, by=by, on_behalf_of=on_behalf_of)
    upload.publisher = publisher or SOURCES[source].publisher or on_behalf_of.body
    upload.address, upload.licence = address, licence
    try:
        if source == LIST:
            with at_hand(upload) as path:
                upload.mapping = asdict(mapping_for(path))
        look(upload)
    except Problem:
        files.forget(kept)
        raise
    return upload


def choose_columns(upload: Upload, columns: dict[str, str], *, family: str, by: Person) -> Upload:
    """Read the list anew with other columns."""
    rules.must_at(by, rules.UPLOAD_SOURCES, upload.on_behalf_of_id or "")
    upload.mapping = {**upload.mapping, "columns": columns}
    upload.family = family
    return look(upload)


def look(upload: Upload) -> Upload:
    """Read and compare; what is found is what is shown. A list with the wrong columns is kept with what is wrong."""
    try:
        made = _plan(upload)
    except Problem as problem:
        if upload.source != LIST or not upload.mapping:
            raise
        upload.report, upload.mark, upload.problem = {}, "", problem.as_dict()
    else:
        upload.report, upload.mark, upload.problem = report.of(made, SHOWN).as_dict(), made.digest(), {}
    upload.shown_at = timezone.now()
    upload.save()
    return upload


def take_into_use(upload: Upload, *, by: Person | None, accept_gone: bool = False) -> Import:
    """Apply the plan that was shown. When the database has changed since, the new difference is kept to look at."""
    rules.must_at(by, rules.UPLOAD_SOURCES, upload.on_behalf_of_id or "")
    if upload.applied:
        return upload.applied
    made = _plan(upload)
    if made.digest() != upload.mark:
        look(upload)
        raise Problem(
            "plan-outdated",
            "The database has changed since the difference was shown.",
            "Another import or a correction came between.",
            "Nothing was changed. Look at the new difference, and try again.",
        )
    source, name = SOURCES[upload.source], _file(upload).name
    title = Path(name).stem if upload.source == LIST else ""
    origin = Origin(name, upload.address, title, upload.licence, upload.publisher)
    with transaction.atomic():
        upload.applied = apply(made, source, origin, accept_gone=accept_gone)
        upload.save(update_fields=["applied"])
        county = upload.on_behalf_of
        text = _("{by_whom} tok i bruk filen {file}.")
        who = county or by or "Vardevei"
        log.write(
            "source-applied", text, by=by, about=upload, place=county.pk if county else "", by_whom=who, file=name
        )
    return upload.applied


def drop(upload: Upload, *, by: Person | None) -> None:
    """It is not to be used. The file goes."""
    rules.must_at(by, rules.UPLOAD_SOURCES, upload.on_behalf_of_id or "")
    if upload.applied or upload.dropped_at:
        return
    kept, upload.file, upload.dropped_at = upload.file, None, timezone.now()
    upload.save(update_fields=["file", "dropped_at"])
    if kept:
        files.forget(kept)


def clear() -> int:
    """Uploads go after 30 days with their files; what was imported from them stays. Says how many."""
    old = list(Upload.objects.filter(on__lt=timezone.now() - KEPT_FOR).select_related("file"))
    for upload in old:
        kept = upload.file
        upload.delete()
        if kept:
            files.forget(kept)
    return len(old)


def columns_of(upload: Upload) -> list[str]:
    """The names of the columns of a list."""
    with at_hand(upload) as path:
        return [column for column in header_of(path) if column]


@contextmanager
def at_hand(upload: Upload) -> Iterator[Path]:
    """The kept file under its own name: problems call it what the person calls it."""
    kept = _file(upload)
    files.open(kept).close()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / kept.name
        path.symlink_to(files.place_of(kept.sha256).absolute())
        yield path


def _file(upload: Upload) -> KeptFile:
    if upload.file is None:
        raise Problem("upload-gone", "The file is no longer kept.", "It was dropped.", "Upload it again.")
    return upload.file


def _plan(upload: Upload) -> Plan:
    mapping = Mapping(**upload.mapping) if upload.mapping else None
    with at_hand(upload) as path:
        reading = SOURCES[upload.source].read(path, mapping, upload.family)
    return plan(reading, default_linker())
