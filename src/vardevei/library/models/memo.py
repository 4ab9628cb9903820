"""The memo: its sections, in order, as they stand between two editions."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Versioned
from vardevei.core.personal import NOTHING, WITH_CASE, Kept, Personal
from vardevei.library.enums import SectionKind


class Memo(models.Model):
    """A memo that lives: sections that are written all the time, and editions that never change."""

    code = models.SlugField(max_length=40, primary_key=True)
    title = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    lead = models.JSONField(default=dict, help_text="What it is and for whom, in a few sentences")

    personal = NOTHING

    def __str__(self) -> str:
        return str(self.title.get("nb", self.code))


class SectionQuerySet(models.QuerySet["Section"]):
    def standing(self) -> Self:
        """Those that are in the memo now, in its order."""
        return self.filter(removed_at__isnull=True)


class Section(Versioned):
    """One heading with what stands under it. Each is a record of its own, so that many can write at once."""

    memo = models.ForeignKey(Memo, on_delete=models.CASCADE, related_name="sections")
    slug = models.SlugField(max_length=80, help_text="Its own name in addresses; it never changes")
    order = models.PositiveIntegerField(default=0)
    level = models.PositiveSmallIntegerField(default=1, help_text="1 for a chapter, 2 for what is under it")
    kind = models.CharField(max_length=10, choices=SectionKind, default=SectionKind.TEXT)
    original = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    title = models.JSONField(help_text="Words in three forms")
    text = models.JSONField(default=dict, blank=True, help_text="Words in three forms, in Markdown")
    questions = models.JSONField(default=dict, blank=True, help_text="Words: one question on each line")
    examples = models.JSONField(default=list, blank=True, help_text="Slugs of the chosen examples, in order")
    figure = models.CharField(max_length=60, blank=True, help_text="Name of a figure")
    choice = models.JSONField(default=dict, blank=True, help_text="What is chosen for the figure")
    sources = models.JSONField(default=list, blank=True, help_text="[{title, address, read}]")
    built_in = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SectionQuerySet.as_manager()

    personal = Personal(
        {
            "changed_by": Kept(_("Vise hvem som sist skrev i notatet."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "memo",
            "slug",
            "order",
            "level",
            "kind",
            "original",
            "title",
            "text",
            "questions",
            "examples",
            "figure",
            "choice",
            "sources",
            "built_in",
            "removed_at",
            "changed_at",
        ),
    )

    class Meta:
        ordering = ("memo", "order", "pk")
        constraints = [
            models.UniqueConstraint(name="a_section_has_its_own_address", fields=["memo", "slug"]),
            models.CheckConstraint(name="section_kind_is_known", condition=Q(kind__in=SectionKind.values)),
            models.CheckConstraint(name="section_level_is_one_or_two", condition=Q(level__in=[1, 2])),
        ]

    def __str__(self) -> str:
        return str(self.title.get(self.original) or self.slug)
