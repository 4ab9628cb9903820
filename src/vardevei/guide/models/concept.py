"""A concept that staff have added to the thesaurus: Norwegian words, and the English words that find it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal


class StaffConceptQuerySet(models.QuerySet["StaffConcept"]):
    def in_use(self) -> Self:
        return self.filter(removed_at__isnull=True)


class StaffConcept(Versioned):
    """Beside those of the built-in file, which is never changed. A removed one stays, out of use."""

    name = models.CharField(max_length=80, help_text="What it is about, in a word or two")
    bokmal = models.TextField(help_text="A term on each line; a star at the end: the word may go on")
    nynorsk = models.TextField(blank=True, help_text="Those that differ from bokmål")
    english = models.TextField(help_text="A term on each line")
    changed_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = StaffConceptQuerySet.as_manager()

    personal = Personal(
        {"by": Kept(_("Vise hvem som la inn begrepet, for dem som arbeider med ordlisten."), WITH_CASE)},
        others=("id", "version", "name", "bokmal", "nynorsk", "english", "changed_at", "removed_at"),
    )

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(name="a_concept_has_words", condition=~Q(bokmal="") & ~Q(english="")),
            models.UniqueConstraint(
                name="a_concept_in_use_has_its_own_name", fields=["name"], condition=Q(removed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name
