"""What was agreed on in a meeting: who does what by when, and what each resolution led to."""

from collections.abc import Iterable

from vardevei.core.models.log import subject_of
from vardevei.workspaces.models import AgendaItem, FollowUp, Meeting


def of_meeting(meeting: Meeting) -> list[FollowUp]:
    """From any item of the meeting, the earliest due first."""
    return of_items(meeting.items.all())


def of_items(items: Iterable[AgendaItem]) -> list[FollowUp]:
    """From any of the items, the earliest due first. One question to the database."""
    origins = [subject_of(item) for item in items]
    found = FollowUp.objects.filter(origin__in=origins)
    return list(found.select_related("who", "organisation").order_by("due", "pk"))


def by_item(items: Iterable[AgendaItem]) -> dict[str, list[FollowUp]]:
    """The same, under the item each comes from: its subject as the log writes it."""
    under: dict[str, list[FollowUp]] = {}
    for followup in of_items(items):
        under.setdefault(followup.origin, []).append(followup)
    return under
