"""What people say of matches: it fits, or not. Kept, shown beside the match, and counted to tell how good they are."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.guide.enums import Found, Side, Value
from vardevei.guide.models import Match, Verdict
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.projects import rules


@dataclass(frozen=True, slots=True)
class Precision:
    """Of the matches of one kind that somebody has judged: how many fit. The unsure count as not fitting."""

    kind: str
    judged: int
    fits: int
    unsure: int

    @property
    def percent(self) -> int:
        return round(100 * self.fits / self.judged) if self.judged else 0


@transaction.atomic
def give(match: Match, value: str, *, by: Person) -> Verdict | None:
    """The person's own verdict; the same said again takes it back. Those of others stand beside it."""
    side = side_of(by, match)
    if value not in Value.values:
        raise Problem("verdict-unknown", f"There is no verdict «{value}».", "", "Choose one of those shown.")
    before = Verdict.objects.filter(match=match, by=by).first()
    if before and before.value == value:
        before.delete()
        return None
    verdict = before or Verdict(match=match, by=by)
    verdict.value, verdict.side, verdict.rank, verdict.at = value, side, match.rank, timezone.now()
    verdict.save()
    return verdict


def side_of(person: Person, match: Match) -> Side:
    """On whose behalf the person judges; a problem when she may not."""
    if rules.is_own_challenge(person, match.challenge):
        return Side.MUNICIPALITY
    if rules.may_help(person, match.challenge):
        return Side.COUNTY
    permission.must(None, rules.HELP_CHALLENGE)
    raise AssertionError("must() lets nobody through")


def precision(county: str | None = None) -> list[Precision]:
    """By kind, over every verdict in the county, or on the whole site. The made-up are never counted."""
    rows = Verdict.objects.exclude(by__made_up=True)
    if county:
        near = set(rows.values_list("match__challenge__municipality", flat=True).distinct())
        inside = [place for place in near if county in permission.counties_of(place)]
        rows = rows.filter(match__challenge__municipality__in=inside)
    fits, unsure = (Count("pk", filter=Q(value=value)) for value in (Value.FITS, Value.UNSURE))
    counted = rows.order_by().values_list("match__kind").annotate(judged=Count("pk"), fits=fits, unsure=unsure)
    order = list(Found.values)
    return sorted((Precision(*row) for row in counted), key=lambda one: order.index(one.kind))
