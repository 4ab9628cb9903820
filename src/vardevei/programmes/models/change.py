"""What changed in a call, and the readings that showed it."""

from django.db import models
from django.db.models import Q

from vardevei.core.models import Delivery
from vardevei.core.personal import NOTHING
from vardevei.programmes.enums import KEPT
from vardevei.programmes.models.call import Call


class Intake(models.Model):
    """One reading of a source of calls that was taken into use: which file, as of when, and what became of its rows."""

    source = models.CharField(max_length=50)
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(help_text="When the source was asked")
    finished_at = models.DateTimeField(auto_now_add=True)
    complete = models.BooleanField(help_text="Whether calls that the file lacks have gone from the source")
    counts = models.JSONField(default=dict)
    set_aside = models.JSONField(default=list, help_text="[line, reason, detail, row] of what could not be read")

    personal = NOTHING

    class Meta:
        ordering = ("-taken_at", "-pk")

    def __str__(self) -> str:
        return f"{self.source} {self.taken_at:%Y-%m-%d %H:%M}"


class Change(models.Model):
    """Something a call said, and what it says now. `old` and `new` are plain: dates as text, amounts as text."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.label) for kind in KEPT])
    seen_at = models.DateTimeField(help_text="When the source was asked and told it")
    old = models.JSONField(null=True, blank=True)
    new = models.JSONField(null=True, blank=True)
    intake = models.ForeignKey(Intake, on_delete=models.SET_NULL, null=True, blank=True, related_name="changes")

    personal = NOTHING

    class Meta:
        ordering = ("-seen_at", "-pk")
        indexes = [models.Index(fields=["seen_at"])]
        constraints = [
            models.CheckConstraint(name="change_kind_is_known", condition=Q(kind__in=[kind.value for kind in KEPT])),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.kind} {self.seen_at:%Y-%m-%d}"
