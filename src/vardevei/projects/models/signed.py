"""Who said it, on whose behalf, and when. On public pages only the organisation is named, never the person."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept
from vardevei.organisations.models import Organisation

SIGNED = {"by": Kept(_("Vise hvem som har sagt det, for dem som arbeider med det."), WITH_CASE)}


class Signed(models.Model):
    """`by` is None for what came with the program or by a command, and for a person who has been erased."""

    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    on_behalf_of = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
