"""A workspace taken out whole: one archive with a readable overview, everything as JSON, and the files as they are."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vardevei.core.domain import files, log
from vardevei.core.models import KeptFile, Person
from vardevei.workspaces import rules
from vardevei.workspaces.domain import whole
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import Workspace

README = {"nb": "LES-MEG.txt", "nn": "LES-MEG.txt", "en": "README.txt"}
# What lies in each file, by the tool's name. A tool without words here is called by its own name.
WORDS = {
    "members": gettext_lazy("Arbeidsrommet, og hvem som er med"),
    "calendar": gettext_lazy("Arrangementer"),
    "signup": gettext_lazy("Påmeldinger"),
    "surveys": gettext_lazy("Spørreundersøkelser"),
    "responses": gettext_lazy("Svar på spørreundersøkelser"),
    "files": gettext_lazy("Filer"),
    "meetings": gettext_lazy("Møter"),
    "followups": gettext_lazy("Oppfølginger"),
    "discussion": gettext_lazy("Samtale"),
}


def write(workspace: Workspace, to: IO[bytes], *, form: str, by: Person) -> Iterator[tuple[int, int]]:
    """Write the archive; after each file (number written, of how many)."""
    rules.must(by, rules.CLOSE, workspace)
    said, kept = whole.taken_out(workspace)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        with override(form):
            archive.writestr(README[form], "\r\n".join(_overview(workspace, said, kept)))
        for name, rows in said.items():
            archive.writestr(f"{name}.json", json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        for number, (name, content) in enumerate(kept, 1):
            _put(archive, _safe(name, number, archive), content)
            yield number, len(kept)
    text = gettext_lazy("Arbeidsrommet «{title}» ble tatt ut som zip-fil.")
    place = "" if workspace.visibility == Visibility.NAMED else workspace.owner_id
    log.write("workspace-taken-out", text, by=by, about=workspace, place=place, title=workspace.title)


def _put(archive: zipfile.ZipFile, name: str, content: KeptFile) -> None:
    with files.open(content) as read, archive.open(name, "w", force_zip64=True) as to:
        while piece := read.read(files.MEGABYTE):
            to.write(piece)


def _safe(name: str, number: int, archive: zipfile.ZipFile) -> str:
    """No way out of the folder it is unpacked in, and no two files with one name."""
    inside = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", ".", "..")]
    path = "/".join(inside) or str(number)
    return path if path not in archive.namelist() else f"{number}-{path.replace('/', '-')}"


def _overview(workspace: Workspace, said: dict[str, dict[str, Any]], kept: list[tuple[str, KeptFile]]) -> Iterator[str]:
    yield from [workspace.title, "=" * len(workspace.title), "", workspace.purpose, ""]
    yield _("Arbeidsrommet tilhører {owner}.").format(owner=workspace.owner)
    yield _("Tatt ut av Vardevei {day}.").format(day=date_format(timezone.localdate(), "j. F Y"))
    yield ""
    yield _("Det kan stå navn, adresser og svar i filene. Ta godt vare på dem, og slett dem når du ikke trenger dem.")
    yield ""
    for name, rows in said.items():
        yield f"{name}.json: {WORDS.get(name, name)} ({_count(rows)})"
    if kept:
        yield ""
        yield _("Filene som er lagt inn:")
        yield from (f"  {name}" for name, _content in kept)
    yield ""


def _count(rows: dict[str, Any]) -> int:
    """How many rows lie in a tool's lists."""
    return sum(len(value) for value in rows.values() if isinstance(value, list))
