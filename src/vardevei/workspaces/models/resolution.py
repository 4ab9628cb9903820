"""What a meeting decided."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.workspaces.enums import Votes
from vardevei.workspaces.models.meeting import AgendaItem
from vardevei.workspaces.models.workspace import Workspace


class Resolution(Versioned):
    """One decision of a meeting, with a number of its own in the year: 3/2026."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="resolutions")
    item = models.ForeignKey(AgendaItem, on_delete=models.RESTRICT, related_name="resolutions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    day = models.DateField()
    text = models.TextField()
    whom = models.CharField(max_length=200, blank=True, help_text="Who it is for")
    votes = models.CharField(max_length=10, choices=Votes, default=Votes.NOT_SAID)
    votes_for = models.PositiveIntegerField(null=True, blank=True)
    votes_against = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "text": Kept(_("Vise hva som ble vedtatt; teksten kan nevne personer."), WITH_CASE),
            "whom": Kept(_("Vise hvem vedtaket er rettet til."), WITH_CASE),
            "by": Kept(_("Vise hvem som førte inn vedtaket."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "workspace",
            "item",
            "year",
            "number",
            "day",
            "votes",
            "votes_for",
            "votes_against",
            "written_at",
        ),
    )

    class Meta:
        ordering = ("workspace", "year", "number")
        constraints = [
            models.UniqueConstraint(name="a_resolution_has_its_own_number", fields=["workspace", "year", "number"]),
            models.CheckConstraint(name="votes_are_known", condition=Q(votes__in=Votes.values)),
            models.CheckConstraint(
                name="only_a_majority_is_counted",
                condition=Q(votes="majority") | Q(votes_for__isnull=True, votes_against__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"
