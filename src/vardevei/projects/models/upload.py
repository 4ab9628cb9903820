"""A source file that was uploaded, with the difference that was shown. Waits to be taken into use."""

from django.db import models
from django.db.models import Q

from vardevei.core.models import KeptFile
from vardevei.core.personal import Personal
from vardevei.projects.models.importing import Import
from vardevei.projects.models.signed import SIGNED, Signed


class UploadQuerySet(models.QuerySet["Upload"]):
    def waiting(self) -> "UploadQuerySet":
        """Neither taken into use nor dropped."""
        return self.filter(applied__isnull=True, dropped_at__isnull=True)


class Upload(Signed):
    """`report` is what was shown (`imports.report`), `mark` tells whether the plan is still the same.

    `problem` is why the file could not be read with this mapping: code, what, why, todo and values.
    """

    source = models.CharField(max_length=50)
    file = models.ForeignKey(KeptFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    mapping = models.JSONField(default=dict, blank=True, help_text="For a list: which column is what")
    family = models.CharField(max_length=60, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    report = models.JSONField(default=dict, blank=True)
    problem = models.JSONField(default=dict, blank=True)
    mark = models.CharField(max_length=64, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)
    applied = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    personal = Personal(
        SIGNED,
        others=(
            "id",
            "source",
            "file",
            "mapping",
            "family",
            "publisher",
            "address",
            "licence",
            "report",
            "problem",
            "mark",
            "shown_at",
            "applied",
            "dropped_at",
            "on_behalf_of",
            "on",
        ),
    )

    class Meta:
        ordering = ("-on", "-pk")
        constraints = [
            models.CheckConstraint(
                name="a_dropped_upload_is_not_applied", condition=Q(applied__isnull=True) | Q(dropped_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.file or 'file'} ({self.source})"
