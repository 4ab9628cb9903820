"""A meeting: what is on its agenda, who was there, and what was written about each item."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import ItemKind, ItemState, MeetingState
from vardevei.workspaces.models.event import Event
from vardevei.workspaces.models.workspace import Workspace


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def in_order(self) -> Self:
        """The next one first and those that are over last; what has no day yet comes before all."""
        return self.timed().order_by(F("at").desc(nulls_first=True), "-pk")

    def timed(self) -> Self:
        """`at` is when it begins: the event's time when there is one."""
        return self.annotate(at=Coalesce("event__starts_at", "starts_at")).select_related("event__municipality")

    def to_come(self) -> Self:
        return self.filter(state__in=[MeetingState.PLANNED, MeetingState.AGENDA_SENT])


class Meeting(Versioned):
    """People meet: when and where, who leads it and who writes."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="meetings")
    event = models.OneToOneField(
        Event,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="meeting",
        help_text="When there is one, time and place are the event's",
    )
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, help_text="What those who come should know")
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    where = models.CharField(max_length=300, blank=True, help_text="A place, or an address on the net")
    chair = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    minute_taker = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=12, choices=MeetingState, default=MeetingState.PLANNED)
    key = models.UUIDField(default=uuid4, unique=True, help_text="In the link to the documents that letters carry")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    called_at = models.DateTimeField(default=timezone.now)
    agenda_sent_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    minutes_sent_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    personal = Personal(
        {
            "chair": Kept(_("Vise hvem som ledet møtet."), WITH_CASE),
            "minute_taker": Kept(_("Vise hvem som skrev referatet."), WITH_CASE),
            "by": Kept(_("Vise hvem som kalte inn."), WITH_CASE),
            "approved_by": Kept(_("Vise hvem som godkjente referatet."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "workspace",
            "event",
            "title",
            "text",
            "starts_at",
            "ends_at",
            "where",
            "state",
            "key",
            "called_at",
            "agenda_sent_at",
            "approved_at",
            "minutes_sent_at",
        ),
    )

    class Meta:
        ordering = ("workspace", "-starts_at", "-pk")
        constraints = [
            models.CheckConstraint(name="meeting_state_is_known", condition=Q(state__in=MeetingState.values)),
            models.CheckConstraint(
                name="a_meeting_ends_after_it_begins",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="approved_minutes_have_a_time",
                condition=~Q(state="approved") | Q(approved_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def approved(self) -> bool:
        return self.state == MeetingState.APPROVED

    @property
    def over(self) -> bool:
        """Held, as somebody has said."""
        return self.state in (MeetingState.HELD, MeetingState.APPROVED)

    @property
    def begins(self) -> datetime | None:
        return self.event.starts_at if self.event else self.starts_at

    @property
    def ends(self) -> datetime | None:
        return self.event.ends_at if self.event else self.ends_at

    @property
    def place(self) -> str:
        """The place, and the address on the net, as far as they are known."""
        if self.event is None:
            return self.where
        return ", ".join(filter(None, [self.event.where, self.event.online_address]))


class ItemQuerySet(models.QuerySet["AgendaItem"]):
    def on(self) -> Self:
        """On the agenda, in its order."""
        return self.filter(state=ItemState.ON)

    def proposed(self) -> Self:
        return self.filter(state=ItemState.PROPOSED)


class AgendaItem(Versioned):
    """One thing on the agenda, and afterwards what was said about it. Each is a record of its own, so that two people
    may write the minutes of different items at once."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=ItemKind, default=ItemKind.DISCUSSION)
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.ON)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    questions = models.TextField(blank=True, help_text="What is to be discussed, one question on each line")
    responsible = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=300, blank=True, help_text="Why a proposal was not taken on")
    minutes = models.TextField(blank=True)
    minutes_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    minutes_at = models.DateTimeField(null=True, blank=True)

    objects = ItemQuerySet.as_manager()

    personal = Personal(
        {
            "responsible": Kept(_("Vise hvem som legger fram saken."), WITH_CASE),
            "proposed_by": Kept(_("Vise hvem som foreslo saken."), WITH_CASE),
            "minutes": Kept(_("Huske hva som ble sagt og bestemt; teksten kan nevne personer."), WITH_CASE),
            "minutes_by": Kept(_("Vise hvem som skrev."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "meeting",
            "order",
            "kind",
            "state",
            "title",
            "text",
            "questions",
            "made_at",
            "answer",
            "minutes_at",
        ),
    )

    class Meta:
        ordering = ("meeting", "order", "pk")
        constraints = [
            models.CheckConstraint(name="item_kind_is_known", condition=Q(kind__in=ItemKind.values)),
            models.CheckConstraint(name="item_state_is_known", condition=Q(state__in=ItemState.values)),
            models.CheckConstraint(
                name="only_a_declined_item_has_an_answer", condition=Q(state="declined") | Q(answer="")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def asked(self) -> list[str]:
        """The questions for discussion."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]


class Addition(models.Model):
    """What was added to minutes after they were approved: dated, and never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="additions")
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "text": Kept(_("Vise hva som ble rettet i referatet; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som skrev."), WITH_CASE),
        },
        others=("id", "meeting", "at"),
    )

    class Meta:
        ordering = ("meeting", "at", "pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.meeting_id}"


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    def by_name(self) -> Self:
        return self.select_related("person", "organisation").order_by(Coalesce("person__name", "name"), "pk")


class Attendee(models.Model):
    """Somebody who is called to a meeting, and whether she came."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, help_text="Of somebody who is not known here")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    came = models.BooleanField(null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    objects = AttendeeQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Vise hvem som var på møtet."), DIALOGUE),
            "name": Kept(_("Vise hvem som var på møtet."), DIALOGUE),
        },
        others=("id", "meeting", "organisation", "came", "added_at"),
        since="added_at",
        of=("person",),
    )

    class Meta:
        ordering = ("meeting", "pk")
        constraints = [
            models.UniqueConstraint(name="somebody_is_called_to_a_meeting_once", fields=["meeting", "person"]),
        ]

    def __str__(self) -> str:
        return str(self.person or self.name or _("En som er slettet"))
