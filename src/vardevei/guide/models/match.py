"""What was found for a challenge, because of what, and what people say of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.guide.enums import Found, Side, Value
from vardevei.projects.models import Challenge


class MatchQuerySet(models.QuerySet["Match"]):
    def shown(self) -> Self:
        """What was found the last time, and what somebody follows or has judged since before."""
        return self.filter(Q(stands=True) | Q(followed_at__isnull=False) | Q(verdicts__isnull=False)).distinct()

    def followed(self) -> Self:
        return self.filter(followed_at__isnull=False)


class Match(models.Model):
    """One thing that was found for a challenge. Kept with its reason when the search later finds other things."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="matches")
    kind = models.CharField(max_length=10, choices=Found)
    key = models.CharField(max_length=200, help_text="A call's key, a programme's code, an example's slug, …")
    title = models.CharField(max_length=500, help_text="As it was when it was found")
    because = models.JSONField(default=dict, help_text='{"sentence": "…", "words": [["said", "found"]], "more": {…}}')
    rank = models.PositiveSmallIntegerField(help_text="Within its kind, from 1")
    found_at = models.DateTimeField(default=timezone.now)
    stands = models.BooleanField(default=True, help_text="Still found when it was last looked for")
    followed_at = models.DateTimeField(null=True, blank=True)
    followed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = MatchQuerySet.as_manager()

    personal = Personal(
        {"followed_by": Kept(_("Vise kolleger hvem som følger treffet."), WITH_CASE)},
        others=("id", "challenge", "kind", "key", "title", "because", "rank", "found_at", "stands", "followed_at"),
    )

    class Meta:
        ordering = ("challenge", "kind", "rank")
        constraints = [
            models.UniqueConstraint(name="a_challenge_finds_a_thing_once", fields=["challenge", "kind", "key"]),
            models.CheckConstraint(name="match_kind_is_known", condition=Q(kind__in=Found.values)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Verdict(models.Model):
    """What one person says of a match: it fits, it does not, or she is not sure. Saying it anew replaces it."""

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="verdicts")
    value = models.CharField(max_length=10, choices=Value)
    side = models.CharField(max_length=12, choices=Side)
    rank = models.PositiveSmallIntegerField(help_text="Where the match stood when it was judged")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {"by": Kept(_("Vise hvem som vurderte treffet, for dem som arbeider med utfordringen."), WITH_CASE)},
        others=("id", "match", "value", "side", "rank", "at"),
    )

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(name="one_verdict_of_each_person", fields=["match", "by"]),
            models.CheckConstraint(name="verdict_value_is_known", condition=Q(value__in=Value.values)),
            models.CheckConstraint(name="verdict_side_is_known", condition=Q(side__in=Side.values)),
        ]

    def __str__(self) -> str:
        return f"{self.match}: {self.value}"
