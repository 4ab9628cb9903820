"""What a municipality would like to do something about, in its own words."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.projects.enums import Shared

LONGEST = 4000


class ChallengeQuerySet(models.QuerySet["Challenge"]):
    def standing(self) -> Self:
        """Those that nobody has closed."""
        return self.filter(closed_at__isnull=True)


class Challenge(Versioned):
    """What a municipality would like to do something about: written by its own people, shared with whom they will."""

    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="challenges")
    text = models.TextField(max_length=LONGEST)
    language = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    shared = models.CharField(max_length=10, choices=Shared, default=Shared.COUNTY)
    theme = models.CharField(max_length=80, blank=True, help_text="A short name for lists; empty: its first words")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.CharField(max_length=300, blank=True, help_text="How it went, when they closed it")

    objects = ChallengeQuerySet.as_manager()

    personal = Personal(
        {
            "text": Kept(_("Finne det som passer; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som skrev utfordringen, for dem som arbeider med den."), WITH_CASE),
            "closed_why": Kept(_("Vise hvordan det gikk; teksten kan nevne personer."), WITH_CASE),
        },
        others=("id", "version", "municipality", "language", "shared", "theme", "written_at", "closed_at"),
    )

    class Meta:
        ordering = ("-written_at", "-pk")
        indexes = [models.Index(fields=["municipality", "closed_at"])]
        constraints = [
            models.CheckConstraint(name="challenge_sharing_is_known", condition=Q(shared__in=Shared.values)),
            models.CheckConstraint(name="a_challenge_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its theme, else its first words."""
        plain = " ".join(self.text.split())
        return self.theme or (plain if len(plain) <= 80 else plain[: plain.rfind(" ", 20, 78)] + " …")
