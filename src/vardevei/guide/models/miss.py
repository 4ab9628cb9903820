"""A search that found nothing, or had words that nobody knew. Nothing tells who searched."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.personal import Gone, Kept, Limit, Personal

A_YEAR = Limit("search-miss", _("Ett år etter at noen søkte etter det sist. Hvem det var, lagres ikke."), 365)


class SearchMiss(models.Model):
    """Each text once, with how many times it was asked for, so that editors see what the thesaurus lacks."""

    text = models.CharField(max_length=200, unique=True, help_text="In small letters, as it was searched for")
    unknown = models.JSONField(default=list, blank=True, help_text="The words of it that the thesaurus lacks")
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True, help_text="When an editor put it aside")

    personal = Personal(
        {
            "text": Kept(_("Finne ord som ordlisten mangler. Teksten kan nevne personer."), A_YEAR),
            "unknown": Kept(_("Vise hvilke ord ordlisten mangler."), A_YEAR),
        },
        others=("id", "times", "first_at", "last_at", "settled_at"),
        since="last_at",
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("-last_at", "-pk")
        indexes = [models.Index(fields=["last_at"])]

    def __str__(self) -> str:
        return self.text
