from vardevei.workspaces.models.discussion import (
    Contribution,
    EarlierText,
    Mention,
    Notices,
    Thread,
    Untold,
)
from vardevei.workspaces.models.file import FileVersion, WorkspaceFile
from vardevei.workspaces.models.member import Member
from vardevei.workspaces.models.workspace import Workspace

__all__ = [
    "Contribution",
    "EarlierText",
    "FileVersion",
    "Member",
    "Mention",
    "Notices",
    "Thread",
    "Untold",
    "Workspace",
    "WorkspaceFile",
]
