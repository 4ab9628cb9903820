"""A call for applications, and its deadlines."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, Max, Min, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Delivery, Person, Versioned
from vardevei.core.personal import NOTHING, WITH_CASE, Kept, Personal
from vardevei.opendata.sources.announced import BRUSSELS
from vardevei.organisations.models import Organisation
from vardevei.programmes.enums import CallKind, Standing
from vardevei.programmes.models.programme import Programme


class CallQuerySet(models.QuerySet["Call"]):
    def with_dates(self, now: datetime | None = None) -> Self:
        """With `next_at`, `last_at` and `standing`, as they are at the moment."""
        at = now or timezone.now()
        today = at.astimezone(BRUSSELS).date()
        dated = self.annotate(
            next_at=Min("deadlines__at", filter=Q(deadlines__at__gte=at)), last_at=Max("deadlines__at")
        )
        return dated.annotate(
            standing=Case(
                When(last_at__lt=at, then=Value(Standing.CLOSED)),
                When(gone_at__isnull=False, then=Value(Standing.GONE)),
                When(opens_on__isnull=True, last_at__isnull=True, then=Value(Standing.UNKNOWN)),
                When(opens_on__gt=today, then=Value(Standing.FORTHCOMING)),
                default=Value(Standing.OPEN),
                output_field=models.CharField(),
            )
        )

    def open(self, now: datetime | None = None) -> Self:
        """Open now, the nearest deadline first; those without one last."""
        return self.with_dates(now).filter(standing=Standing.OPEN).nearest_first()

    def forthcoming(self, now: datetime | None = None) -> Self:
        return self.with_dates(now).filter(standing=Standing.FORTHCOMING).order_by("opens_on", "pk")

    def nearest_first(self) -> Self:
        return self.order_by(F("next_at").asc(nulls_last=True), "title", "pk")

    def lasting(self, now: datetime | None = None) -> Self:
        """Neither gone nor over."""
        over = Deadline.objects.filter(call=OuterRef("pk"))
        ahead = over.filter(at__gte=now or timezone.now())
        return self.filter(Exists(ahead) | ~Exists(over), gone_at__isnull=True)


class Call(Versioned):
    """Something one can apply to before a deadline. How it stands today follows from its dates, and is never kept."""

    key = models.SlugField(max_length=120, unique=True, help_text="In its address; stays when the identifier changes")
    source = models.CharField(max_length=50, help_text='"eu-portal", "hand", or the name of a list')
    source_key = models.CharField(max_length=200)
    identifier = models.CharField(max_length=150, blank=True, help_text="The publisher's own")
    kind = models.CharField(max_length=10, choices=CallKind, default=CallKind.OTHER)
    programme = models.ForeignKey(Programme, on_delete=models.SET_NULL, null=True, blank=True, related_name="calls")
    family = models.CharField(max_length=60, help_text="Code of the programme family")
    programme_name = models.CharField(max_length=200, blank=True, help_text="As the source says it")
    language = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.ENGLISH)
    title = models.CharField(max_length=500)
    call_identifier = models.CharField(max_length=200, blank=True, help_text="Of the call that it is a topic of")
    call_title = models.CharField(max_length=500, blank=True)
    destination = models.CharField(max_length=500, blank=True)
    abstract = models.TextField(blank=True)
    topics = models.JSONField(default=list, blank=True)
    action_type = models.CharField(max_length=200, blank=True)
    who = models.TextField(blank=True, help_text="Who may apply, where the source or a person says so")
    address = models.URLField(max_length=500, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    planned = models.BooleanField(default=False, help_text="The dates are foreseen, not decided")
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    smallest = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    largest = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    grants = models.PositiveIntegerField(null=True, blank=True, help_text="How many the publisher expects to fund")
    currency = models.CharField(max_length=3, default="EUR")
    unsaid = models.JSONField(default=list, blank=True, help_text="Fields that the source has not spoken of yet")
    first_seen_at = models.DateTimeField(default=timezone.now)
    gone_at = models.DateTimeField(null=True, blank=True, help_text="No longer in the source, or withdrawn")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Who put it in"
    )
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CallQuerySet.as_manager()

    personal = Personal(
        {"by": Kept(_("Vise hvem som la inn utlysningen, for dem som arbeider med den."), WITH_CASE)},
        others=(
            "id", "version", "key", "source", "source_key", "identifier", "kind", "programme", "family",
            "programme_name", "language", "title", "call_identifier", "call_title", "destination", "abstract", "topics",
            "action_type", "who", "address", "opens_on", "planned", "budget", "smallest", "largest", "grants",
            "currency", "unsaid", "first_seen_at", "gone_at", "delivery", "county",
        ),
    )  # fmt: skip

    class Meta:
        ordering = ("key",)
        constraints = [
            models.UniqueConstraint(name="one_call_for_each_key_of_a_source", fields=["source", "source_key"]),
            models.CheckConstraint(name="call_kind_is_known", condition=Q(kind__in=CallKind.values)),
            models.CheckConstraint(name="a_call_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title


class Deadline(models.Model):
    """One of the deadlines of a call: its first or second stage, or one of several dates to apply by."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="deadlines")
    stage = models.PositiveSmallIntegerField(help_text="From 1, in the order of their dates")
    at = models.DateTimeField(help_text="The end of the day in Brussels when the source tells only the day")
    whole_day = models.BooleanField(default=True)

    personal = NOTHING

    class Meta:
        ordering = ("call", "at")
        indexes = [models.Index(fields=["at"])]
        constraints = [models.UniqueConstraint(name="a_deadline_stands_once", fields=["call", "at"])]

    def __str__(self) -> str:
        return f"{self.call_id}: {self.on}"

    @property
    def on(self) -> date:
        """The day in Brussels."""
        return self.at.astimezone(BRUSSELS).date()
