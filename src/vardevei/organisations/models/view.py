"""A way to look at one's county that somebody wants to come back to."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import IN_USE, Gone, Kept, Personal
from vardevei.organisations.models.organisation import Organisation


class SavedView(models.Model):
    """A filter, an order and a choice of columns under a name. One's own, or shared with the whole county."""

    county = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.TextField(blank=True, help_text="What stands after ? in the address")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    shared = models.BooleanField(default=False)
    first = models.BooleanField(default=False, help_text="Shown when its owner opens the page")
    saved_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som lagret visningen."), IN_USE),
            "name": Kept(_("Finne visningen igjen."), IN_USE),
        },
        others=("id", "county", "query", "shared", "first", "saved_at"),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(name="one_view_of_a_name", fields=["county", "by", "name"]),
            models.UniqueConstraint(name="one_first_view", fields=["county", "by"], condition=Q(first=True)),
        ]

    def __str__(self) -> str:
        return self.name
