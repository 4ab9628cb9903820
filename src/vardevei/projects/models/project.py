"""A project in a programme, as the sources describe it."""

from django.db import models
from django.db.models import F, Q

from vardevei.core.personal import NOTHING


class Project(models.Model):
    """One project, known by its programme family and its number there; shared by every source that names it."""

    family = models.CharField(max_length=60, help_text="Code of the programme family")
    number = models.CharField(max_length=100)
    source = models.CharField(max_length=50, help_text="The source that describes it; others only fill what is empty")
    acronym = models.TextField(blank=True)
    title = models.TextField(blank=True)
    programme_part = models.TextField(blank=True)
    topic = models.TextField(blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    personal = NOTHING

    class Meta:
        ordering = ("family", "number")
        constraints = [
            models.UniqueConstraint(name="one_project_for_each_number", fields=["family", "number"]),
            models.CheckConstraint(
                name="project_ends_after_it_starts",
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return self.acronym or self.title or self.number
