"""Sign-up to an event: what is asked, who comes, and who waits for a place."""

from datetime import date, datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Versioned
from vardevei.core.personal import NOTHING, WITH_CASE, Gone, Kept, Limit, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import AskKind, SignUpState, SignUpWho
from vardevei.workspaces.models.event import Event

AFTER_EVENT = Limit("two-years-after", _("To år etter arrangementet. Deretter står tallene uten navn."), 730)
DAY_AFTER = Limit("day-after", _("Til dagen etter arrangementet."), 1)


class SignUpOptions(Versioned):
    """How sign-up to an event goes. Whoever gives out a place locks this row first, so that no place is given twice."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="sign_up_options")
    who = models.CharField(max_length=10, choices=SignUpWho, default=SignUpWho.ANYONE)
    limit = models.PositiveIntegerField(null=True, blank=True, help_text="How many places; none: as many as will")
    closes_at = models.DateTimeField(null=True, blank=True, help_text="Until when; none: until the event begins")
    waiting_list = models.BooleanField(default=True)
    hours_to_answer = models.PositiveSmallIntegerField(default=48, help_text="How long an offered place is held")
    remind_days = models.PositiveSmallIntegerField(null=True, blank=True, default=2, help_text="Days before the event")

    personal = NOTHING

    class Meta:
        ordering = ("event",)
        constraints = [
            models.CheckConstraint(name="sign_up_who_is_known", condition=Q(who__in=SignUpWho.values)),
            models.CheckConstraint(name="an_offer_can_be_answered", condition=Q(hours_to_answer__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.event)

    @property
    def last_moment(self) -> datetime:
        """Until when one may sign up."""
        return min(self.closes_at or self.event.starts_at, self.event.starts_at)

    @property
    def last_day(self) -> date | None:
        """The last day to sign up, when one is set."""
        return timezone.localdate(self.closes_at) if self.closes_at else None


class SignUpQuestion(models.Model):
    """One thing that is asked of those who sign up. A sensitive one is voluntary, and its answers go the day after."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sign_up_questions")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=AskKind, default=AskKind.TEXT)
    words = models.CharField(max_length=250)
    choices = models.JSONField(default=list, blank=True, help_text='["Kjøtt", "Vegetar"]')
    required = models.BooleanField(default=False)
    sensitive = models.BooleanField(default=False, help_text="Tells of health, such as an allergy")
    told = models.PositiveIntegerField(default=0, help_text="How many told something; stays when what they told goes")

    personal = NOTHING

    class Meta:
        ordering = ("event", "order", "pk")
        constraints = [
            models.CheckConstraint(name="sign_up_question_kind_is_known", condition=Q(kind__in=AskKind.values)),
            models.CheckConstraint(
                name="what_is_sensitive_is_voluntary", condition=Q(sensitive=False) | Q(required=False)
            ),
        ]

    def __str__(self) -> str:
        return self.words


class SignUpQuerySet(models.QuerySet["SignUp"]):
    def holding(self) -> Self:
        """Those who have a place, or are offered one: nobody else can be given it."""
        return self.filter(state__in=[SignUpState.SIGNED_UP, SignUpState.OFFERED])

    def coming(self) -> Self:
        return self.filter(state=SignUpState.SIGNED_UP)

    def in_line(self) -> Self:
        """Those who wait for a place, the first in line first."""
        return self.filter(state=SignUpState.WAITING).order_by("queued_at", "pk")

    def came(self) -> Self:
        return self.filter(came=True)


class SignUp(models.Model):
    """One person at one event: invited, signed up, waiting, offered a place, no longer coming; and whether she came.

    When the name goes, the rest stays, so that counts are right for as long as the event is there.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organisation_name = models.CharField(
        max_length=200, blank=True, help_text="When it is not a municipality or county"
    )
    state = models.CharField(max_length=10, choices=SignUpState, default=SignUpState.SIGNED_UP)
    came = models.BooleanField(null=True, blank=True)
    walk_in = models.BooleanField(default=False, help_text="Came without having signed up")
    key = models.UUIDField(default=uuid4, unique=True, editable=False, help_text="The links in letters are made of it")
    form = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField(null=True, blank=True, help_text="The place in line")
    offered_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True, help_text="Until when the offered place is held")
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="Of the event, or of the invitation")
    written_at = models.DateTimeField(
        null=True, blank=True, help_text="When the last letter with the links was written"
    )
    over_at = models.DateTimeField(help_text="When the event ends: names and answers go some time after")

    objects = SignUpQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Sende bekreftelse og påminnelse, og vite hvem som kommer."), AFTER_EVENT),
            "name": Kept(_("Vite hvem som kommer, og hvem som kom."), AFTER_EVENT),
            "organisation_name": Kept(_("Vite hvor deltakeren kommer fra."), AFTER_EVENT),
            "by": Kept(_("Si hvem som meldte på en kollega."), WITH_CASE),
        },
        others=(
            "id",
            "event",
            "organisation",
            "state",
            "came",
            "walk_in",
            "key",
            "form",
            "at",
            "invited_at",
            "queued_at",
            "offered_at",
            "answer_by",
            "reminded_at",
            "written_at",
            "over_at",
        ),
        since="over_at",
        of=("person",),
    )

    class Meta:
        ordering = ("event", "name", "pk")
        indexes = [models.Index(fields=["state", "answer_by"])]
        constraints = [
            models.CheckConstraint(name="sign_up_state_is_known", condition=Q(state__in=SignUpState.values)),
            models.UniqueConstraint(name="a_person_signs_up_once", fields=["event", "person"]),
            models.CheckConstraint(
                name="an_offered_place_has_a_time", condition=~Q(state=SignUpState.OFFERED) | Q(answer_by__isnull=False)
            ),
            models.CheckConstraint(
                name="who_waits_has_a_place_in_line",
                condition=~Q(state=SignUpState.WAITING) | Q(queued_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(_("En som er slettet"))

    @property
    def where(self) -> str:
        return str(self.organisation) if self.organisation else self.organisation_name


class SignUpAnswer(models.Model):
    """What was answered to an ordinary question."""

    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(SignUpQuestion, on_delete=models.CASCADE, related_name="answers")
    value = models.JSONField()
    over_at = models.DateTimeField()

    personal = Personal(
        {"value": Kept(_("Svar på det arrangøren spurte om."), AFTER_EVENT)},
        others=("id", "sign_up", "question", "over_at"),
        since="over_at",
        of=("sign_up__person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("sign_up", "question")
        constraints = [
            models.UniqueConstraint(name="one_answer_to_each_sign_up_question", fields=["sign_up", "question"]),
        ]

    def __str__(self) -> str:
        return ", ".join(self.value) if isinstance(self.value, list) else str(self.value)


class SignUpNeed(models.Model):
    """What was answered to a sensitive question, such as an allergy. Gone the day after; only the count stays."""

    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="needs")
    question = models.ForeignKey(SignUpQuestion, on_delete=models.CASCADE, related_name="needs")
    value = models.JSONField()
    over_at = models.DateTimeField()

    personal = Personal(
        {"value": Kept(_("Gjøre klar mat og rom for den som har behov."), DAY_AFTER)},
        others=("id", "sign_up", "question", "over_at"),
        since="over_at",
        of=("sign_up__person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("sign_up", "question")
        constraints = [models.UniqueConstraint(name="one_need_to_each_question", fields=["sign_up", "question"])]

    def __str__(self) -> str:
        return ", ".join(self.value) if isinstance(self.value, list) else str(self.value)
