"""What a person has corrected. It wins over every import, and stays."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from vardevei.organisations.models import Organisation
from vardevei.projects.enums import CORRECTABLE, ORGANISATION


class Correction(models.Model):
    """A person's word on one field of one participation. It hangs on the source's key, so a new import finds it again.

    All are kept; the newest for a field is the one that holds.
    """

    source = models.CharField(max_length=50)
    key = models.CharField(max_length=300)
    field = models.CharField(max_length=30)
    value = models.TextField(blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.CharField(max_length=200)
    on = models.DateTimeField(default=now)
    why = models.TextField()

    class Meta:
        ordering = ("on", "pk")
        indexes = [models.Index(fields=["source", "key"])]
        constraints = [
            models.CheckConstraint(name="correction_field_is_known", condition=Q(field__in=CORRECTABLE)),
            models.CheckConstraint(
                name="only_a_placing_names_an_organisation",
                condition=Q(field=ORGANISATION, organisation__isnull=False)
                | (~Q(field=ORGANISATION) & Q(organisation__isnull=True)),
            ),
            models.CheckConstraint(name="a_correction_says_who_and_why", condition=~Q(by="") & ~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.source} {self.key}"
