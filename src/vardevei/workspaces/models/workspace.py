"""A place where people from several organisations do something together."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import Visibility


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    def rooms(self) -> Self:
        """Those that people meet as rooms, and not only as one event or one survey."""
        return self.filter(alone=False)

    def active(self) -> Self:
        return self.filter(archived_at__isnull=True)


class Workspace(Versioned):
    """What an owner does together with others: it holds members, events, surveys, files, meetings, follow-ups, talk."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.MEMBERS)
    alone = models.BooleanField(default=False, help_text="Made together with one event, survey or meeting")
    begun_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    archived_at = models.DateTimeField(null=True, blank=True)
    archived_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    copied_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = WorkspaceQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som opprettet arbeidsrommet."), WITH_CASE),
            "archived_by": Kept(_("Vise hvem som arkiverte arbeidsrommet."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "owner",
            "title",
            "purpose",
            "visibility",
            "alone",
            "begun_at",
            "archived_at",
            "copied_from",
        ),
    )

    class Meta:
        ordering = ("-begun_at", "-pk")
        constraints = [
            models.CheckConstraint(name="workspace_visibility_is_known", condition=Q(visibility__in=Visibility.values)),
            models.CheckConstraint(
                name="only_an_archived_workspace_has_an_archiver",
                condition=Q(archived_at__isnull=False) | Q(archived_by__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def archived(self) -> bool:
        return self.archived_at is not None
