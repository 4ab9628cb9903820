"""Who has which role, where, and since when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import IN_USE, WITH_CASE, Kept, Personal
from vardevei.organisations.models.organisation import Organisation
from vardevei.organisations.models.period import Period, PeriodQuerySet
from vardevei.organisations.roles import BY_CODE, RoleCode, RoleKind

WHOLE_SITE = (RoleCode.NETWORK_EDITOR, RoleCode.ADMINISTRATOR)


class RoleQuerySet(PeriodQuerySet):
    def now(self) -> Self:
        """In force today."""
        return self.at(timezone.localdate())

    def contacts(self) -> Self:
        return self.filter(code=RoleCode.CONTACT)


class Role(Period):
    """One person's role at one organisation, for a period; an ended role is kept, so that the past has its names."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="roles", help_text="None: the site"
    )
    code = models.CharField(max_length=20, choices=RoleCode)
    title = models.CharField(max_length=120, blank=True, help_text="What the person is called at work")
    confirmed_on = models.DateField(null=True, blank=True, help_text="When somebody last said that it is right")
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = RoleQuerySet.as_manager()

    personal = Personal(
        {
            "person": Kept(_("Vite hvem som svarer for kommunen eller arbeider med saken."), IN_USE),
            "title": Kept(_("Skrive riktig tittel."), IN_USE),
            "confirmed_on": Kept(_("Vise når opplysningene sist ble bekreftet."), IN_USE),
            "given_by": Kept(_("Vise hvem som ga rollen."), WITH_CASE),
            "start": Kept(_("Vise fra når."), IN_USE),
            "end": Kept(_("Vise til når, og «ledig siden»."), IN_USE),
        },
        others=("id", "organisation", "code", "given_at"),
    )

    class Meta(Period.Meta):
        ordering = ("organisation", "code", "start", "pk")
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                name="one_open_role_of_a_kind",
                fields=["person", "organisation", "code"],
                condition=Q(end__isnull=True),
            ),
            models.UniqueConstraint(
                name="one_open_role_for_the_site",
                fields=["person", "code"],
                condition=Q(end__isnull=True, organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="only_the_sites_own_roles_have_no_organisation",
                condition=Q(organisation__isnull=True, code__in=WHOLE_SITE)
                | (Q(organisation__isnull=False) & ~Q(code__in=WHOLE_SITE)),
            ),
            models.CheckConstraint(name="role_is_known", condition=Q(code__in=RoleCode.values)),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.code} {self.organisation or ''}".strip()

    @property
    def kind(self) -> RoleKind:
        return BY_CODE[RoleCode(self.code)]

    def is_open(self, day: date | None = None) -> bool:
        day = day or timezone.localdate()
        return (self.start is None or self.start <= day) and (self.end is None or self.end >= day)
