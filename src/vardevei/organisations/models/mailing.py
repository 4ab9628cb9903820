"""A letter that a county writes to its municipalities: one text in each form, one letter for each contact."""

import re
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Question, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.enums import Asked
from vardevei.organisations.models.organisation import Organisation

HOLE = re.compile(r"\{\{.*?\}\}")
# The order in which a text is looked for when the receiver's own form was not written.
INSTEAD = {"nb": ("nb", "nn", "en"), "nn": ("nn", "nb", "en"), "en": ("en", "nb", "nn")}


class MailingQuerySet(models.QuerySet["Mailing"]):
    def sent(self) -> Self:
        return self.filter(sent_at__isnull=False)

    def drafts(self) -> Self:
        return self.filter(sent_at__isnull=True)


class Mailing(Versioned):
    """A letter from a county to the contacts of its municipalities: written, looked through, then sent once."""

    county = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    code = models.SlugField(max_length=60, blank=True, help_text="The built-in letter it began as")
    news = models.BooleanField(default=False, help_text="Can be stopped by the receiver; a notice cannot")
    subject_nb = models.CharField(max_length=200, blank=True)
    text_nb = models.TextField(blank=True)
    subject_nn = models.CharField(max_length=200, blank=True)
    text_nn = models.TextField(blank=True)
    subject_en = models.CharField(max_length=200, blank=True)
    text_en = models.TextField(blank=True)
    asks = models.CharField(max_length=10, choices=Asked, default=Asked.NOTHING)
    question_nb = models.CharField(max_length=200, blank=True)
    question_nn = models.CharField(max_length=200, blank=True)
    question_en = models.CharField(max_length=200, blank=True)
    choices_nb = models.TextField(blank=True, help_text="One on each line")
    choices_nn = models.TextField(blank=True, help_text="One on each line")
    choices_en = models.TextField(blank=True, help_text="One on each line")
    deadline = models.DateField(null=True, blank=True, help_text="The last day to answer")
    chosen = models.JSONField(default=list, help_text="Ids of the municipalities it goes to; none: all in the county")
    reminds = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="reminders")
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(default=timezone.now, help_text="When the county last looked at what came of it")

    objects = MailingQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som skrev."), WITH_CASE),
            "subject_nb": Kept(_("Vise hva som ble sendt."), DIALOGUE),
            "text_nb": Kept(_("Vise hva som ble sendt."), DIALOGUE),
            "subject_nn": Kept(_("Vise hva som ble sendt."), DIALOGUE),
            "text_nn": Kept(_("Vise hva som ble sendt."), DIALOGUE),
            "subject_en": Kept(_("Vise hva som ble sendt."), DIALOGUE),
            "text_en": Kept(_("Vise hva som ble sendt."), DIALOGUE),
        },
        others=(
            "id",
            "version",
            "county",
            "code",
            "news",
            "asks",
            "question_nb",
            "question_nn",
            "question_en",
            "choices_nb",
            "choices_nn",
            "choices_en",
            "deadline",
            "chosen",
            "reminds",
            "question",
            "begun_at",
            "sent_at",
            "seen_at",
        ),
        since="begun_at",
    )

    class Meta:
        ordering = ("-begun_at", "-pk")
        constraints = [
            models.CheckConstraint(name="mailing_asks_in_a_known_way", condition=Q(asks__in=Asked.values)),
        ]

    def __str__(self) -> str:
        """The subject as a title for the county: what differs between receivers is left open."""
        subject = self.subject_nb or self.subject_nn or self.subject_en
        return HOLE.sub("…", subject) or str(_("Uten emne"))

    def written_form(self, form: str) -> str:
        """The form that a receiver of this form gets: its own when it was written."""
        return next((one for one in INSTEAD[form] if self.subject(one) and self.text(one)), form)

    def subject(self, form: str) -> str:
        return str(getattr(self, f"subject_{form}"))

    def text(self, form: str) -> str:
        return str(getattr(self, f"text_{form}"))

    def asked(self, form: str) -> str:
        return str(getattr(self, f"question_{form}"))

    def choices(self, form: str) -> list[str]:
        lines = str(getattr(self, f"choices_{form}")).splitlines()
        return [line.strip() for line in lines if line.strip()]
