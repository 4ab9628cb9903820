from tests.web.worlds import each

NAMES = [
    *("workspace", "workspace-answer", "workspace-members", "workspace-member", "workspace-remind", "workspace-invite"),
    *("workspace-invite-places", "workspace-settings", "workspace-archive", "workspace-unarchive"),
    *("workspace-copy", "workspace-take-out"),
]


def values(made, workspace) -> dict[str, object]:
    member = workspace.members.exclude(person=made.adviser).get()
    return {**each(NAMES, "key", workspace.pk), "workspace-member.member": member.pk}
