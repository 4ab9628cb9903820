"""What has changed in what a municipality follows, for whoever tells it."""

from datetime import date

from vardevei.guide.enums import Found
from vardevei.programmes.domain import changes
from vardevei.programmes.domain.changes import Happening
from vardevei.programmes.models import Call
from vardevei.programmes.models.call import CallQuerySet
from vardevei.projects.models import Challenge


def calls_of(challenge: Challenge) -> CallQuerySet:
    """The calls that the municipality follows for the challenge."""
    keys = challenge.matches.filter(kind=Found.CALL, followed_at__isnull=False).values("key")
    return Call.objects.filter(key__in=keys)


def changes_for(challenge: Challenge, since: date) -> list[Happening]:
    """Everything that has happened to them from the morning of the day, the newest first."""
    return changes.since(since, among=calls_of(challenge))
