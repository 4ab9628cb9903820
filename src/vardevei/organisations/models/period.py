"""A dated fact holds from a day to and with a day. No start: before the register begins. No end: still."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet):
    def at(self, day: date) -> Self:
        begun = Q(start__isnull=True) | Q(start__lte=day)
        return self.filter(begun, Q(end__isnull=True) | Q(end__gte=day))


class Period(models.Model):
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
            )
        ]
