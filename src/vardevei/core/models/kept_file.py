"""A file that somebody gave us or that we made for somebody: its name here, its bytes in the data folder."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import FileKind
from vardevei.core.models.person import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal


class KeptFile(models.Model):
    """A file with its name; equal bytes are stored once, and go when no row needs them.

    A record that needs the file points to it with a foreign key. A row that nothing points to goes after a day.
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=FileKind)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64, db_index=True)
    kept_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "name": Kept(_("Kjenne igjen filen; navnet kan nevne en person."), WITH_CASE),
            "by": Kept(_("Vise hvem som la inn filen."), WITH_CASE),
        },
        others=("id", "kind", "size", "sha256", "kept_at"),
    )

    class Meta:
        ordering = ("-kept_at", "-pk")
        constraints = [
            models.CheckConstraint(name="kept_file_kind_is_known", condition=Q(kind__in=FileKind.values)),
            models.CheckConstraint(name="kept_file_sha256_is_whole", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="kept_file_is_not_empty", condition=Q(size__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name
