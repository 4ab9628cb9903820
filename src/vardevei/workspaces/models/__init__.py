from vardevei.workspaces.models.member import Member
from vardevei.workspaces.models.workspace import Workspace

__all__ = ["Member", "Workspace"]
