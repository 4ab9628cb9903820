"""Who is in a workspace: a person, or an organisation with all who work there."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Limit, Personal
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models.workspace import Workspace

MEMBERSHIP = Limit("membership", _("To år etter at personen ikke lenger er med."), 2 * 365)


class MemberQuerySet(models.QuerySet["Member"]):
    def now(self) -> Self:
        """Those who are in, and not only asked."""
        return self.filter(state=MemberState.IN)

    def asked(self) -> Self:
        return self.filter(state=MemberState.INVITED)


class Member(models.Model):
    """One person's or one organisation's part in a workspace. A person may be in it on behalf of an organisation; a row
    without a person is the organisation itself, and then its contacts and colleagues take part."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    named = models.BooleanField(default=False, help_text="It is a person, also when the person is erased")
    part = models.CharField(max_length=10, choices=Part, default=Part.MEMBER)
    state = models.CharField(max_length=10, choices=MemberState, default=MemberState.IN)
    added_at = models.DateTimeField(default=timezone.now, help_text="When the person was invited, or put in")
    added_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Vite hvem som er med."), MEMBERSHIP),
            "added_by": Kept(_("Vise hvem som inviterte."), WITH_CASE),
        },
        others=(
            "id",
            "workspace",
            "organisation",
            "named",
            "part",
            "state",
            "added_at",
            "reminded_at",
            "answered_at",
            "left_at",
        ),
        since="left_at",
        of=("person",),
    )

    class Meta:
        ordering = ("workspace", "part", "pk")
        constraints = [
            models.CheckConstraint(name="member_part_is_known", condition=Q(part__in=Part.values)),
            models.CheckConstraint(name="member_state_is_known", condition=Q(state__in=MemberState.values)),
            models.CheckConstraint(
                name="a_member_is_somebody",
                condition=Q(named=True) | (Q(person__isnull=True) & Q(organisation__isnull=False)),
            ),
            models.UniqueConstraint(name="a_person_is_a_member_once", fields=["workspace", "person"]),
            models.UniqueConstraint(
                name="an_organisation_is_a_member_once",
                fields=["workspace", "organisation"],
                condition=Q(named=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation or _("En som er slettet"))
