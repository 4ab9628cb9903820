"""When each line of the timetable last ran."""

from django.db import models
from django.db.models import F, Q

from vardevei.core.personal import NOTHING


class Tick(models.Model):
    """One line of the timetable: when it last began and ended, who did it, and what went wrong."""

    code = models.SlugField(max_length=60, primary_key=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=120, blank=True, help_text="The process that did it, see core/alive.py")
    problem = models.TextField(blank=True, help_text="What went wrong the last time; empty when nothing did")

    personal = NOTHING

    class Meta:
        ordering = ("code",)
        constraints = [
            models.CheckConstraint(
                name="a_tick_ends_after_it_begins",
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
            )
        ]

    def __str__(self) -> str:
        return self.code
