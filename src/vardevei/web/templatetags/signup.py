"""`{% sign_up_box event %}`: sign-up on the page of an event."""

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import sign_up_keys as keys
from vardevei.workspaces.domain import sign_up_options, signups
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.models import Event, SignUp, SignUpOptions

register = template.Library()


@register.inclusion_tag("together/signup/box.html", takes_context=True)
def sign_up_box(context: Context, event: Event) -> dict[str, object]:
    """Whoever runs the event gets the ways to the list; somebody signed up sees where she stands."""
    person = access.person(context["request"])
    options, mine = sign_up_options.of(event), signups.of(event, person)
    return {
        "event": event,
        "options": options,
        "mine": mine,
        "mine_path": reverse("my-sign-up", args=[keys.token(mine)]) if mine else "",
        "number": places.in_line(mine) if mine else 0,
        "left": places.free(options) if options else None,
        "taken": places.taken(event) if options else 0,
        "open": options is not None and _open(options, person, mine),
        "closed": options is not None and (options.last_moment <= timezone.now() or not places.goes_on(event)),
        "runs": rules.may(person, rules.RUN, event.workspace) and not event.cancelled,
    }


def _open(options: SignUpOptions, person: Person | None, mine: SignUp | None) -> bool:
    try:
        signups.check_open(options, person, mine)
    except Problem:
        return False
    return True
