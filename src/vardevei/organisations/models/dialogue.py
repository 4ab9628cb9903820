"""A county's own dialogue with a municipality: what was said, what comes next, and what staff have noted."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.enums import Channel, HasStrategy
from vardevei.organisations.models.organisation import Organisation


class DialogueQuerySet(models.QuerySet["DialogueEntry"]):
    def standing(self) -> Self:
        """Not struck out."""
        return self.filter(struck_at__isnull=True)


class DialogueEntry(Versioned):
    """One time the county and a municipality were in contact: when, how, with whom, and what was said."""

    place = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    day = models.DateField()
    whom = models.CharField(max_length=200, blank=True, help_text="With whom in the municipality")
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    struck_why = models.CharField(max_length=200, blank=True)

    objects = DialogueQuerySet.as_manager()

    personal = Personal(
        {
            "whom": Kept(_("Huske hvem fylket har snakket med."), DIALOGUE),
            "text": Kept(_("Huske hva som ble sagt og avtalt."), DIALOGUE),
            "by": Kept(_("Vise hvem i fylket som hadde kontakten."), WITH_CASE),
            "struck_by": Kept(_("Vise hvem som strøk innslaget."), WITH_CASE),
            "struck_why": Kept(_("Vise hvorfor innslaget er strøket."), DIALOGUE),
        },
        others=("id", "version", "place", "channel", "day", "written_at", "struck_at"),
        since="written_at",
    )

    class Meta:
        ordering = ("-day", "-pk")
        verbose_name_plural = "dialogue entries"
        indexes = [models.Index(fields=["place", "day"])]
        constraints = [
            models.CheckConstraint(name="channel_is_known", condition=Q(channel__in=Channel.values)),
            models.CheckConstraint(
                name="only_a_struck_entry_says_why", condition=Q(struck_at__isnull=False) | Q(struck_why="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.channel} {self.place_id}"


class NextStep(Versioned):
    """Something the county will do with a municipality: what, who, by when; done with a word on how it went."""

    place = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=200)
    due = models.DateField()
    who = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=200, blank=True, help_text="A word on how it went")

    personal = Personal(
        {
            "what": Kept(_("Huske hva fylket skal gjøre."), DIALOGUE),
            "outcome": Kept(_("Huske hvordan det gikk."), DIALOGUE),
            "who": Kept(_("Vise hvem som skal gjøre det."), WITH_CASE),
            "by": Kept(_("Vise hvem som bestemte det."), WITH_CASE),
            "done_by": Kept(_("Vise hvem som gjorde det."), WITH_CASE),
        },
        others=("id", "version", "place", "due", "made_at", "done_at"),
        since="made_at",
    )

    class Meta:
        ordering = ("due", "pk")
        indexes = [models.Index(fields=["place", "done_at", "due"])]
        constraints = [
            models.CheckConstraint(
                name="only_a_done_step_has_an_outcome", condition=Q(done_at__isnull=False) | Q(outcome="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} ({self.due})"

    @property
    def overdue(self) -> bool:
        return self.done_at is None and self.due < timezone.localdate()


class Note(Versioned):
    """What the county's staff should know of a municipality: one text that they all write in."""

    place = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "text": Kept(_("Huske det fylket bør vite om kommunen."), DIALOGUE),
            "by": Kept(_("Vise hvem som skrev sist."), WITH_CASE),
        },
        others=("id", "version", "place", "written_at"),
        since="written_at",
    )

    def __str__(self) -> str:
        return f"note on {self.place_id}"


class StrategyNote(Versioned):
    """Whether staff know of an international strategy in the municipality. No row, or "unknown": nobody has asked."""

    place = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    has = models.CharField(max_length=10, choices=HasStrategy, default=HasStrategy.UNKNOWN)
    year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The year it was adopted")
    link = models.URLField(max_length=500, blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {"by": Kept(_("Vise hvem som noterte det."), WITH_CASE)},
        others=("id", "version", "place", "has", "year", "link", "written_at"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="has_strategy_is_known", condition=Q(has__in=HasStrategy.values)),
            models.CheckConstraint(
                name="only_a_strategy_has_year_and_link",
                condition=Q(has="yes") | Q(year__isnull=True, link=""),
            ),
        ]

    def __str__(self) -> str:
        return f"strategy of {self.place_id}: {self.has}"
