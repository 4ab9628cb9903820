"""The words of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallKind(models.TextChoices):
    """What kind of announcement it is."""

    TOPIC = "topic", _("Utlysning")
    PROPOSAL = "proposal", _("Utlysning for samarbeid utenfor EU")
    CASCADE = "cascade", _("Midler fra et EU-prosjekt")
    OTHER = "other", _("Annen utlysning")


class Standing(models.TextChoices):
    """How a call stands today. Never kept: it follows from the dates."""

    OPEN = "open", _("Åpen")
    FORTHCOMING = "forthcoming", _("Kommer")
    CLOSED = "closed", _("Fristen er ute")
    GONE = "gone", _("Tatt bort")
    UNKNOWN = "unknown", _("Uten datoer")


class ChangeKind(models.TextChoices):
    """What happened to a call. The last two follow from the dates and are not kept."""

    NEW = "new", _("Ny")
    BACK = "back", _("Lagt ut igjen")
    GONE = "gone", _("Tatt bort før fristen")
    DEADLINE = "deadline", _("Ny dato for fristen")
    NEXT_DEADLINE = "next-deadline", _("Neste frist")
    OPENING = "opening", _("Ny dato for åpning")
    BUDGET = "budget", _("Nytt beløp")
    TITLE = "title", _("Ny tittel")
    TEXT = "text", _("Ny tekst")
    IDENTIFIER = "identifier", _("Nytt nummer")
    OPENED = "opened", _("Åpnet")
    CLOSED = "closed", _("Fristen gikk ut")


KEPT = [kind for kind in ChangeKind if kind not in (ChangeKind.OPENED, ChangeKind.CLOSED)]
BY_HAND = "hand"
