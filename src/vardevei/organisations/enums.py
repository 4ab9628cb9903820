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


class JoinState(models.TextChoices):
    """How far it has come when somebody asks to work for a municipality."""

    ASKED = "asked", _("Venter på svar")
    ACCEPTED = "accepted", _("Godtatt")
    DECLINED = "declined", _("Avslått")
    WITHDRAWN = "withdrawn", _("Trukket")


class InvitationEnd(models.TextChoices):
    """How an invitation ended."""

    ACCEPTED = "accepted", _("Godtatt")
    DECLINED = "declined", _("Takket nei")
    REVOKED = "revoked", _("Trukket tilbake")


class Asked(models.TextChoices):
    """What a county's letter asks its receivers."""

    NOTHING = "nothing", _("Ingenting")
    YES_NO = "yes-no", _("Et spørsmål med ja eller nei")
    CHOICE = "choice", _("Et spørsmål med svar å velge mellom")
    TEXT = "text", _("Et spørsmål med et kort skriftlig svar")


class LeftOut(models.TextChoices):
    """Why a letter does not go to a municipality's contact."""

    VACANT = "vacant", _("Har ingen kontakt")
    NO_ADDRESS = "no-address", _("Kontakten har ingen e-postadresse")
    BOUNCED = "bounced", _("Brev til adressen kommer i retur")
    NO_NEWS = "no-news", _("Har sagt nei til nyheter")
    ANSWERED = "answered", _("Har svart")
