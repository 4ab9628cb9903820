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


class Rhythm(models.TextChoices):
    """How often letters about what is new may come; a letter with nothing new never does."""

    DAILY = "daily", _("Hver dag det er noe nytt")
    WEEKLY = "weekly", _("Hver mandag, hvis det er noe nytt")


class Told(models.TextChoices):
    """What somebody wants to be told of."""

    NEW = "new", _("Nye utlysninger, og når de åpner")
    DATES = "dates", _("Frister som blir flyttet, og utlysninger som blir tatt bort")
    OTHER = "other", _("Andre endringer: beløp, tittel og tekst")
