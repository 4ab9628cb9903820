"""The list of contacts that a county puts in: first as a preview that nothing has come of, then as its own columns."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import IN_USE, SHORT, WITH_CASE, Gone, Kept, Personal
from vardevei.organisations.models.organisation import Organisation
from vardevei.organisations.models.role import Role

DAYS = SHORT.days or 0


class ContactListQuerySet(models.QuerySet["ContactList"]):
    def unfinished(self) -> Self:
        """Not put in, and not so old that they go tonight."""
        return self.filter(put_in_at__isnull=True, made_at__gt=timezone.now() - timedelta(days=DAYS))


class ContactList(models.Model):
    """A county's list as it was read, and what a person has decided about its rows. Gone after 30 days.

    `sheets` is [{"name", "hidden", "lines": [[line in the file, [cells]]]}]; `columns` says what each column of the
    sheet in use means ({"0": "municipality"}); `decisions` holds the answer to each question ({"7.0:place": "5054"}).
    """

    county = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True, help_text="The file's name; none when it was pasted")
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    sheets = models.JSONField(default=list)
    sheet = models.PositiveSmallIntegerField(default=0, help_text="Which of the sheets is used")
    header_line = models.PositiveIntegerField(default=0, help_text="Line of the header; 0 when the list has none")
    columns = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    put_in_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict, help_text="How many of each kind when it was put in")

    objects = ContactListQuerySet.as_manager()

    personal = Personal(
        {
            "sheets": Kept(_("Vise listen før den blir lagt inn."), SHORT),
            "decisions": Kept(_("Huske hva som er bestemt om tvilsomme rader."), SHORT),
            "made_by": Kept(_("Vise hvem som la inn listen."), SHORT),
        },
        others=("id", "county", "name", "made_at", "sheet", "header_line", "columns", "put_in_at", "result"),
        since="made_at",
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.name or str(_("Limt inn"))

    @property
    def expires_on(self):
        return timezone.localdate(self.made_at + timedelta(days=DAYS))


class CountyColumns(models.Model):
    """The columns of the list that a county put in last, so that it can be taken out in the same ones."""

    county = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    header = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    put_in_at = models.DateTimeField(default=timezone.now)
    put_in_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    personal = Personal(
        {"put_in_by": Kept(_("Vise hvem som la inn listen."), WITH_CASE)},
        others=("id", "county", "name", "header", "columns", "put_in_at"),
    )

    class Meta:
        verbose_name_plural = "county columns"

    def __str__(self) -> str:
        return f"{self.county}: {self.name}"


class ListedRow(models.Model):
    """One row of that list, with the county's own extra columns and the contacts who were read from it."""

    of = models.ForeignKey(CountyColumns, on_delete=models.CASCADE, related_name="rows")
    order = models.PositiveIntegerField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    cells = models.JSONField(default=list)
    roles = models.ManyToManyField(Role, related_name="+")

    personal = Personal(
        {"cells": Kept(_("Gi fylket listen tilbake i de samme kolonnene."), IN_USE)},
        others=("id", "of", "order", "organisation"),
        of=("roles__person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(name="one_row_in_each_place", fields=["of", "order"])]

    def __str__(self) -> str:
        return f"{self.of} {self.order}"
