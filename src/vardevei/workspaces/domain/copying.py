"""A new workspace on the pattern of another: the same events, surveys and meetings on other days, and nobody's data."""

from datetime import date

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import inviting, whole, workspaces
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import Workspace


def first_day(workspace: Workspace) -> date:
    """The day everything is moved from: that of the first event, else the day it was begun."""
    first = workspace.events.aggregate(first=Min("starts_at"))["first"]
    return timezone.localdate(first or workspace.begun_at)


@transaction.atomic
def copy(workspace: Workspace, *, title: str, first: date, invite: bool = False, by: Person) -> Workspace:
    """Make it anew, with its first day on another. With `invite` those who are in the old one are asked."""
    rules.must(by, rules.CLOSE, workspace)
    seen = workspace.visibility
    made = workspaces.begin(workspace.owner, title=title, purpose=workspace.purpose, visibility=seen, by=by)
    made.copied_from = workspace
    made.save(update_fields=["copied_from"])
    whole.copied(workspace, made, days=(first - first_day(workspace)).days, by=by)
    if invite:
        _ask_the_same(workspace, made, by)
    text = _("Arbeidsrommet «{title}» ble laget etter «{pattern}».")
    place = "" if seen == Visibility.NAMED else workspace.owner_id
    log.write("workspace-copied", text, by=by, about=made, place=place, title=title, pattern=workspace.title)
    return made


def _ask_the_same(workspace: Workspace, made: Workspace, by: Person) -> None:
    """Each by letter; whoever has no address is left out, as is the one who copies."""
    for member in workspace.members.now().select_related("person", "organisation"):
        if not member.named and member.organisation:
            inviting.municipalities(made, [member.organisation], by=by)
        elif member.person and member.person != by and member.person.written_to():
            try:
                inviting.person(
                    made, str(member.person.email), organisation=member.organisation, part=member.part, by=by
                )
            except Problem:  # asked already, as the contact of a municipality
                continue
