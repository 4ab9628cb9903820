"""One letter to one person, kept as it was sent."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import FailureReason, LanguageForm, LetterState
from vardevei.core.models.log import subject_of
from vardevei.core.models.person import Person
from vardevei.core.personal import SENT, WITH_CASE, Kept, Personal


class LetterQuerySet(models.QuerySet["Letter"]):
    def about(self, subject: object) -> "LetterQuerySet":
        return self.filter(about=subject_of(subject))

    def at_place(self, place_id: str) -> "LetterQuerySet":
        return self.filter(place=place_id)

    def due(self, at: datetime) -> "LetterQuerySet":
        """Those that shall be sent now: urgent ones first, then the oldest."""
        return self.filter(state=LetterState.WAITING, next_try_at__lte=at).order_by("-urgent", "written_at", "pk")

    def failed(self) -> "LetterQuerySet":
        return self.filter(state=LetterState.FAILED)


class Letter(models.Model):
    """One letter to one person: written once, in the receiver's form of language, and kept as it was sent.

    `key` names the letter outside the house: its Message-ID and the links in it are made from it.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60, help_text="Which text it was written from")
    to = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="letters")
    name = models.CharField(max_length=200, blank=True, help_text="The receiver's name that day")
    address = models.EmailField(blank=True, help_text="Where it was sent")
    reply_to = models.EmailField(blank=True)
    form = models.CharField(max_length=2, choices=LanguageForm)
    subject = models.CharField(max_length=250)
    body = models.TextField()
    calendar = models.TextField(blank=True, help_text="An entry for the receiver's calendar, as an .ics file")
    secrets = models.JSONField(default=list, help_text="Words of the body that are taken out when it is sent")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=80, blank=True, help_text='What it is about: "organisations.mailing:12"')
    place = models.CharField(max_length=12, blank=True, help_text="Id of the municipality or county it concerns")
    question = models.ForeignKey(
        "core.Question", on_delete=models.SET_NULL, null=True, blank=True, related_name="letters"
    )
    news = models.BooleanField(default=False, help_text="Can be stopped by the receiver; a notice cannot")
    stop = models.CharField(max_length=300, blank=True, help_text="Where one press stops letters of this kind")
    urgent = models.BooleanField(default=False, help_text="Sent first, and useless after an hour")
    written_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=20, choices=FailureReason, blank=True)
    server_said = models.TextField(blank=True, help_text="The mail server's own words, the last time")
    interrupted = models.BooleanField(default=False, help_text="Cut off while being sent: it may have come twice")

    objects = LetterQuerySet.as_manager()

    personal = Personal(
        {
            "to": Kept(_("Vise hvem brevet gikk til."), SENT),
            "name": Kept(_("Vise hvem brevet gikk til."), SENT),
            "address": Kept(_("Vise hvor brevet ble sendt."), SENT),
            "reply_to": Kept(_("La mottakeren svare den som skrev."), SENT),
            "subject": Kept(_("Vise hva som ble sendt."), SENT),
            "body": Kept(_("Vise hva som ble sendt."), SENT),
            "calendar": Kept(_("Vise hva som ble sendt."), SENT),
            "secrets": Kept(_("Ta lenker for innlogging ut av teksten når brevet er sendt."), SENT, secret=True),
            "server_said": Kept(_("Vise hvorfor et brev ikke kom fram."), SENT),
            "by": Kept(_("Vise hvem som skrev."), WITH_CASE),
        },
        others=(
            "id",
            "key",
            "code",
            "form",
            "about",
            "place",
            "question",
            "news",
            "stop",
            "urgent",
            "written_at",
            "state",
            "tries",
            "next_try_at",
            "claimed_at",
            "sent_at",
            "failed_at",
            "reason",
            "interrupted",
        ),
        since="written_at",
        of=("to", "address"),
    )

    class Meta:
        ordering = ("-written_at", "-pk")
        indexes = [
            models.Index(fields=["state", "next_try_at"]),
            models.Index(fields=["about"]),
            models.Index(fields=["place", "written_at"]),
        ]
        constraints = [
            models.CheckConstraint(name="letter_state_is_known", condition=Q(state__in=LetterState.values)),
            models.CheckConstraint(
                name="a_sent_letter_says_when", condition=~Q(state=LetterState.SENT) | Q(sent_at__isnull=False)
            ),
            models.CheckConstraint(
                name="a_failed_letter_says_when_and_why",
                condition=Q(failed_at__isnull=True, reason="") | (Q(failed_at__isnull=False) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="an_unsent_letter_has_an_address",
                condition=~Q(state__in=[LetterState.WAITING, LetterState.SENDING]) | ~Q(address=""),
            ),
            models.CheckConstraint(
                name="a_letter_is_sent_after_it_was_written",
                condition=Q(sent_at__isnull=True) | Q(sent_at__gte=F("written_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.code})"
