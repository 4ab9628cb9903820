"""A programme in one of its periods."""

from django.db import models

from vardevei.core.personal import NOTHING


class Programme(models.Model):
    """What one can apply to, in one period. What is told of it stands in the built-in facts, each with its source."""

    code = models.SlugField(max_length=60, primary_key=True, help_text='"interreg-aurora-2021"')
    family = models.CharField(max_length=60, help_text="Code of the programme family")
    name = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    start = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Its first year; empty: no source says")
    end = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Its last year")

    personal = NOTHING

    class Meta:
        ordering = ("family", "-start")

    def __str__(self) -> str:
        return str(self.name.get("nb") or self.code)
