"""The files of a workspace, when it is taken out whole. Files are no part of a copy: they belong to what was."""

from vardevei.core.models import KeptFile, Person
from vardevei.workspaces.models import FileVersion, Workspace, WorkspaceFile


def taken_out(workspace: Workspace) -> dict[str, object]:
    """Every file with all its versions; "files" are the contents under the names they have in what is taken out."""
    contents: list[tuple[str, KeptFile]] = []
    rows = workspace.files.select_related("by", "removed_by").prefetch_related("versions__content", "versions__by")
    return {"workspace_files": [_file(file, contents) for file in rows], "files": contents}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """Nothing: whoever uses the room as a template puts in files of her own."""


def _file(file: WorkspaceFile, contents: list[tuple[str, KeptFile]]) -> dict[str, object]:
    return {
        "id": file.pk,
        "title": file.title,
        "description": file.description,
        "seen_by": file.seen_by,
        "agenda_item": file.item_id,
        "by": str(file.by or ""),
        "added_at": file.added_at.isoformat(),
        "removed_at": file.removed_at.isoformat() if file.removed_at else None,
        "removed_by": str(file.removed_by or ""),
        "removed_why": file.removed_why,
        "versions": [_version(version, contents) for version in file.versions.all()],
    }


def _version(version: FileVersion, contents: list[tuple[str, KeptFile]]) -> dict[str, object]:
    said: dict[str, object] = {
        "number": version.number,
        "note": version.note,
        "by": str(version.by or ""),
        "at": version.at.isoformat(),
    }
    if version.content is None:
        return {**said, "file": None}
    # Two files may have one name: the key of the file and the number of the version tell them apart.
    name = f"files/{version.of_id}-{version.number}-{version.content.name}"
    contents.append((name, version.content))
    return {**said, "file": name, "size": version.content.size, "sha256": version.content.sha256}
