"""What a person has said that a name means."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from vardevei.organisations.models import Organisation


class Alias(models.Model):
    """A person's verdict on a name: this municipality or county council, or none. It wins over the rules of linking."""

    name = models.TextField(help_text="Lower case, single spaces")
    country = models.CharField(max_length=2)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.CharField(max_length=200)
    on = models.DateTimeField(default=now)
    why = models.TextField()

    class Meta:
        ordering = ("name", "country")
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(name="one_verdict_for_each_name", fields=["name", "country"]),
            models.CheckConstraint(name="an_alias_says_who_and_why", condition=~Q(by="") & ~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} -> {self.organisation or 'none'}"
