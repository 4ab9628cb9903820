"""A person asks to work for a municipality."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import SHORT, WITH_CASE, Kept, Personal
from vardevei.organisations.enums import JoinState
from vardevei.organisations.models.organisation import Organisation
from vardevei.organisations.roles import BY_CODE, RoleCode, RoleKind


class JoinRequest(models.Model):
    """A person asks to work for a municipality; somebody there, or its county, says yes or no."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="join_requests")
    code = models.CharField(max_length=20, choices=RoleCode)
    reason = models.TextField(blank=True, help_text="Why the person asks; empty 30 days after the answer")
    state = models.CharField(max_length=20, choices=JoinState, default=JoinState.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)

    personal = Personal(
        {
            "person": Kept(_("Vite hvem som ber om å få være med."), WITH_CASE),
            "reason": Kept(_("Kunne svare."), SHORT),
            "answer": Kept(_("Si hvorfor svaret ble slik."), SHORT),
            "answered_by": Kept(_("Vise hvem som svarte."), WITH_CASE),
        },
        others=("id", "organisation", "code", "state", "asked_at", "answered_at"),
        since="answered_at",
        of=("person",),
    )

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                name="one_open_request_at_a_place",
                fields=["person", "organisation"],
                condition=Q(state=JoinState.ASKED),
            ),
            models.CheckConstraint(name="join_request_state_is_known", condition=Q(state__in=JoinState.values)),
            models.CheckConstraint(
                name="an_open_request_has_no_answer",
                condition=~Q(state=JoinState.ASKED) | Q(answered_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.code} {self.organisation}"

    @property
    def kind(self) -> RoleKind:
        return BY_CODE[RoleCode(self.code)]
