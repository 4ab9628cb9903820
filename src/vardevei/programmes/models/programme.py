"""A programme in one of its periods."""

from django.db import models

from vardevei.core.personal import NOTHING
from vardevei.opendata import programmes


class Programme(models.Model):
    """What one can apply to, in one period. What is told of it stands in the built-in facts, each with its source."""

    code = models.SlugField(max_length=60, primary_key=True, help_text='"interreg-aurora-2021"')
    family = models.CharField(max_length=60, help_text="Code of the programme family")
    name = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    start = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Its first year; empty: no source says")
    end = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Its last year")
    address = models.URLField(max_length=300, blank=True, help_text="The programme's own page")
    norway = models.CharField(
        max_length=20, default="unknown", help_text="Is Norway in? One of programmes.ASSOCIATIONS"
    )
    in_full = models.BooleanField(default=False, help_text="Told in full, or name and address only")

    personal = NOTHING

    class Meta:
        ordering = ("family", "-start")

    def __str__(self) -> str:
        return str(self.name.get("nb") or self.code)

    @property
    def facts(self) -> programmes.Programme:
        """The same programme in the open-data library, with all that is told of it. KeyError: not a built-in one."""
        return programmes.by_code(self.code)
