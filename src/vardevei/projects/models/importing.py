"""What an import did, and what it had to leave out."""

from django.db import models

from vardevei.core.models import Delivery
from vardevei.core.personal import NOTHING
from vardevei.projects.enums import Aside, ImportState


class Import(models.Model):
    """One run of an import: which file, when, and how many rows became what."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=50)
    state = models.CharField(max_length=10, choices=ImportState)
    complete = models.BooleanField(help_text="Whether rows that the file lacks have gone from the source")
    counts = models.JSONField(
        default=dict, help_text="Rows read, added, changed, gone, unchanged, rejected, by link state"
    )
    columns = models.JSONField(default=dict, help_text="Columns that were unknown or missing")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()

    personal = NOTHING

    class Meta:
        ordering = ("-started_at", "-pk")
        constraints = [
            models.CheckConstraint(name="import_state_is_known", condition=models.Q(state__in=ImportState.values)),
            models.CheckConstraint(
                name="an_import_ends_after_it_starts", condition=models.Q(finished_at__gte=models.F("started_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d %H:%M} ({self.state})"


class SetAside(models.Model):
    """A row that was not imported, or a note on one that was, with its line, its reason and the row itself."""

    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="set_aside")
    kind = models.CharField(max_length=10, choices=Aside)
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=60)
    detail = models.TextField()
    raw = models.JSONField(default=dict)

    personal = NOTHING

    class Meta:
        ordering = ("run", "kind", "line", "pk")
        constraints = [models.CheckConstraint(name="aside_kind_is_known", condition=models.Q(kind__in=Aside.values))]

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"
