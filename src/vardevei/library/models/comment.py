"""Questions and answers under an example."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.models.example import Example
from vardevei.library.models.revision import Revision


class Comment(models.Model):
    """What somebody asked about an example, or answered. It can become a change to the example."""

    example = models.ForeignKey(Example, on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies")
    text = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    used_in = models.ForeignKey(
        Revision,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="comments",
        help_text="The change it became",
    )

    personal = Personal(
        {
            "text": Kept(_("La alle lese spørsmålet og svaret; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som skrev, og si fra når noen svarer."), WITH_CASE),
            "removed_by": Kept(_("Vise hvem som tok bort innlegget."), WITH_CASE),
        },
        others=("id", "example", "answers", "at", "removed_at", "used_in"),
    )

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(
                name="a_removed_comment_has_no_words",
                condition=models.Q(removed_at__isnull=True) | models.Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.example_id} {self.at:%Y-%m-%d}"
