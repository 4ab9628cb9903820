"""What an adviser suggests to a municipality for its challenge, and what the municipality answers."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Question
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.guide.enums import Reply, Suggested
from vardevei.organisations.models import Organisation
from vardevei.projects.models import Challenge


class Suggestion(models.Model):
    """An adviser's word to a municipality: this one, because. It is answered from the letter."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=10, choices=Suggested)
    key = models.CharField(max_length=200, blank=True, help_text="As in a match; empty for what has no page here")
    title = models.CharField(max_length=500)
    why = models.TextField(max_length=2000)
    deadline = models.DateField(null=True, blank=True, help_text="Of what is suggested, or when to answer")
    county = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reply = models.CharField(max_length=10, choices=Reply, blank=True)
    reply_more = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "why": Kept(_("Vise kommunen hvorfor; teksten kan nevne personer."), WITH_CASE),
            "by": Kept(_("Vise hvem som foreslo det."), WITH_CASE),
            "reply_more": Kept(_("La fylket hjelpe videre; teksten kan nevne personer."), WITH_CASE),
            "replied_by": Kept(_("Vise hvem som svarte for kommunen."), WITH_CASE),
        },
        others=(
            "id", "challenge", "kind", "key", "title", "deadline", "county", "at", "question", "reply", "replied_at",
        ),
    )  # fmt: skip

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.CheckConstraint(name="suggestion_kind_is_known", condition=Q(kind__in=Suggested.values)),
            models.CheckConstraint(name="a_suggestion_says_why", condition=~Q(why="") & ~Q(title="")),
            models.CheckConstraint(name="a_reply_has_its_time", condition=Q(reply="") | Q(replied_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title
