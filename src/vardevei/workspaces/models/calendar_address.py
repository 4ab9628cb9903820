"""The secret addresses that calendar programs read, since they do not sign in."""

from secrets import token_urlsafe

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Gone, Kept, Personal
from vardevei.workspaces.models.workspace import Workspace


def new_secret() -> str:
    return token_urlsafe(24)


class CalendarAddress(models.Model):
    """One person's own address to a calendar: a workspace's, or everything the person is signed up to. Whoever has the
    address sees what the person may see, so it can be exchanged for a new one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    secret = models.CharField(max_length=60, unique=True, default=new_secret)
    made_at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {
            "person": Kept(_("Vise kalenderen til den som har bedt om adressen."), WITH_CASE),
            "secret": Kept(_("Slippe inn kalenderprogrammet til personen."), WITH_CASE, secret=True),
        },
        others=("id", "workspace", "made_at"),
        of=("person",),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("person", "pk")
        constraints = [
            models.UniqueConstraint(name="one_calendar_address_for_a_workspace", fields=["person", "workspace"]),
            models.UniqueConstraint(
                name="one_calendar_address_for_all_of_mine", fields=["person"], condition=Q(workspace__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"calendar address of {self.person}"
