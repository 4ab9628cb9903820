"""A human being: with an account or only known by name and address."""

from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models.versioned import Versioned
from vardevei.core.personal import IN_USE, Kept, Personal


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, email: str | None) -> "Person":
        return self.get(email__iexact=(email or "").strip())

    def present(self) -> models.QuerySet["Person"]:
        """Everyone who has not been erased."""
        return self.filter(erased_at__isnull=True)

    def create_user(self, email: str | None = None, password: str | None = None, **fields: Any) -> "Person":
        """A person; without a password nobody can sign in with one. `email` None when only the name is known."""
        person = self.model(email=(email or "").strip().lower() or None, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(Versioned, AbstractBaseUser):
    """A human being we write to or who signs in. What they may do follows from roles at organisations.

    The version grows also when a title in a role does: the form about a contact holds both.
    """

    email = models.EmailField(unique=True, null=True, blank=True, help_text="Lower case; none when not known")
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    form = models.CharField(
        max_length=2, choices=LanguageForm, blank=True, help_text="Chosen by the person; none: the municipality's"
    )
    created_at = models.DateTimeField(default=timezone.now)
    bounced_at = models.DateTimeField(null=True, blank=True, help_text="When a letter to the address came back")
    bounce_reason = models.TextField(blank=True)
    no_news_since = models.DateTimeField(null=True, blank=True, help_text="Has stopped news; notices still come")
    warned_at = models.DateTimeField(null=True, blank=True, help_text="When a letter said that we will erase")
    is_active = models.BooleanField(default=True)
    made_up = models.BooleanField(default=False, help_text="Belongs to the demonstration; no letter leaves the house")
    erased_at = models.DateTimeField(null=True, blank=True)

    _address: str | None  # as the database has it
    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    personal = Personal(
        {
            "email": Kept(_("Sende brev og logge inn."), IN_USE),
            "name": Kept(_("Vise hvem som er kontakt og hvem som gjorde hva."), IN_USE),
            "phone": Kept(_("Ringe kontakten."), IN_USE),
            "form": Kept(_("Skrive til personen i den målformen personen har valgt."), IN_USE),
            "password": Kept(_("Logge inn; lagret slik at det ikke kan leses."), IN_USE, secret=True),
            "last_login": Kept(_("Finne kontoer som ikke er i bruk."), IN_USE),
            "created_at": Kept(_("Vite når personen ble lagt inn."), IN_USE),
            "bounced_at": Kept(_("Vise at adressen ikke virker."), IN_USE),
            "bounce_reason": Kept(_("Vise hvorfor adressen ikke virker."), IN_USE),
            "no_news_since": Kept(_("Ikke sende nyheter til den som har sagt nei."), IN_USE),
            "warned_at": Kept(_("Si fra før en ubrukt person blir slettet."), IN_USE),
        },
        others=("id", "version", "is_active", "made_up", "erased_at"),
    )

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_for_each_address"),
            models.CheckConstraint(
                name="an_erased_person_has_no_name_or_address",
                condition=Q(erased_at__isnull=True) | Q(email__isnull=True, name="", phone=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or str(_("en slettet person"))

    def clean(self) -> None:
        """Addresses are kept in lower case, so that one person is not two."""
        self.email = (self.email or "").strip().lower() or None

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        person = super().from_db(*args, **kwargs)
        person._address = person.__dict__.get("email")
        return person

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        if self.bounced_at and self.__dict__.get("_address", self.email) != self.email:
            self._clear_bounce(kwargs)
        super().save(*args, **kwargs)
        self._address = self.email

    def _clear_bounce(self, saving: dict[str, Any]) -> None:
        """A new address has not failed yet."""
        self.bounced_at, self.bounce_reason = None, ""
        if saving.get("update_fields") is not None:
            saving["update_fields"] = {*saving["update_fields"], "bounced_at", "bounce_reason"}

    def written_to(self) -> Self | None:
        """The person, when a letter can reach her."""
        return self if self.email and self.erased_at is None else None
