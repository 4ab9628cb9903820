"""Words for projects and participations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkState(models.TextChoices):
    """Whether a participant is a municipality or county council."""

    PLACED = "placed"  # it is, and we know which one
    NOT_OURS = "not-ours"  # a company, a university, an enterprise of a municipality
    DOUBTFUL = "doubtful"  # perhaps; the candidates wait for a person


class Relation(models.TextChoices):
    """How the participant hangs together with the municipality or county council it is linked to."""

    SELF = "self"
    SUBUNIT = "subunit"  # a department or a school: the municipality itself
    ENTERPRISE = "enterprise"  # a KF: the municipality in law, but counted apart
    IMPLICIT = "implicit"  # its name tells of a municipal task, but not whose
    NONE = "none"


class Role(models.TextChoices):
    COORDINATOR = "coordinator"
    PARTICIPANT = "participant"
    THIRD_PARTY = "third-party"
    INTERNATIONAL_PARTNER = "international-partner"
    ASSOCIATED = "associated"
    UNKNOWN = ""


class ImportState(models.TextChoices):
    APPLIED = "applied"
    FAILED = "failed"


class Aside(models.TextChoices):
    """Rejected: not imported. Note: imported, with something left out."""

    REJECTED = "rejected"
    NOTE = "note"


class Evidence(models.TextChoices):
    """Who says so, when somebody puts in a participation by hand."""

    LINK = "link"
    DOCUMENT = "document"
    TOLD = "told"  # the municipality said it, on a day


class Shared(models.TextChoices):
    """Who may read a challenge besides those who work in the municipality."""

    PRIVATE = "private", _("Bare kommunen")
    COUNTY = "county", _("Kommunen og fylket")
    OPEN = "open", _("Alle")


BY_HAND = "by-hand"  # the source of what is put in by hand
OURS = (Relation.SELF, Relation.SUBUNIT)
ORGANISATION, NOT_OURS = "organisation", "not-ours"
VALUES = ("name", "organisation_number", "role", "signed", "start", "end", "amount", "address_municipality", "town")
CORRECTABLE = (ORGANISATION, NOT_OURS, *VALUES)
