"""What was done, by whom, when and why. Rows are added, never changed."""

from typing import Any, NoReturn

from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models.person import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal


class EntryQuerySet(models.QuerySet["LogEntry"]):
    def update(self, **fields: Any) -> NoReturn:
        raise TypeError("The log is only added to.")

    def delete(self) -> NoReturn:
        raise TypeError("The log is only added to.")

    def about(self, subject: object) -> "EntryQuerySet":
        return self.filter(subject=subject_of(subject))

    def of(self, person: Person) -> "EntryQuerySet":
        """What the person did, and what was done with her: people stand in the values by their keys."""
        named = models.Q(_values__contains=f'{{"person": {person.pk}}}')
        texts = self.annotate(_values=Cast("values", models.TextField()))
        return texts.filter(models.Q(by=person) | named | models.Q(subject=subject_of(person)))

    def at_place(self, place_id: str) -> "EntryQuerySet":
        return self.filter(place=place_id)


class LogEntry(models.Model):
    """One act. `text` is a sentence in bokmål with holes; `values` fill them when somebody reads it.

    People stand in the values by their key ({"who": {"person": 12}}), so that an erased person's name is gone here too.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    act = models.SlugField(max_length=60)
    text = models.TextField()
    values = models.JSONField(default=dict)
    why = models.TextField(blank=True)
    subject = models.CharField(max_length=80, blank=True, help_text='What it was done with: "organisations.role:12"')
    place = models.CharField(max_length=12, blank=True, help_text="Id of the municipality or county it concerns")

    objects = EntryQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som gjorde hva."), WITH_CASE),
            "values": Kept(_("Vise hvem det gjaldt, ved nøkkel og ikke ved navn."), WITH_CASE),
            "why": Kept(_("Vise hvorfor."), WITH_CASE),
        },
        others=("id", "at", "act", "text", "subject", "place"),
    )

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name_plural = "log entries"
        indexes = [
            models.Index(fields=["subject"]),
            models.Index(fields=["place", "at"]),
            models.Index(fields=["by", "at"]),
            models.Index(fields=["-at", "-id"], name="log_newest_first"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.act}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("The log is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("The log is only added to.")


def subject_of(thing: object) -> str:
    """ "organisations.role:12" for a record; texts are taken as they are; nothing gives nothing."""
    if isinstance(thing, models.Model):
        return f"{thing._meta.label_lower}:{thing.pk}"
    return str(thing or "")
