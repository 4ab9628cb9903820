"""Files in a workspace: put in, a new version, who may see them, taken away.

file = files.add(workspace, content, "plan.pdf", by=person)
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import files as kept_files
from vardevei.core.domain import log, versioned
from vardevei.core.domain.files import Readable
from vardevei.core.enums import FileKind
from vardevei.core.models import KeptFile, Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import pictures, rules
from vardevei.workspaces.enums import SeenBy
from vardevei.workspaces.models import AgendaItem, FileVersion, Meeting, Workspace, WorkspaceFile

LIMIT = 50 * kept_files.MEGABYTE


@transaction.atomic
def add(
    workspace: Workspace,
    content: bytes | Readable,
    name: str,
    *,
    title: str = "",
    description: str = "",
    seen_by: SeenBy | str = SeenBy.ROOM,
    item: AgendaItem | None = None,
    by: Person,
) -> WorkspaceFile:
    """Put a file in the workspace, perhaps with an item on a meeting's agenda. Its title is its name when nothing else
    is said."""
    rules.must(by, rules.TAKE_PART, workspace)
    _may_show(by, workspace, seen_by)
    _in_here(item, workspace)
    version = FileVersion(number=1, by=by, **_kept(content, name, by))
    title = title or version.content.name[:200]  # type: ignore[union-attr]
    version.of = WorkspaceFile.objects.create(
        workspace=workspace, title=title, description=description, seen_by=seen_by, item=item, by=by
    )
    version.save()
    _log("file-added", _("Filen «{title}» ble lagt inn."), version.of, by)
    return version.of


@transaction.atomic
def add_version(
    file: WorkspaceFile, content: bytes | Readable, name: str, *, note: str = "", by: Person
) -> FileVersion:
    """A newer content of the file. The older ones stay; the same bytes once more are refused."""
    rules.must(by, rules.TAKE_PART, file.workspace)
    file = _there(file, by)
    newest = file.versions.select_related("content").first()
    kept = _kept(content, name, by)
    if newest and newest.content and newest.content.sha256 == kept["content"].sha256:  # type: ignore[union-attr]
        raise _unchanged(newest.at)
    number = newest.number + 1 if newest else 1
    version = FileVersion.objects.create(of=file, number=number, note=note, by=by, **kept)
    _log("file-version-added", _("Filen «{title}» fikk en ny utgave."), file, by)
    return version


@transaction.atomic
def change(
    file: WorkspaceFile,
    *,
    title: str,
    description: str,
    seen_by: SeenBy | str,
    item: AgendaItem | None = None,
    by: Person,
    version: int | None = None,
) -> WorkspaceFile:
    """Call it something else, say more of it, let others see it, or lay it before a meeting."""
    _must_change(file, by)
    _in_here(item, file.workspace)
    if seen_by != file.seen_by:
        _may_show(by, file.workspace, seen_by)
    file.title, file.description, file.seen_by, file.item = title, description, seen_by, item
    versioned.save(file, ["title", "description", "seen_by", "item"], version)
    _log("file-changed", _("Filen «{title}» ble endret. Hvem som ser den: {seen_by}."), file, by)
    return file


@transaction.atomic
def remove(file: WorkspaceFile, *, why: str, by: Person) -> WorkspaceFile:
    """Take all its versions away for good; that it was there, and why it went, stays. Twice is the same as once."""
    _must_change(file, by)
    if file.removed_at is not None:
        return file
    file.removed_at, file.removed_by, file.removed_why = timezone.now(), by, why
    versioned.save(file, ["removed_at", "removed_by", "removed_why"])
    for version in file.versions.all():
        gone = [kept for kept in (version.content, version.picture) if kept]
        version.content = version.picture = None
        version.save(update_fields=["content", "picture"])
        for kept in gone:
            kept_files.forget(kept)
    _log("file-removed", _("Filen «{title}» ble tatt bort."), file, by, why)
    return file


def laid_before(person: Person | None, meeting: Meeting) -> dict[int, list[WorkspaceFile]]:
    """The files that go with a meeting's items, by item, as far as the person may see them."""
    found: dict[int, list[WorkspaceFile]] = {}
    for file in seen_by(person, meeting.workspace).filter(item__meeting=meeting).order_by("title"):
        found.setdefault(file.item_id, []).append(file)  # type: ignore[arg-type]
    return found


