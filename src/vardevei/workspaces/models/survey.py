"""A survey: what is asked, of whom, and for how long."""

from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Question, Versioned
from vardevei.core.personal import NOTHING, WITH_CASE, Kept, Personal
from vardevei.core.translated import said
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import AnswerKind, SurveyState
from vardevei.workspaces.models.workspace import Workspace


class SurveyQuerySet(models.QuerySet["Survey"]):
    def update(self, **fields: Any) -> int:
        """Whether answers are anonymous was promised to those who answer."""
        if "anonymous" in fields:
            raise TypeError("Whether a survey is anonymous is decided when it begins.")
        return super().update(**fields)

    def open(self) -> Self:
        """Those that take answers today."""
        in_time = Q(deadline__isnull=True) | Q(deadline__gte=timezone.localdate())
        return self.filter(in_time, state=SurveyState.OPEN, workspace__archived_at__isnull=True)


class Survey(Versioned):
    """What is asked, of whom and for how long. Whether it is anonymous is decided when it begins, for good."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="surveys")
    event = models.ForeignKey(
        "workspaces.Event",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="surveys",
        help_text="It is an evaluation of this event, by those who came",
    )
    anonymous = models.BooleanField(help_text="Who answered what is never kept; decided when it begins")
    original = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    title = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    intro = models.JSONField(default=dict, help_text="What stands before the first question")
    thanks = models.JSONField(default=dict, help_text="What is said to whoever has answered")
    state = models.CharField(max_length=10, choices=SurveyState, default=SurveyState.DRAFT)
    deadline = models.DateField(null=True, blank=True, help_text="The last day to answer")
    open_link = models.BooleanField(default=False, help_text="Anyone who has the link may answer")
    key = models.UUIDField(default=uuid4, unique=True, editable=False, help_text="Names it in the open link")
    one_for_each = models.BooleanField(default=False, help_text="One answer from each municipality, not each person")
    reminds = models.JSONField(default=list, help_text="Days before the deadline when reminders go by themselves")
    reminded_at = models.DateTimeField(null=True, blank=True)
    in_letter = models.ForeignKey(
        "workspaces.SurveyQuestion",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The question that can be answered in the letter itself",
    )
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(default=timezone.now, help_text="When somebody last looked at what came of it")

    objects = SurveyQuerySet.as_manager()

    personal = Personal(
        {"by": Kept(_("Vise hvem som laget undersøkelsen."), WITH_CASE)},
        others=(
            "id",
            "version",
            "workspace",
            "event",
            "anonymous",
            "original",
            "title",
            "intro",
            "thanks",
            "state",
            "deadline",
            "open_link",
            "key",
            "one_for_each",
            "reminds",
            "reminded_at",
            "in_letter",
            "question",
            "begun_at",
            "opened_at",
            "closed_at",
            "seen_at",
        ),
    )

    class Meta:
        ordering = ("-begun_at", "-pk")
        constraints = [
            models.CheckConstraint(name="survey_state_is_known", condition=Q(state__in=SurveyState.values)),
            models.CheckConstraint(
                name="a_survey_that_is_out_says_since_when",
                condition=Q(state=SurveyState.DRAFT, opened_at__isnull=True)
                | (~Q(state=SurveyState.DRAFT) & Q(opened_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_closed_survey_says_when",
                condition=Q(state=SurveyState.CLOSED, closed_at__isnull=False)
                | (~Q(state=SurveyState.CLOSED) & Q(closed_at__isnull=True)),
            ),
            models.CheckConstraint(  # the answer to a letter's question is kept with the one who got the letter
                name="an_anonymous_survey_asks_nothing_in_letters",
                condition=Q(anonymous=False) | Q(in_letter__isnull=True, question__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.said("title") or str(_("Uten navn"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuses to turn a named survey into an anonymous one, and the other way."""
        if self.pk and Survey.objects.filter(pk=self.pk).exclude(anonymous=self.anonymous).exists():
            raise TypeError("Whether a survey is anonymous is decided when it begins.")
        super().save(*args, **kwargs)

    def said(self, field: str, form: str = "") -> str:
        """The title, intro or thanks, in the form or as near as it is written."""
        return said(getattr(self, field), form or get_language() or self.original, self.original)

    @property
    def draft(self) -> bool:
        return self.state == SurveyState.DRAFT

    @property
    def takes_answers(self) -> bool:
        """Whether it can be answered today."""
        late = self.deadline is not None and self.deadline < timezone.localdate()
        return self.state == SurveyState.OPEN and not late and not self.workspace.archived


class SurveyCounty(models.Model):
    """Another county council that takes part in a survey: it sees what its own municipalities answer."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="counties")
    county = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {"by": Kept(_("Vise hvem som lot fylket være med."), WITH_CASE)}, others=("id", "survey", "county", "added_at")
    )

    class Meta:
        ordering = ("survey", "county")
        constraints = [models.UniqueConstraint(name="a_county_takes_part_once", fields=["survey", "county"])]

    def __str__(self) -> str:
        return str(self.county)


class SurveyPage(models.Model):
    """Questions that are answered together."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="pages")
    order = models.PositiveSmallIntegerField()
    title = models.JSONField(default=dict)
    text = models.JSONField(default=dict)

    personal = NOTHING

    class Meta:
        ordering = ("survey", "order", "pk")

    def __str__(self) -> str:
        return self.said("title") or str(_("Side {n}")).format(n=self.order)

    def said(self, field: str, form: str = "") -> str:
        return said(getattr(self, field), form or get_language() or self.survey.original, self.survey.original)


class SurveyQuestion(models.Model):
    """One question, and what an answer to it looks like."""

    page = models.ForeignKey(SurveyPage, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=AnswerKind)
    words = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    help = models.JSONField(default=dict, help_text="A sentence under the question")
    required = models.BooleanField(default=False)
    choices = models.JSONField(default=list, help_text='[{"value": "a", "nb": "…", "nn": "…", "en": "…"}, …]')
    other = models.BooleanField(default=False, help_text="After the choices: something else, in own words")
    unit = models.JSONField(default=dict, help_text="What a number counts: persons, kroner")
    lowest = models.SmallIntegerField(default=1, help_text="Where a scale begins")
    highest = models.SmallIntegerField(default=5, help_text="Where a scale ends")
    low = models.JSONField(default=dict, help_text="What the lowest step of a scale means")
    high = models.JSONField(default=dict, help_text="What the highest step of a scale means")

    personal = NOTHING

    class Meta:
        ordering = ("page", "order", "pk")
        constraints = [
            models.CheckConstraint(name="answer_kind_is_known", condition=Q(kind__in=AnswerKind.values)),
            models.CheckConstraint(name="a_scale_has_steps", condition=Q(lowest__lt=models.F("highest"))),
        ]

    def __str__(self) -> str:
        return self.said("words")

    @property
    def survey(self) -> Survey:
        return self.page.survey

    def said(self, field: str, form: str = "") -> str:
        """The words, help, unit, low or high, in the form or as near as it is written."""
        return said(getattr(self, field), form or get_language() or self.survey.original, self.survey.original)

    def options(self, form: str = "") -> list[tuple[str, str]]:
        """(value, words) of each choice."""
        reads = form or get_language() or self.survey.original
        return [(one["value"], said(one, reads, self.survey.original)) for one in self.choices]

    @property
    def steps(self) -> range:
        """The steps of a scale."""
        return range(self.lowest, self.highest + 1)
