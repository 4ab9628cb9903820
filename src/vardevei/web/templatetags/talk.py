"""`{% load talk %}{% discussion meeting %}`: what is said about a thing, on the page of that thing."""

from typing import Any

from django import template

from vardevei.core.models.log import subject_of
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import talked_about
from vardevei.workspaces.models import Thread

register = template.Library()
LATEST = 3


@register.inclusion_tag("together/discussion/part.html", takes_context=True)
def discussion(context: dict[str, Any], item: Any) -> dict[str, object]:
    """The latest that was said, for those who may read it; to others nothing shows."""
    person, about = access.person(context["request"]), subject_of(item)
    if not talked_about.may_read(person, item.workspace, about):
        return {"reads": False}
    thread = Thread.objects.filter(workspace=item.workspace, about=about).first()
    said = (
        list(thread.contributions.select_related("by").prefetch_related("earlier", "mentions__person"))
        if thread
        else []
    )
    return {
        "reads": True,
        "thread": thread,
        "about": about,
        "said": said[-LATEST:],
        "count": len(said),
        "writes": rules.may(person, rules.TAKE_PART, item.workspace),
    }
