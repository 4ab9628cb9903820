from datetime import timedelta

from django.utils import timezone

from tests.web.worlds import each
from vardevei.core.models import Person
from vardevei.workspaces.domain import followups

ONE = ("followup", "followup-change", "followup-done", "followup-drop", "followup-reopen")


def values(made, workspace) -> dict[str, object]:
    """One that Indre Fosen's contact has."""
    due = timezone.localdate() + timedelta(days=9)
    mine = Person.objects.get(pk=made.contact.pk)
    followup = followups.set_up(workspace, what="Hemmelig", due=due, who=mine, by=made.adviser)
    room = ("workspace-followups", "followup-new", "workspace-followups-file")
    return {**each(ONE, "key", followup.pk), **each(room, "key", workspace.pk)}
