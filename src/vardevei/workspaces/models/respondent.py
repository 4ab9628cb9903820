"""Who is asked to answer a survey."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import AskedAs
from vardevei.workspaces.models.survey import Survey


class RespondentQuerySet(models.QuerySet["Respondent"]):
    def invited(self) -> Self:
        """Those a letter has gone to: the denominator of an answer rate."""
        return self.filter(invited_at__isnull=False)

    def waiting(self) -> Self:
        """On the list, and not written to yet. Who came by the open link needs no letter."""
        return self.filter(invited_at__isnull=True).exclude(asked_as=AskedAs.LINK)


class Respondent(models.Model):
    """Somebody who is asked. Without a person before the letter: a municipality that has no contact. In an anonymous
    survey only that an answer came is known, and not when, so that nothing here lies beside an answer in time."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="respondents")
    anonymous = models.BooleanField(help_text="As the survey is; kept here so that the database can refuse a time")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Answered for"
    )
    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Which county sees"
    )
    asked_as = models.CharField(max_length=10, choices=AskedAs)
    key = models.UUIDField(default=uuid4, unique=True, editable=False, help_text="Names the respondent in the link")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, help_text="Never kept in an anonymous survey")
    answered = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True, help_text="Never kept in an anonymous survey")

    objects = RespondentQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Spørre, og minne på dem som ikke har svart."), DIALOGUE),
            "opened_at": Kept(_("Vise hvem som har åpnet undersøkelsen."), DIALOGUE),
            "answered_at": Kept(_("Vise hvem som har svart."), DIALOGUE),
            "added_by": Kept(_("Vise hvem som la til mottakeren."), WITH_CASE),
        },
        others=(
            "id",
            "survey",
            "anonymous",
            "organisation",
            "county",
            "asked_as",
            "key",
            "added_at",
            "invited_at",
            "reminded_at",
            "answered",
        ),
        since="added_at",
        of=("person",),
    )

    class Meta:
        ordering = ("survey", "pk")
        constraints = [
            models.CheckConstraint(name="known_why_one_is_asked", condition=Q(asked_as__in=AskedAs.values)),
            models.CheckConstraint(
                name="an_anonymous_respondent_has_no_times",
                condition=Q(anonymous=False) | Q(answered_at__isnull=True, opened_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_respondent_answers_after_a_letter_or_link",
                condition=Q(answered=True) | Q(answered_at__isnull=True),
            ),
            models.UniqueConstraint(  # once for each municipality that is answered for
                name="a_person_is_asked_once",
                fields=["survey", "person", "organisation"],
                condition=Q(person__isnull=False, organisation__isnull=False),
            ),
            models.UniqueConstraint(
                name="a_person_is_asked_once_for_nobody_else",
                fields=["survey", "person"],
                condition=Q(person__isnull=False, organisation__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation or _("En som er slettet"))
