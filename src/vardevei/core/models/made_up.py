"""Which rows the demonstration has made, so that it can take away exactly those again."""

from typing import Any

from django.apps import apps
from django.db import models

from vardevei.core.personal import NOTHING


class MadeUp(models.Model):
    """One row that the demonstration made; gone together with it."""

    model = models.CharField(max_length=80, help_text='"organisations.role"')
    key = models.CharField(max_length=80)

    personal = NOTHING

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "made-up rows"
        constraints = [models.UniqueConstraint(name="a_row_is_made_up_once", fields=["model", "key"])]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"

    @property
    def kind(self) -> type[models.Model]:
        found: Any = apps.get_model(self.model)
        return found
