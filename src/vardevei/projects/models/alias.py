"""What a person has said that a name means."""

from django.db import models
from django.db.models import Q

from vardevei.core.personal import Personal
from vardevei.organisations.models import Organisation
from vardevei.projects.models.signed import SIGNED, Signed


def fold(name: str) -> str:
    """The form a name is remembered in: lower case, single spaces."""
    return " ".join(name.casefold().split())


class Alias(Signed):
    """A person's verdict on a name: this municipality or county council, or none. It wins over the rules of linking."""

    name = models.TextField(help_text="Lower case, single spaces")
    country = models.CharField(max_length=2)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField()

    personal = Personal(SIGNED, others=("id", "name", "country", "organisation", "on_behalf_of", "on", "why"))

    class Meta:
        ordering = ("name", "country")
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(name="one_verdict_for_each_name", fields=["name", "country"]),
            models.CheckConstraint(name="an_alias_says_why", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} -> {self.organisation or 'none'}"


class Unsure(Signed):
    """A person has looked at a name and could not tell. It waits on, for somebody else."""

    name = models.TextField(help_text="Lower case, single spaces")
    country = models.CharField(max_length=2)
    why = models.TextField(blank=True)

    personal = Personal(SIGNED, others=("id", "name", "country", "on_behalf_of", "on", "why"))

    class Meta:
        ordering = ("name", "country", "on")
        verbose_name_plural = "unsure"
        constraints = [models.UniqueConstraint(name="unsure_once_for_each", fields=["name", "country", "by"])]

    def __str__(self) -> str:
        return f"{self.name}: not sure"
