"""Somebody who wants word of calls, and what has been told already."""

from secrets import token_urlsafe
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Letter, Person
from vardevei.core.personal import Gone, Kept, Limit, Personal
from vardevei.guide.enums import Rhythm
from vardevei.projects.models import Challenge

ALERT = Limit("alert", _("To år etter at varselet sist ble bekreftet. Det som ikke blir bekreftet, i sju dager."), None)


def new_secret() -> str:
    return token_urlsafe(24)


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def confirmed(self) -> Self:
        """Those that the receiver has said yes to."""
        return self.filter(confirmed_at__isnull=False)

    def running(self) -> Self:
        """Those that letters are written for now."""
        return self.confirmed().filter(paused_at__isnull=True)


class Subscription(models.Model):
    """A saved search, and how its news is told by mail. Nothing is sent before the link in a letter is pressed."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    wanted = models.JSONField(default=dict, blank=True, help_text="What is searched for; empty: every call")
    challenge = models.ForeignKey(
        Challenge, on_delete=models.CASCADE, null=True, blank=True, related_name="+", help_text="Instead of a search"
    )
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.WEEKLY)
    form = models.CharField(max_length=2, choices=LanguageForm)
    tells = models.JSONField(default=list, help_text="Which kinds of news: of Told")
    ladder = models.JSONField(default=list, help_text="Days before a deadline that it reminds at, the longest first")
    secret = models.CharField(max_length=60, unique=True, default=new_secret, help_text="In the addresses of its feeds")
    made_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True, help_text="When the receiver last said yes")
    since = models.DateTimeField(null=True, blank=True, help_text="Tells of what has happened from then on")
    paused_at = models.DateTimeField(null=True, blank=True)
    looked_on = models.DateField(null=True, blank=True, help_text="When its news was last gone through")
    asked_at = models.DateTimeField(null=True, blank=True, help_text="When a letter asked whether to go on")

    objects = SubscriptionQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Sende varselet til den som har bedt om det."), ALERT),
            "wanted": Kept(_("Finne det varselet gjelder."), ALERT),
            "challenge": Kept(_("Finne det varselet gjelder."), ALERT),
            "rhythm": Kept(_("Sende så ofte som mottakeren vil."), ALERT),
            "tells": Kept(_("Bare si det mottakeren vil vite."), ALERT),
            "ladder": Kept(_("Minne om frister når mottakeren vil."), ALERT),
            "secret": Kept(_("La mottakerens egne programmer følge med."), ALERT, secret=True),
        },
        others=("id", "form", "made_at", "confirmed_at", "since", "paused_at", "looked_on", "asked_at"),
        of=("person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("person", "pk")
        indexes = [models.Index(fields=["rhythm", "looked_on"])]
        constraints = [
            models.CheckConstraint(name="subscription_rhythm_is_known", condition=Q(rhythm__in=Rhythm.values)),
            models.CheckConstraint(
                name="a_confirmed_subscription_tells_from_a_moment",
                condition=Q(confirmed_at__isnull=True) | Q(since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"alert {self.pk}"


class Sent(models.Model):
    """One thing that a subscription has told of, by its mark: written together with the letter, so that it is told
    once."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="sent")
    mark = models.CharField(max_length=200, help_text="The same for the same happening, for ever")
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {"mark": Kept(_("Ikke si det samme to ganger."), ALERT)},
        others=("id", "subscription", "letter", "at"),
        of=("subscription__person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("subscription", "pk")
        constraints = [models.UniqueConstraint(name="a_thing_is_told_once", fields=["subscription", "mark"])]

    def __str__(self) -> str:
        return self.mark
