"""An edition of the memo: frozen, numbered, and never changed."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.models.memo import Memo


def today() -> date:
    return timezone.localdate()


class Edition(models.Model):
    """Everything that stood in the memo on a day, with its figures and examples as they were, and what was new."""

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    on = models.DateField(default=today)
    decided = models.CharField(max_length=200, help_text="Who decided, as readers shall see it: a meeting, a board")
    content = models.JSONField(help_text="The memo as it stood, in three forms of language")
    changes = models.JSONField(default=list, help_text="What is new since the edition before")
    sha256 = models.CharField(max_length=64, help_text="Of the content")
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som ga ut utgaven."), WITH_CASE),
            "decided": Kept(_("Vise hvem som bestemte at utgaven skulle ut; kan nevne en person."), WITH_CASE),
        },
        others=("id", "memo", "number", "on", "content", "changes", "sha256", "made_at"),
    )

    class Meta:
        ordering = ("memo", "-number")
        constraints = [
            models.UniqueConstraint(name="an_edition_has_its_own_number", fields=["memo", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.memo_id} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once. What is erased of a person goes by `update`, and touches nothing else."""
        if not self._state.adding:
            raise TypeError("An edition is never changed.")
        super().save(*args, **kwargs)
