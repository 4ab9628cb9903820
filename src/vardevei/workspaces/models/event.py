"""Something that people come to, at a time."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import EventMode, EventState
from vardevei.workspaces.models.workspace import Workspace


class EventQuerySet(models.QuerySet["Event"]):
    def shown(self) -> Self:
        """Those that are no longer only a draft."""
        return self.exclude(state=EventState.DRAFT)

    def for_anyone(self) -> Self:
        """Those that a visitor may see."""
        return self.shown().filter(open=True)

    def to_come(self, at: datetime | None = None) -> Self:
        """Those that are not over, the next one first."""
        return self.filter(ends_at__gte=at or timezone.now()).order_by("starts_at", "pk")

    def past(self, at: datetime | None = None) -> Self:
        """Those that are over, the last one first."""
        return self.filter(ends_at__lt=at or timezone.now()).order_by("-starts_at", "-pk")


class Event(Versioned):
    """Something that people come to, at a time: at a place, online or both. It begins as a draft that only those who
    make it see. `key` names it in every calendar program, and `sequence` says which change of it is the newest."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="events")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    mode = models.CharField(max_length=10, choices=EventMode, default=EventMode.PLACE)
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    venue = models.CharField(max_length=200, blank=True, help_text="The house and the room, or the street")
    online_address = models.CharField(max_length=500, blank=True)
    online_open = models.BooleanField(default=False, help_text="All may see the online address")
    open = models.BooleanField(default=True, help_text="Anyone may see it and sign up; if not, only members")
    state = models.CharField(max_length=10, choices=EventState, default=EventState.DRAFT)
    why_cancelled = models.TextField(blank=True)
    sequence = models.PositiveIntegerField(default=0, help_text="Grows when what stands in people's calendars changes")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    copied_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = EventQuerySet.as_manager()

    personal = Personal(
        {"by": Kept(_("Vise hvem som laget arrangementet."), WITH_CASE)},
        others=(
            "id",
            "version",
            "workspace",
            "key",
            "title",
            "text",
            "language",
            "starts_at",
            "ends_at",
            "mode",
            "municipality",
            "venue",
            "online_address",
            "online_open",
            "open",
            "state",
            "why_cancelled",
            "sequence",
            "begun_at",
            "changed_at",
            "published_at",
            "cancelled_at",
            "copied_from",
        ),
    )

    class Meta:
        ordering = ("starts_at", "pk")
        indexes = [
            models.Index(fields=["workspace", "starts_at"]),
            models.Index(fields=["state", "open", "starts_at"]),
        ]
        constraints = [
            models.CheckConstraint(name="event_state_is_known", condition=Q(state__in=EventState.values)),
            models.CheckConstraint(name="event_mode_is_known", condition=Q(mode__in=EventMode.values)),
            models.CheckConstraint(name="an_event_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="a_published_event_says_since_when",
                condition=~Q(state=EventState.PUBLISHED) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_cancelled_event_says_since_when",
                condition=Q(state=EventState.CANCELLED, cancelled_at__isnull=False)
                | (~Q(state=EventState.CANCELLED) & Q(cancelled_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def published(self) -> bool:
        return self.state == EventState.PUBLISHED

    @property
    def cancelled(self) -> bool:
        return self.state == EventState.CANCELLED

    @property
    def over(self) -> bool:
        return self.ends_at < timezone.now()

    @property
    def path(self) -> str:
        """The address of its page on the site, the same in all languages."""
        return f"/arrangement/{self.pk}/"

    @property
    def at_a_place(self) -> bool:
        return self.mode != EventMode.ONLINE

    @property
    def online(self) -> bool:
        return self.mode != EventMode.PLACE

    @property
    def where(self) -> str:
        """The house and the municipality, as it is written on an envelope."""
        if not self.at_a_place:
            return ""
        return ", ".join(filter(None, [self.venue, self.municipality.name if self.municipality else ""]))
