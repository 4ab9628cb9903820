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


class ExampleState(models.TextChoices):
    """Where an example stands for its readers. While it is published, a new revision goes its own way."""

    UNCONFIRMED = "unconfirmed", _("Venter på bekreftelse fra den som foreslo det")
    PROPOSAL = "proposal", _("Til vurdering i fylket")
    RETURNED = "returned", _("Sendt tilbake med spørsmål")
    DECLINED = "declined", _("Ikke tatt inn")
    AT_NETWORK = "at-network", _("Til vurdering i nettverket")
    PUBLISHED = "published", _("Publisert")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")


class RevisionState(models.TextChoices):
    """Where one revision stands: on its way through the reviews, in place, or past."""

    UNCONFIRMED = "unconfirmed", _("Venter på bekreftelse fra den som skrev den")
    PROPOSAL = "proposal", _("Til vurdering i fylket")
    RETURNED = "returned", _("Sendt tilbake med spørsmål")
    DECLINED = "declined", _("Ikke tatt inn")
    AT_NETWORK = "at-network", _("Til vurdering i nettverket")
    PUBLISHED = "published", _("Publisert")
    REPLACED = "replaced", _("Avløst av en nyere")
    WITHDRAWN = "withdrawn", _("Trukket")


class Model(models.TextChoices):
    """What an example is most of all: the way it is done."""

    SUPPORT_SCHEME = "support-scheme", _("Støtteordning")
    NETWORK = "network", _("Nettverk")
    PARTNERSHIP = "partnership", _("Partnerskap")
    COURSE = "course", _("Kurs og kompetanseprogram")
    GROUP_MOBILITY = "group-mobility", _("Studietur og utveksling i gruppe")
    SEMINAR = "seminar", _("Seminar")
    FORUM = "forum", _("Forum")
    SCHOOL_NETWORK = "school-network", _("Skolenettverk")
    STRATEGY = "strategy", _("Strategi")
    OTHER = "other", _("Annet")


class Dimension(models.TextChoices):
    """What a regional developer does: gives direction, mobilises, coordinates."""

    DIRECTION = "direction", _("Gi retning")
    MOBILISE = "mobilise", _("Mobilisere")
    COORDINATE = "coordinate", _("Samordne")


class ReviewChoice(models.TextChoices):
    """What an editor says of a revision."""

    ASK = "ask", _("Be om mer")
    DECLINE = "decline", _("Ikke ta det inn")
    ACCEPT = "accept", _("Godta")


class StrategyKind(models.TextChoices):
    """What was adopted."""

    INTERNATIONAL = "international", _("Internasjonal strategi")
    SMART = "smart", _("Smartstrategi")
    CLIMATE = "climate", _("Klimaplan")
    RESOLUTION = "resolution", _("Vedtak")
    OTHER = "other", _("Annen strategi")


class Theme(models.TextChoices):
    """What a strategy is about."""

    BUSINESS = "business", _("Næring og innovasjon")
    CLIMATE = "climate", _("Klima og miljø")
    CULTURE = "culture", _("Kultur og frivillighet")
    DIGITAL = "digital", _("Digitalisering")
    EDUCATION = "education", _("Skole og opplæring")
    HEALTH = "health", _("Helse og velferd")
    REGION = "region", _("Regional utvikling")
    RESEARCH = "research", _("Forskning")
    TRANSPORT = "transport", _("Samferdsel")
    YOUTH = "youth", _("Ungdom")


class AdoptionState(models.TextChoices):
    """How far an organisation has come in doing as an example did."""

    CONSIDERING = "considering", _("Vurderer det")
    UNDER_WAY = "under-way", _("I gang")
    IN_USE = "in-use", _("Tatt i bruk")
    STOPPED = "stopped", _("Stoppet")


FOLLOWS = (AdoptionState.UNDER_WAY, AdoptionState.IN_USE)
