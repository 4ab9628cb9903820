"""What somebody has begun to write in a form and not yet sent."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models.person import Person
from vardevei.core.personal import SHORT, Gone, Kept, Personal


class Draft(models.Model):
    """One for each form that was opened and written in: two windows never write over each other's text."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40, help_text="Of the form as it was opened")
    code = models.SlugField(max_length=60, help_text="Of the form among all forms")
    about = models.CharField(max_length=500, blank=True, help_text='The record: "organisations.note:12"')
    title = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, help_text="The page of the form")
    data = models.JSONField(default=dict, help_text="Name of field: texts")
    version = models.PositiveIntegerField(null=True, blank=True, help_text="Of the record when the writing began")
    base = models.JSONField(default=dict, help_text="Name of field: digest of what stood there when the writing began")
    saved_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "person": Kept(_("Gi teksten tilbake til den som skrev den."), SHORT),
            "title": Kept(_("Vise hva kladden gjelder."), SHORT),
            "data": Kept(_("Ta vare på det personen har begynt å skrive, til det er sendt."), SHORT),
        },
        others=("id", "key", "code", "about", "address", "version", "base", "saved_at"),
        since="saved_at",
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("-saved_at", "-pk")
        constraints = [models.UniqueConstraint(name="one_draft_for_each_opened_form", fields=["person", "key"])]
        indexes = [models.Index(fields=["person", "code", "about"])]

    def __str__(self) -> str:
        return f"{self.code} {self.saved_at:%Y-%m-%d %H:%M}"
