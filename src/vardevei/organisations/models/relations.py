"""How organisations hang together: which county, and what became of what."""

from django.db import models
from django.db.models import F, Q

from vardevei.core.personal import NOTHING
from vardevei.organisations.enums import SuccessionKind
from vardevei.organisations.models.organisation import Organisation
from vardevei.organisations.models.period import Period, PeriodQuerySet


class BelongsTo(Period):
    """The county a municipality lies in, for a period."""

    municipality = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="counties")
    county = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="members")

    objects = PeriodQuerySet.as_manager()

    personal = NOTHING

    class Meta(Period.Meta):
        ordering = ("municipality", "start")

    def __str__(self) -> str:
        return f"{self.municipality} in {self.county}"


class Succession(models.Model):
    """What became of what, on which day, by merger or split."""

    before = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="became")
    after = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="came_from")
    day = models.DateField()
    kind = models.CharField(max_length=20, choices=SuccessionKind)

    personal = NOTHING

    class Meta:
        ordering = ("day", "after", "before")
        constraints = [
            models.UniqueConstraint(name="one_succession_between_two", fields=["before", "after"]),
            models.CheckConstraint(name="nothing_succeeds_itself", condition=~Q(before=F("after"))),
        ]

    def __str__(self) -> str:
        return f"{self.before} -> {self.after} ({self.day})"
