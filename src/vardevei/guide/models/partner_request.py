"""Somebody looks for a partner: what they want, by when, and what the municipalities that were asked say."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Question, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.guide.enums_partners import PartnerAnswer, RequestState, Wanted
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme


class PartnerRequestQuerySet(models.QuerySet["PartnerRequest"]):
    def confirmed(self) -> Self:
        return self.exclude(state=RequestState.UNCONFIRMED)

    def going_on(self) -> Self:
        """New ones, and those that are asked about."""
        return self.filter(state__in=[RequestState.ARRIVED, RequestState.OPEN])


class PartnerRequest(Versioned):
    """Somebody, abroad or a neighbour, looks for a partner; a county passes it on to municipalities that may fit."""

    county = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", help_text="Who passes it on")
    title = models.CharField(max_length=150)
    asker = models.CharField(max_length=150, help_text="Which organisation looks for a partner")
    country = models.CharField(max_length=60)
    contact = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    address = models.URLField(max_length=500, blank=True)
    programme = models.ForeignKey(Programme, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    call = models.CharField(max_length=200, blank=True, help_text="The call, as the asker says it")
    theme = models.CharField(max_length=150, blank=True)
    wanted = models.CharField(max_length=12, choices=Wanted, default=Wanted.ANY)
    text = models.TextField(help_text="What they want to do, and whom they look for")
    language = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    offers = models.TextField(blank=True)
    answer_by = models.DateField()
    state = models.CharField(max_length=12, choices=RequestState, default=RequestState.OPEN)
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sent_in = models.BooleanField(default=False, help_text="By the form that needs no account")
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True, help_text="What came of it")

    objects = PartnerRequestQuerySet.as_manager()

    personal = Personal(
        {
            "contact": Kept(_("Vise hvem kommunene kan ta kontakt med."), DIALOGUE),
            "email": Kept(_("Vise hvem kommunene kan ta kontakt med."), DIALOGUE),
            "text": Kept(_("Vise hva partneren vil; teksten kan nevne personer."), DIALOGUE),
            "offers": Kept(_("Vise hva partneren tilbyr; teksten kan nevne personer."), DIALOGUE),
            "outcome": Kept(_("Fortelle hva som ble av det; teksten kan nevne personer."), DIALOGUE),
            "by": Kept(_("Vise hvem som la inn eller sendte forespørselen."), WITH_CASE),
            "closed_by": Kept(_("Vise hvem som avsluttet forespørselen."), WITH_CASE),
        },
        others=(
            "id", "version", "county", "title", "asker", "country", "address", "programme", "call", "theme", "wanted",
            "language", "answer_by", "state", "made_at", "sent_in", "question", "closed_at",
        ),
        since="made_at",
        of=("by", "closed_by", "email"),
    )  # fmt: skip

    class Meta:
        ordering = ("answer_by", "pk")
        constraints = [
            models.CheckConstraint(name="partner_request_state_is_known", condition=Q(state__in=RequestState.values)),
            models.CheckConstraint(name="partner_request_role_is_known", condition=Q(wanted__in=Wanted.values)),
            models.CheckConstraint(
                name="a_closed_partner_request_says_when",
                condition=Q(state=RequestState.CLOSED, closed_at__isnull=False)
                | (~Q(state=RequestState.CLOSED) & Q(closed_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def overdue(self) -> bool:
        return self.answer_by < timezone.localdate()


class PartnerAsked(models.Model):
    """A municipality that was asked, why it was, and what it says; one answer for each municipality."""

    request = models.ForeignKey(PartnerRequest, on_delete=models.CASCADE, related_name="asked")
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    because = models.JSONField(default=list, blank=True, help_text="Words: why it may fit, as it was seen then")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=4, choices=PartnerAnswer, blank=True)
    more = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        {
            "more": Kept(_("Vise hva kommunen svarte; teksten kan nevne personer."), DIALOGUE),
            "asked_by": Kept(_("Vise hvem som spurte kommunen."), WITH_CASE),
            "by": Kept(_("Vise hvem som svarte for kommunen."), WITH_CASE),
        },
        others=("id", "request", "municipality", "because", "asked_at", "reminded_at", "answer", "at"),
        since="asked_at",
    )

    class Meta:
        ordering = ("municipality__name", "pk")
        verbose_name_plural = "partners asked"
        constraints = [
            models.UniqueConstraint(name="a_municipality_is_asked_once", fields=["request", "municipality"]),
            models.CheckConstraint(
                name="a_partner_answer_says_when",
                condition=Q(answer="", at__isnull=True) | (Q(answer__in=PartnerAnswer.values) & Q(at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id}: {self.answer or '-'}"
