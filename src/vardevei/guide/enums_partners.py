"""The words of partner requests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    """How far a partner request has come."""

    UNCONFIRMED = "unconfirmed", _("Ikke bekreftet")
    ARRIVED = "arrived", _("Ny")
    OPEN = "open", _("Åpen")
    CLOSED = "closed", _("Avsluttet")


class Wanted(models.TextChoices):
    """The role that the partner is wanted for."""

    PARTNER = "partner", _("Partner")
    LEAD = "lead", _("Hovedpartner")
    ASSOCIATED = "associated", _("Assosiert partner")
    ANY = "any", _("Ikke avgjort")


class PartnerAnswer(models.TextChoices):
    """What a municipality says."""

    YES = "yes", _("Ja, vi er interessert")
    NO = "no", _("Nei")
    MORE = "more", _("Fortell mer")