def may_see(person: Person | None, file: WorkspaceFile) -> bool:
    """Whether the person may see the file, and so have it."""
    if file.seen_by == SeenBy.ANYONE:
        return True
    act = rules.CLOSE if file.seen_by == SeenBy.LEADS else rules.SEE  # who leads, also when it is archived
    return rules.may(person, act, file.workspace)


def may_change(person: Person | None, file: WorkspaceFile) -> bool:
    """Whoever leads the workspace, and whoever put the file in while she takes part."""
    own = person is not None and file.by_id == person.pk and rules.may(person, rules.TAKE_PART, file.workspace)
    return file.removed_at is None and may_see(person, file) and (own or rules.may(person, rules.RUN, file.workspace))


def seen_by(person: Person | None, workspace: Workspace) -> QuerySet[WorkspaceFile]:
    """The files of the workspace that the person may see, with their versions; not those that are taken away."""
    seen = {SeenBy.ANYONE}
    if rules.may(person, rules.SEE, workspace):
        seen.add(SeenBy.ROOM)
    if rules.may(person, rules.CLOSE, workspace):
        seen.add(SeenBy.LEADS)
    there = workspace.files.filter(removed_at__isnull=True, seen_by__in=seen)
    return there.select_related("by").prefetch_related("versions__content", "versions__by", "versions__picture")


def same_as(file: WorkspaceFile, person: Person) -> WorkspaceFile | None:
    """Another file in the workspace, that the person may see, with the same content; for a word about it."""
    newest = file.newest
    if newest is None or newest.content is None:
        return None
    equal = seen_by(person, file.workspace).filter(versions__content__sha256=newest.content.sha256)
    return equal.exclude(pk=file.pk).first()


def _kept(content: bytes | Readable, name: str, by: Person) -> dict[str, KeptFile | None]:
    """The file itself and, of a picture, a small copy to show."""
    kept = kept_files.keep(content, name, by=by, limit=LIMIT)
    kind = FileKind(kept.kind)
    if kind not in pictures.READERS:
        return {"content": kept, "picture": None}
    with kept_files.open(kept) as file:
        copy = pictures.small_copy(file, kind)
    return {"content": kept, "picture": kept_files.keep(copy, kept.name, by=by) if copy else None}


def _there(file: WorkspaceFile, by: Person) -> WorkspaceFile:
    """The file with a lock on it, so that two versions at once get a number each."""
    file = WorkspaceFile.objects.select_for_update().get(pk=file.pk)
    if not may_see(by, file):
        raise _not_yours()
    if file.removed_at is not None:
        raise Problem(
            "file-removed",
            "The file has been taken away.",
            f"Reason: {file.removed_why}",
            "Put it in as a new file if it is still needed.",
        )
    return file


def _must_change(file: WorkspaceFile, by: Person) -> None:
    rules.must(by, rules.TAKE_PART, file.workspace)
    if file.removed_at is None and not may_change(by, file):
        raise _not_yours()


def _may_show(by: Person, workspace: Workspace, seen_by: SeenBy | str) -> None:
    """Hiding a file from the members, or showing it to the world, is for those who lead."""
    if seen_by != SeenBy.ROOM:
        rules.must(by, rules.RUN, workspace)


def _in_here(item: AgendaItem | None, workspace: Workspace) -> None:
    if item is not None and item.meeting.workspace_id != workspace.pk:
        raise Problem(
            "item-elsewhere",
            "The file and the item are in different workspaces.",
            "Those who see the item may not see the file.",
            "Put the file in where the meeting is.",
        )


def _not_yours() -> Problem:
    return Problem(
        "not-your-file",
        "You may not change this file.",
        "Only the one who put it in, and those who lead the workspace, may.",
        "Ask one of them.",
    )


def _unchanged(at: datetime) -> Problem:
    return Problem(
        "file-unchanged",
        "This is the same file that is here already.",
        f"Its content is equal, to the last byte, to the version of {at:%Y-%m-%d %H:%M}.",
        "Check that you saved your changes, and choose the file again.",
    )


def _log(act: str, text: str | Promise, file: WorkspaceFile, by: Person, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=file,
        place=file.workspace.owner_id,
        why=why,
        title=file.title,
        seen_by=SeenBy(file.seen_by).label,
    )
