"""Words of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SectionKind(models.TextChoices):
    """What a section of the memo is most of all."""

    TEXT = "text", _("Tekst")
    EXAMPLES = "examples", _("Eksempler")
    FIGURES = "figures", _("Figur")
    QUESTIONS = "questions", _("Spørsmål til diskusjon")
    TABLE = "table", _("Tabell")
    ANNEX = "annex", _("Vedlegg")


class ContributionState(models.TextChoices):
    """What came of a contribution to the memo."""

    OPEN = "open", _("Ikke svart på ennå")
    ACCEPTED = "accepted", _("Tatt med")
    DECLINED = "declined", _("Ikke tatt med")
