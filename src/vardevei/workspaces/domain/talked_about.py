"""What a conversation is about: the whole workspace, or one thing in it that only some may see."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import models

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files
from vardevei.workspaces.models import Thread, Workspace

Rule = Callable[[Person | None, Any], bool]


def _run(person: Person | None, item: Any) -> bool:
    return rules.may(person, rules.CLOSE, item.workspace)  # who leads, also when it is archived


def _inside(person: Person | None, item: Any) -> bool:
    return rules.may(person, rules.SEE, item.workspace)


# Things that can be talked about, and who may see each.
SEEN: dict[str, Rule] = {
    "workspaces.event": rules.may_see_event,
    "workspaces.meeting": _inside,
    "workspaces.survey": _run,
    "workspaces.workspacefile": files.may_see,
    "workspaces.followup": _inside,
}


def item_of(about: str) -> models.Model:
    """The thing behind "workspaces.meeting:4"; refuses what is not there or cannot be talked about."""
    label, _colon, key = about.partition(":")
    found = apps.get_model(label)._default_manager.filter(pk=key).first() if label in SEEN and key.isdecimal() else None
    if found is None:
        raise Problem(
            "talk-about-nothing",
            "What this was about is not here.",
            "It has been taken away, or the address is not whole.",
            "Go to the conversations of the workspace.",
        )
    return found


def may_read(person: Person | None, workspace: Workspace, about: str) -> bool:
    """Talk is for those who take part, also in a workspace that is open to all; and only they who see the thing."""
    return rules.may(person, rules.SEE_PEOPLE, workspace) and _sees(person, workspace, about)


def _sees(person: Person | None, workspace: Workspace, about: str) -> bool:
    if not about:
        return True
    try:
        return SEEN[about.partition(":")[0]](person, item_of(about))
    except Problem:
        return rules.may(person, rules.CLOSE, workspace)  # what it was about is gone: only those who lead see the talk


def threads(person: Person | None, workspace: Workspace) -> list[Thread]:
    """The conversations that the person may read, the one somebody wrote in last first."""
    there = workspace.threads.annotate(count=models.Count("contributions")).filter(count__gt=0)
    if not rules.may(person, rules.SEE_PEOPLE, workspace):
        return []
    return [one for one in there if _sees(person, workspace, one.about)]
