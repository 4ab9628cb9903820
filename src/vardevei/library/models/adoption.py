"""Who followed an example: how far they have come, why, with whose help, and what shows it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import KeptFile, Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.enums import FOLLOWS, AdoptionState
from vardevei.library.models.example import Example
from vardevei.library.models.strategy import Strategy
from vardevei.organisations.models import Organisation


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def standing(self) -> Self:
        """Those that nobody has taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def followed(self) -> Self:
        """Those that are under way or in use; to consider it is not to follow."""
        return self.standing().filter(state__in=FOLLOWS)


class Adoption(Versioned):
    """An organisation does as an example did, or thinks of doing so."""

    example = models.ForeignKey(Example, on_delete=models.CASCADE, related_name="adoptions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="adoptions")
    learned_from = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Another follower that they learned from; empty: those whose example it is",
    )
    state = models.CharField(max_length=12, choices=AdoptionState, default=AdoptionState.CONSIDERING)
    on = models.DateField(help_text="Since when that is so")
    original = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    cause = models.JSONField(default=dict, blank=True, help_text="Words: why they do it")
    help = models.JSONField(default=dict, blank=True, help_text="Words: the help they got")
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="adoptions")
    file = models.ForeignKey(KeptFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    address = models.URLField(max_length=500, blank=True)
    county_note = models.CharField(max_length=300, blank=True, help_text="How the county knows, when it says it")
    source = models.JSONField(default=dict, blank=True, help_text="Words: where this comes from, when not from itself")
    built_in = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    objects = AdoptionQuerySet.as_manager()

    personal = Personal(
        {
            "cause": Kept(_("La andre lære av hvorfor; teksten kan nevne personer."), WITH_CASE),
            "help": Kept(_("Vise hvilken hjelp som trengs; teksten kan nevne personer."), WITH_CASE),
            "county_note": Kept(_("Vise hvordan fylket vet det; kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som meldte fra."), WITH_CASE),
            "withdrawn_why": Kept(_("Vise hvorfor det er tatt bort; kan nevne personer."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "example",
            "organisation",
            "learned_from",
            "state",
            "on",
            "original",
            "strategy",
            "file",
            "address",
            "source",
            "built_in",
            "made_at",
            "withdrawn_at",
        ),
    )

    class Meta:
        ordering = ("on", "pk")
        constraints = [
            models.CheckConstraint(name="adoption_state_is_known", condition=Q(state__in=AdoptionState.values)),
            models.UniqueConstraint(
                name="an_organisation_follows_an_example_once",
                fields=["example", "organisation"],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_withdrawn_adoption_says_why",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.state} {self.example_id}"


class AdoptionStep(models.Model):
    """How an adoption stood from a day on. The last is how it stands; the earlier ones stay."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=12, choices=AdoptionState)
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {"by": Kept(_("Vise hvem som meldte fra."), WITH_CASE)}, others=("id", "adoption", "state", "on", "at")
    )

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(name="adoption_step_state_is_known", condition=Q(state__in=AdoptionState.values)),
        ]

    def __str__(self) -> str:
        return f"{self.adoption_id} {self.state} {self.on}"
