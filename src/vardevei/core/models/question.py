"""One question that a letter carries, and what each receiver answered."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm, QuestionKind
from vardevei.core.models.letter import Letter
from vardevei.core.models.person import Person
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal

Words = dict[str, str]  # form of language -> the words in it


class Question(models.Model):
    """One question in three forms of language, answered from the letter itself until it closes."""

    code = models.SlugField(max_length=60, blank=True, help_text="Names what an answer does; none: it is only kept")
    words = models.JSONField(help_text='{"nb": "…", "nn": "…", "en": "…"}')
    kind = models.CharField(max_length=10, choices=QuestionKind)
    choices = models.JSONField(default=list, help_text='[{"value": "yes", "nb": "Ja", "nn": "Ja", "en": "Yes"}, …]')
    more = models.JSONField(default=dict, help_text='What is asked after a choice: {"no": {"nb": "Hvem er det?", …}}')
    deadline = models.DateField(null=True, blank=True, help_text="The last day it can be answered")
    closed_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=12, blank=True, help_text="Id of the county or municipality that asks")
    about = models.CharField(max_length=80, blank=True, help_text='"organisations.mailing:12"')
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {"asked_by": Kept(_("Vise hvem som spurte."), WITH_CASE)},
        others=(
            "id",
            "code",
            "words",
            "kind",
            "choices",
            "more",
            "deadline",
            "closed_at",
            "place",
            "about",
            "asked_at",
        ),
    )

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.CheckConstraint(name="question_kind_is_known", condition=Q(kind__in=QuestionKind.values)),
        ]

    def __str__(self) -> str:
        return self.said("nb")

    def said(self, form: str) -> str:
        """The question in a form of language."""
        return said(self.words, form)

    def options(self, form: str) -> list[tuple[str, str]]:
        """(value, words) of each answer that can be chosen."""
        return [(choice["value"], said(choice, form)) for choice in self.choices]

    def option(self, value: str, form: str) -> str:
        """The words of an answer; a written one is its own words."""
        return dict(self.options(form)).get(value, value)

    def asks_more(self, value: str, form: str) -> str:
        """What is asked after this answer was chosen; nothing for most."""
        return said(self.more.get(value, {}), form)

    @property
    def open(self) -> bool:
        late = self.deadline is not None and self.deadline < timezone.localdate()
        return self.closed_at is None and not late


def said(words: dict[str, Any], form: str) -> str:
    """The words in the form, or in one that reads almost the same."""
    order = (form, LanguageForm.BOKMAL, LanguageForm.NYNORSK, LanguageForm.ENGLISH)
    return next((str(words[one]) for one in order if words.get(one)), "")


class Answer(models.Model):
    """What one receiver of a letter answered; the last answer holds, and the log has them all."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=12, blank=True, help_text="Id of the municipality that is answered for")
    value = models.TextField()
    more = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "person": Kept(_("Vise hvem som svarte."), DIALOGUE),
            "value": Kept(_("Bruke svaret."), DIALOGUE),
            "more": Kept(_("Bruke svaret."), DIALOGUE),
            "at": Kept(_("Vise når det ble svart."), DIALOGUE),
        },
        others=("id", "question", "letter", "place"),
        since="at",
    )

    class Meta:
        ordering = ("question", "-at", "-pk")
        constraints = [models.UniqueConstraint(name="one_answer_for_each_letter", fields=["question", "letter"])]

    def __str__(self) -> str:
        return f"{self.place}: {self.value}"
