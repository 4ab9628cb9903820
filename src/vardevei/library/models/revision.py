"""One revision of an example: everything it says, frozen once it is sent; and what the editors said of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.enums import ReviewChoice, RevisionState
from vardevei.library.models.example import Example

WAITING = (RevisionState.UNCONFIRMED, RevisionState.PROPOSAL, RevisionState.AT_NETWORK)


class RevisionQuerySet(models.QuerySet["Revision"]):
    def under_review(self) -> Self:
        """Those that an editor is to look at now."""
        return self.filter(state__in=[RevisionState.PROPOSAL, RevisionState.AT_NETWORK])

    def once_published(self) -> Self:
        return self.filter(state__in=[RevisionState.PUBLISHED, RevisionState.REPLACED])


class Revision(models.Model):
    """Everything that an example says, as it was sent. A change is a new revision, and goes the same way."""

    example = models.ForeignKey(Example, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=RevisionState, default=RevisionState.PROPOSAL)
    original = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    texts = models.JSONField(default=dict, help_text="{section: words}, see library.sections; Markdown")
    resources = models.JSONField(default=list, blank=True, help_text="[{what: words, amount, unit}]")
    evidence = models.JSONField(
        default=list, blank=True, help_text="[{what: words, value, unit, year, source, address}]"
    )
    links = models.JSONField(default=list, blank=True, help_text="[{title, address}]")
    facts = models.JSONField(
        default=dict,
        help_text="{organisations: [ids], others: [names], places: [ids], since, until, programmes: [codes], "
        "model, dimensions: [], contact: {organisation or name}}",
    )
    not_stated = models.JSONField(default=list, blank=True, help_text="Sections that the source does not answer")
    source = models.JSONField(default=dict, blank=True, help_text="Words: where all this comes from")
    note = models.TextField(blank=True, help_text="What was changed, and why")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    personal = Personal(
        {
            "texts": Kept(_("La andre lære av eksempelet; teksten kan nevne personer."), WITH_CASE),
            "facts": Kept(_("Vise hvem en kan spørre; kan være en person."), WITH_CASE),
            "note": Kept(_("Vise hva som er endret, og hvorfor; teksten kan nevne personer."), WITH_CASE),
            "made_by": Kept(_("Vise hvem som skrev, og fortelle hva som blir av det."), WITH_CASE),
        },
        others=(
            "id",
            "example",
            "number",
            "state",
            "original",
            "resources",
            "evidence",
            "links",
            "not_stated",
            "source",
            "made_at",
            "published_at",
        ),
    )

    class Meta:
        ordering = ("example", "-number")
        constraints = [
            models.UniqueConstraint(name="a_revision_has_its_own_number", fields=["example", "number"]),
            models.UniqueConstraint(
                name="one_revision_at_a_time_is_looked_at", fields=["example"], condition=Q(state__in=WAITING)
            ),
            models.UniqueConstraint(
                name="one_revision_is_read", fields=["example"], condition=Q(state=RevisionState.PUBLISHED)
            ),
            models.CheckConstraint(name="revision_state_is_known", condition=Q(state__in=RevisionState.values)),
            models.CheckConstraint(
                name="a_published_revision_says_when",
                condition=~Q(state__in=[RevisionState.PUBLISHED, RevisionState.REPLACED])
                | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.example_id}.{self.number}"


class Review(models.Model):
    """What an editor decided about a revision, and on what grounds."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="reviews")
    county = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose editor it was; empty: the network's",
    )
    choice = models.CharField(max_length=8, choices=ReviewChoice)
    grounds = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "grounds": Kept(_("Fortelle den som foreslo, hvorfor; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som avgjorde."), WITH_CASE),
        },
        others=("id", "revision", "county", "choice", "at"),
    )

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(name="review_choice_is_known", condition=Q(choice__in=ReviewChoice.values)),
            models.CheckConstraint(name="a_no_has_grounds", condition=Q(choice=ReviewChoice.ACCEPT) | ~Q(grounds="")),
        ]

    def __str__(self) -> str:
        return f"{self.revision_id} {self.choice}"
