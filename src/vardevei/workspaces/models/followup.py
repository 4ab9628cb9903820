"""What somebody shall do after a meeting, a talk or a survey; and what somebody outside has ordered."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import DIALOGUE, WITH_CASE, Kept, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import FollowUpState
from vardevei.workspaces.models.workspace import Workspace


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> Self:
        return self.filter(state=FollowUpState.OPEN)

    def overdue(self, today: date | None = None) -> Self:
        return self.open().filter(due__lt=today or timezone.localdate())

    def active(self) -> Self:
        """In workspaces that are not archived."""
        return self.filter(workspace__archived_at__isnull=True)


class FollowUp(Versioned):
    """Something somebody in a workspace shall do: what, who, by when, and from where. An *order* also has a sender and
    a wanted answer, and is closed by an answer only."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="followups")
    what = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    who = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField()
    state = models.CharField(max_length=10, choices=FollowUpState, default=FollowUpState.OPEN)
    origin = models.CharField(max_length=80, blank=True, help_text='Where it comes from: "workspaces.agendaitem:12"')
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    told_on = models.DateField(null=True, blank=True, help_text="When whoever has it was last written to")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True, help_text="A word on how it went, or why it was dropped")
    is_order = models.BooleanField(default=False)
    sender = models.CharField(max_length=200, blank=True, help_text="Who ordered it")
    ordered_on = models.DateField(null=True, blank=True)
    wanted_answer = models.TextField(blank=True, help_text="What whoever ordered it wants to know")
    answer = models.TextField(blank=True)

    objects = FollowUpQuerySet.as_manager()

    personal = Personal(
        {
            "what": Kept(_("Huske hva som skal gjøres."), DIALOGUE),
            "text": Kept(_("Huske hva som skal gjøres."), DIALOGUE),
            "who": Kept(_("Vise hvem som skal gjøre det."), WITH_CASE),
            "by": Kept(_("Vise hvem som ga oppfølgingen."), WITH_CASE),
            "done_by": Kept(_("Vise hvem som gjorde det."), WITH_CASE),
            "outcome": Kept(_("Huske hvordan det gikk."), DIALOGUE),
            "sender": Kept(_("Vite hvem som skal ha svar på bestillingen."), DIALOGUE),
            "wanted_answer": Kept(_("Vite hva bestillingen spør om."), DIALOGUE),
            "answer": Kept(_("Vise hva bestilleren fikk til svar."), DIALOGUE),
        },
        others=(
            "id",
            "version",
            "workspace",
            "organisation",
            "due",
            "state",
            "origin",
            "made_at",
            "told_on",
            "done_at",
            "is_order",
            "ordered_on",
        ),
        since="made_at",
    )

    class Meta:
        ordering = ("due", "pk")
        indexes = [
            models.Index(fields=["workspace", "state", "due"]),
            models.Index(fields=["state", "due"]),
        ]
        constraints = [
            models.CheckConstraint(name="followup_state_is_known", condition=Q(state__in=FollowUpState.values)),
            models.CheckConstraint(
                name="only_an_ended_followup_has_an_end",
                condition=~Q(state="open") | Q(done_at__isnull=True, outcome="", answer=""),
            ),
            models.CheckConstraint(
                name="only_an_order_has_a_sender",
                condition=Q(is_order=True) | Q(sender="", ordered_on__isnull=True, wanted_answer="", answer=""),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def open(self) -> bool:
        return self.state == FollowUpState.OPEN

    @property
    def overdue(self) -> bool:
        return self.open and self.due < timezone.localdate()
