"""Words for organisations."""

from django.db import models


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
