"""What was answered in a survey."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.personal import DIALOGUE, NOTHING, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.models.respondent import Respondent
from vardevei.workspaces.models.survey import Survey, SurveyQuestion


class ResponseQuerySet(models.QuerySet["Response"]):
    def done(self) -> Self:
        """Those that are handed in; the others are half written."""
        return self.filter(done=True)


class Response(models.Model):
    """One set of answers. An anonymous one tells of no person, place, language or time, and its key is drawn by lot, so
    that the order they came in is not kept either."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="responses")
    anonymous = models.BooleanField(help_text="As the survey is; kept here so that the database can refuse a link")
    respondent = models.ForeignKey(
        Respondent, on_delete=models.SET_NULL, null=True, blank=True, related_name="responses"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Answered for"
    )
    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Which county sees"
    )
    language = models.CharField(max_length=2, choices=LanguageForm, blank=True)
    done = models.BooleanField(default=False, help_text="Handed in")
    begun_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = ResponseQuerySet.as_manager()

    personal = NOTHING

    class Meta:
        ordering = ("survey", "pk")
        constraints = [
            models.CheckConstraint(
                name="an_anonymous_response_tells_of_nobody",
                condition=Q(anonymous=False)
                | Q(
                    respondent__isnull=True,
                    organisation__isnull=True,
                    language="",
                    begun_at__isnull=True,
                    submitted_at__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="a_named_response_says_when_it_came",
                condition=Q(anonymous=True)
                | Q(done=True, submitted_at__isnull=False)
                | Q(done=False, submitted_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="one_response_from_each", fields=["respondent"], condition=Q(respondent__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation or self.pk)


class ResponseAnswer(models.Model):
    """The answer to one question. `value` is what can be counted, `text` is what somebody wrote in own words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(SurveyQuestion, on_delete=models.CASCADE, related_name="answers")
    value = models.JSONField(null=True, blank=True, help_text="A number, a choice, a list of them, a day, a place")
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(null=True, blank=True, help_text="Never kept in an anonymous survey")

    personal = Personal(
        {
            "value": Kept(_("Bruke svaret."), DIALOGUE),
            "text": Kept(_("Bruke svaret."), DIALOGUE),
        },
        others=("id", "response", "question", "written_at"),
        since="written_at",
        of=("response__respondent__person",),
    )

    class Meta:
        ordering = ("response", "question")
        constraints = [models.UniqueConstraint(name="one_answer_to_each_question", fields=["response", "question"])]

    def __str__(self) -> str:
        return self.text or str(self.value or "")
