"""What readers want in the memo, and what came of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.enums import ContributionState
from vardevei.library.models.edition import Edition
from vardevei.library.models.memo import Section


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def open(self) -> Self:
        return self.filter(state=ContributionState.OPEN)

    def waiting_for_edition(self) -> Self:
        """Accepted, and in no edition yet."""
        return self.filter(state=ContributionState.ACCEPTED, edition__isnull=True)


class Contribution(models.Model):
    """A reader's answer to a section's questions, or what she wants to have in it. Editors say yes or no, and why."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="contributions")
    question = models.CharField(max_length=400, blank=True, help_text="The question it answers, as it was then")
    text = models.TextField()
    form = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=ContributionState, default=ContributionState.OPEN)
    answer = models.CharField(max_length=600, blank=True, help_text="Why yes or no")
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    edition = models.ForeignKey(
        Edition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        help_text="Which took it",
    )

    objects = ContributionQuerySet.as_manager()

    personal = Personal(
        {
            "text": Kept(_("Vise innspillet til notatet; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som ga innspillet, og fortelle hva som ble av det."), WITH_CASE),
            "answer": Kept(_("Fortelle hvorfor innspillet ble tatt med eller ikke."), WITH_CASE),
            "answered_by": Kept(_("Vise hvem som svarte."), WITH_CASE),
        },
        others=("id", "section", "question", "form", "at", "state", "answered_at", "edition"),
    )

    class Meta:
        ordering = ("section", "at", "pk")
        constraints = [
            models.CheckConstraint(name="contribution_state_is_known", condition=Q(state__in=ContributionState.values)),
            models.CheckConstraint(
                name="an_answered_contribution_says_when_and_why",
                condition=Q(state="open", answered_at__isnull=True, answer="")
                | (~Q(state="open") & Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="an_edition_takes_what_was_accepted", condition=Q(edition__isnull=True) | Q(state="accepted")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section_id} {self.at:%Y-%m-%d}"


class Remark(models.Model):
    """What somebody says to a contribution."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "text": Kept(_("Vise hva som ble sagt om innspillet; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som skrev."), WITH_CASE),
        },
        others=("id", "contribution", "at"),
    )

    class Meta:
        ordering = ("contribution", "at", "pk")

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.at:%Y-%m-%d}"
