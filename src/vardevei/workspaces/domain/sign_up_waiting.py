"""What waits for a person: an offered place, an invitation that is not answered."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.workspaces.domain import sign_up_keys as keys
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import SignUp


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Those for events that are still ahead."""
    open_ones = SignUp.objects.filter(person=person, state__in=[SignUpState.OFFERED, SignUpState.INVITED])
    for sign_up in open_ones.select_related("event__workspace").order_by("at"):
        if places.goes_on(sign_up.event):
            yield _waiting(sign_up)


def _waiting(sign_up: SignUp) -> Waiting:
    offered = sign_up.state == SignUpState.OFFERED
    said = _("Det er holdt av en plass til deg på «{event}».") if offered else _("Kommer du på «{event}»?")
    return Waiting(
        kind="offered-place" if offered else "event-invitation",
        sentence=said.format(event=sign_up.event.title),
        about=keys.token(sign_up),
        place=sign_up.event.workspace.owner_id,
        since=timezone.localdate(sign_up.offered_at or sign_up.at),
        due=timezone.localdate(sign_up.answer_by) if sign_up.answer_by else timezone.localdate(sign_up.event.starts_at),
    )
