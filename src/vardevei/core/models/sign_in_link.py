"""A link that lets one address in, once."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models.person import Person
from vardevei.core.personal import A_DAY, Gone, Kept, Personal


class SignInLink(models.Model):
    """Whoever opens it reads the post of the address. Only a fingerprint of its secret is kept, so no copy of the
    database lets anybody in. With `person` it is that person's new address that is being confirmed."""

    email = models.EmailField(help_text="Lower case; the link is worth nothing for another address")
    fingerprint = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    next = models.CharField(max_length=500, blank=True, help_text="Where the reader was going")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        {
            "email": Kept(_("Slippe inn den som leser posten til adressen."), A_DAY),
            "person": Kept(_("Bytte e-postadresse når den nye er bekreftet."), A_DAY),
        },
        others=("id", "fingerprint", "next", "made_at", "expires_at", "used_at"),
        since="expires_at",
        of=("email", "person"),
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = [models.Index(fields=["expires_at"])]
        constraints = [
            models.CheckConstraint(name="a_link_ends_after_it_was_made", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="a_link_is_used_while_it_lasts",
                condition=Q(used_at__isnull=True) | Q(used_at__lte=F("expires_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"link to {self.email}, until {self.expires_at:%Y-%m-%d %H:%M}"
