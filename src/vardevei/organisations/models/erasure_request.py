"""A person asks to be erased."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.personal import SHORT, WITH_CASE, Kept, Personal


class ErasureRequest(models.Model):
    """A person asks to be erased, and there is a duty to keep that an administrator must look at first."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="erasure_requests")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    erased = models.BooleanField(null=True, help_text="The answer; none while it waits or when it was withdrawn")
    answer = models.TextField(blank=True, help_text="Why it was not done")

    personal = Personal(
        {
            "person": Kept(_("Vite hvem som ber om å bli slettet."), WITH_CASE),
            "answered_by": Kept(_("Vise hvem som svarte."), WITH_CASE),
            "answer": Kept(_("Si hvorfor det ikke ble gjort."), SHORT),
        },
        others=("id", "asked_at", "answered_at", "erased"),
        since="answered_at",
        of=("person",),
    )

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                name="one_open_erasure_request", fields=["person"], condition=Q(answered_at__isnull=True)
            ),
            models.CheckConstraint(
                name="an_erasure_is_answered_with_a_day",
                condition=Q(erased__isnull=True) | Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.asked_at:%Y-%m-%d}"
