"""What happens at an event, hour by hour, and who arranges it together with the county."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.personal import NOTHING, WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.models.event import Event


class Block(models.Model):
    """One part of an event's programme: when, what, and who holds it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="blocks")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    held_by = models.CharField(max_length=200, blank=True, help_text="Who speaks or leads, as it stands in a programme")

    personal = Personal(
        {"held_by": Kept(_("Vise hvem som innleder eller leder i programmet."), WITH_CASE)},
        others=("id", "event", "starts_at", "ends_at", "title", "text"),
        of=(),
    )

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.CheckConstraint(
                name="a_block_ends_after_it_begins",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CoOrganiser(models.Model):
    """Who arranges an event together with its owner: an organisation we know, or another by its name."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="co_organisers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)

    personal = NOTHING

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="a_co_organiser_is_one_we_know_or_has_a_name",
                condition=Q(organisation__isnull=False, name="") | (Q(organisation__isnull=True) & ~Q(name="")),
            ),
        ]

    def __str__(self) -> str:
        return self.organisation.body if self.organisation else self.name
