"""What a person has corrected. It wins over every import, and stays."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.projects.enums import CORRECTABLE, ORGANISATION
from vardevei.projects.models.signed import SIGNED, Signed


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(taken_back_at__isnull=True)


class Correction(Signed):
    """A person's word on one field of one participation. It hangs on the source's key, so a new import finds it again.

    All are kept; the newest for a field that is not taken back is the one that holds.
    """

    source = models.CharField(max_length=50)
    key = models.CharField(max_length=300)
    field = models.CharField(max_length=30)
    value = models.TextField(blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    personal = Personal(
        {**SIGNED, "taken_back_by": Kept(_("Vise hvem som tok rettelsen tilbake."), WITH_CASE)},
        others=("id", "source", "key", "field", "value", "organisation", "on_behalf_of", "on", "why", "taken_back_at"),
    )

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
            models.CheckConstraint(name="a_correction_says_why", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.source} {self.key}"
