from vardevei.workspaces.models.meeting import Addition, AgendaItem, Attendee, Meeting
from vardevei.workspaces.models.member import Member
from vardevei.workspaces.models.resolution import Resolution
from vardevei.workspaces.models.workspace import Workspace

__all__ = [
    "Addition",
    "AgendaItem",
    "Attendee",
    "Meeting",
    "Member",
    "Resolution",
    "Workspace",
]
