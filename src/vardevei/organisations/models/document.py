"""A file the county keeps about a municipality."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import KeptFile, Person
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.models.organisation import Organisation


class PlaceDocument(models.Model):
    """A document in the county's dialogue with a municipality. One that is removed leaves its day and the reason."""

    place = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    day = models.DateField(help_text="The day the document is of")
    file = models.ForeignKey(KeptFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_why = models.CharField(max_length=200, blank=True)

    personal = Personal(
        {
            "title": Kept(_("Finne dokumentet igjen; tittelen kan nevne en person."), DIALOGUE),
            "removed_why": Kept(_("Vise hvorfor dokumentet er tatt bort."), DIALOGUE),
            "by": Kept(_("Vise hvem som la inn dokumentet."), WITH_CASE),
        },
        others=("id", "place", "day", "file", "added_at", "removed_at"),
        since="added_at",
    )

    class Meta:
        ordering = ("-day", "-pk")
        constraints = [
            models.CheckConstraint(
                name="a_removed_document_has_no_file", condition=Q(removed_at__isnull=True) | Q(file__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.title
