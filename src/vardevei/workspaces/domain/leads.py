"""A workspace has somebody who leads it, as long as it has anybody."""

from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Member


def is_last(member: Member) -> bool:
    """Whether nobody would lead it without this member."""
    leads = member.part == Part.LEAD and member.state == MemberState.IN
    others = Member.objects.filter(rules.LED, workspace=member.workspace_id).exclude(pk=member.pk)
    return leads and not others.exists()


def must_remain(member: Member) -> None:
    """Refuses to let the last one go."""
    if is_last(member):
        raise Problem(
            "workspace-last-lead",
            "Somebody must lead the workspace.",
            f"{member} is the only one who leads it now.",
            "Let somebody else lead it first.",
            name=str(member),
        )
