"""A role offered by a link."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import SHORT, WITH_CASE, Kept, Personal
from vardevei.organisations.enums import InvitationEnd
from vardevei.organisations.models.organisation import Organisation
from vardevei.organisations.roles import BY_CODE, RoleCode, RoleKind

LASTS = timedelta(days=30)


def in_a_month() -> datetime:
    return timezone.now() + LASTS


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        """Those that can still be accepted."""
        return self.filter(ended_at__isnull=True, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """One role offered to one address by a link. Only a fingerprint of the link's secret is kept; it opens once."""

    email = models.EmailField(blank=True, help_text="Where it was sent; empty 30 days after it ran out")
    name = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="None: the site"
    )
    code = models.CharField(max_length=20, choices=RoleCode)
    until = models.DateField(null=True, blank=True, help_text="The last day of the role, when it has one")
    fingerprint = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in the link")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=in_a_month)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_how = models.CharField(max_length=10, choices=InvitationEnd, blank=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    personal = Personal(
        {
            "email": Kept(_("Sende invitasjonen."), SHORT),
            "name": Kept(_("Vise hvem som er invitert."), SHORT),
            "by": Kept(_("Vise hvem som inviterte."), WITH_CASE),
            "accepted_by": Kept(_("Vise hvem som sa ja."), WITH_CASE),
        },
        others=("id", "organisation", "code", "until", "fingerprint", "sent_at", "expires_at", "ended_at", "ended_how"),
        since="expires_at",
        of=("email", "accepted_by"),
    )

    class Meta:
        ordering = ("-sent_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="one_open_invitation_to_a_role",
                fields=["email", "organisation", "code"],
                condition=Q(ended_at__isnull=True) & ~Q(email=""),
            ),
            models.CheckConstraint(
                name="an_ended_invitation_says_how",
                condition=Q(ended_at__isnull=True, ended_how="") | (Q(ended_at__isnull=False) & ~Q(ended_how="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.organisation or ''}".strip()

    @property
    def kind(self) -> RoleKind:
        return BY_CODE[RoleCode(self.code)]

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.expires_at > timezone.now()
