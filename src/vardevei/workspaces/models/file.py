"""What is put in a workspace for others to read: a file, and each version of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import KeptFile, Person, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.workspaces.enums import SeenBy
from vardevei.workspaces.models.workspace import Workspace


class WorkspaceFile(Versioned):
    """A file in a workspace. One that is taken away has no content any more, and says why."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    item = models.ForeignKey(
        "workspaces.AgendaItem",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="files",
        help_text="It is laid before a meeting with this item",
    )
    seen_by = models.CharField(max_length=10, choices=SeenBy, default=SeenBy.ROOM)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    removed_why = models.CharField(max_length=200, blank=True)

    personal = Personal(
        {
            "title": Kept(_("Finne filen igjen; tittelen kan nevne en person."), WITH_CASE),
            "description": Kept(_("Si hva filen er; teksten kan nevne en person."), WITH_CASE),
            "removed_why": Kept(_("Vise hvorfor filen er tatt bort."), DIALOGUE),
            "by": Kept(_("Vise hvem som la inn filen."), WITH_CASE),
            "removed_by": Kept(_("Vise hvem som tok bort filen."), WITH_CASE),
        },
        others=("id", "version", "workspace", "item", "seen_by", "added_at", "removed_at"),
        since="added_at",
    )

    class Meta:
        ordering = ("-added_at", "-pk")
        constraints = [
            models.CheckConstraint(name="file_seen_by_is_known", condition=Q(seen_by__in=SeenBy.values)),
            models.CheckConstraint(
                name="only_a_removed_file_says_who_and_why",
                condition=Q(removed_at__isnull=False) | Q(removed_by__isnull=True, removed_why=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def newest(self) -> "FileVersion | None":
        """The version that holds now. Lists ask for the versions of all files at once."""
        return max(self.versions.all(), key=lambda one: one.number, default=None)


class FileVersion(models.Model):
    """One content of a file. Older ones stay, so that nobody writes over what another has written."""

    of = models.ForeignKey(WorkspaceFile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.ForeignKey(KeptFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    picture = models.ForeignKey(
        KeptFile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="A small copy of a picture, without what the camera wrote into it",
    )
    note = models.CharField(max_length=200, blank=True, help_text="What is new in it")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "note": Kept(_("Si hva som er nytt i utgaven."), WITH_CASE),
            "by": Kept(_("Vise hvem som la inn utgaven."), WITH_CASE),
        },
        others=("id", "of", "number", "content", "picture", "at"),
    )

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(name="a_file_has_one_version_of_a_number", fields=["of", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.of} ({self.number})"
