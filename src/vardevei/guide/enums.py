"""Words of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Found(models.TextChoices):
    """What a match or a suggestion points to."""

    CALL = "call", _("Utlysning")
    PROGRAMME = "programme", _("Program")
    EXAMPLE = "example", _("Eksempel")
    PROJECT = "project", _("Tidligere prosjekt")
    PARTNER = "partner", _("Mulig partner")


class Value(models.TextChoices):
    """What a person says of a match."""

    FITS = "fits", _("Passer")
    UNSURE = "unsure", _("Usikker")
    NOT = "not", _("Passer ikke")


class Side(models.TextChoices):
    """On whose behalf a verdict is given."""

    MUNICIPALITY = "municipality", _("Kommunen")
    COUNTY = "county", _("Fylket")


class Suggested(models.TextChoices):
    """What an adviser points to."""

    CALL = "call", _("Utlysning")
    PROGRAMME = "programme", _("Program")
    EXAMPLE = "example", _("Eksempel")
    PARTNER = "partner", _("Partner")
    NEIGHBOUR = "neighbour", _("Kommune å snakke med")


class Reply(models.TextChoices):
    """What a municipality answers to a suggestion."""

    FITS = "fits", _("Passer for oss")
    LATER = "later", _("Ikke nå")
    MORE = "more", _("Vil vite mer")
