"""A participation that a county has put in by hand, because no open file tells of it (yet)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import NOTHING, WITH_CASE, Kept, Personal
from vardevei.projects.enums import Evidence
from vardevei.projects.models.participation import Participation
from vardevei.projects.models.signed import SIGNED, Signed


class ByHand(Versioned, Signed):
    """How one participation came in by hand: for which county, when, and who says so. The record is public; so is this,
    but for the persons."""

    participation = models.OneToOneField(Participation, on_delete=models.PROTECT, related_name="by_hand")
    evidence = models.CharField(max_length=10, choices=Evidence)
    evidence_text = models.CharField(max_length=300, blank=True, help_text="Name of the document or page")
    evidence_link = models.URLField(max_length=500, blank=True)
    evidence_day = models.DateField(null=True, blank=True, help_text="When it was told, or the document's date")
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_why = models.TextField(blank=True)

    personal = Personal(
        {
            **SIGNED,
            "edited_by": Kept(_("Vise hvem som endret sist, for dem som arbeider med det."), WITH_CASE),
            "withdrawn_by": Kept(_("Vise hvem som trakk registreringen, for dem som arbeider med det."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "on_behalf_of",
            "on",
            "participation",
            "evidence",
            "evidence_text",
            "evidence_link",
            "evidence_day",
            "edited_at",
            "withdrawn_why",
        ),
    )

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = verbose_name_plural = "by hand"
        constraints = [
            models.CheckConstraint(name="evidence_is_known", condition=Q(evidence__in=Evidence.values)),
            models.CheckConstraint(
                name="what_says_so_can_be_found",
                condition=(Q(evidence=Evidence.LINK) & ~Q(evidence_link=""))
                | (Q(evidence=Evidence.DOCUMENT) & ~Q(evidence_text=""))
                | Q(evidence=Evidence.TOLD, evidence_day__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participation}, by hand"


class Partner(models.Model):
    """An organisation that takes part in a project put in by hand: its name and country, and no more."""

    record = models.ForeignKey(ByHand, on_delete=models.CASCADE, related_name="partners")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True, help_text="Two letters; empty when not known")
    participation = models.ForeignKey(
        Participation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        help_text="Its own, when it is a municipality or county council and somebody put it in",
    )  # fmt: skip

    personal = NOTHING

    class Meta:
        ordering = ("record", "order")
        constraints = [models.CheckConstraint(name="a_partner_has_a_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name
