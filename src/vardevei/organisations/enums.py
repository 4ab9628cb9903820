"""Words for organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    MUNICIPALITY = "municipality"
    COUNTY = "county"


class NameLanguage(models.TextChoices):
    NORWEGIAN = "norwegian"
    SAMI = "sami"
    KVEN = "kven"


class SuccessionKind(models.TextChoices):
    MERGED = "merged"
    SPLIT = "split"


class Channel(models.TextChoices):
    """How the county and a municipality were in contact."""

    PHONE = "phone", _("Telefon")
    MEETING = "meeting", _("Møte")
    MAIL = "mail", _("E-post")
    VISIT = "visit", _("Besøk")
    NOTE = "note", _("Notat")


class HasStrategy(models.TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nei")
    UNKNOWN = "unknown", _("Vet ikke")
