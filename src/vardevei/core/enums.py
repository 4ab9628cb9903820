"""Words that several rooms use."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageForm(models.TextChoices):
    """The form a person or a municipality reads: the code is Django's language code."""

    BOKMAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")
    ENGLISH = "en", _("Engelsk")
