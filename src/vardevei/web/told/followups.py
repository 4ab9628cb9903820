"""Problems of follow-ups and orders."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "followup-for-a-stranger": Told(
        400,
        _("Denne kan ikke få oppfølgingen."),
        _("En oppfølging gis til noen som er med i arbeidsrommet."),
        _("Velg en av dem som er med, eller inviter dem først."),
    ),
    "followup-ended": Told(
        409,
        _("Oppfølgingen er lukket."),
        _("Det som er gjort eller droppet, blir stående som det var."),
        _("Åpne den igjen først."),
    ),
    "order-without-answer": Told(
        400,
        _("En bestilling lukkes med et svar."),
        _("Den som bestilte, venter på svar."),
        _("Skriv hva svaret ble."),
    ),
    "order-without-sender": Told(
        400,
        _("En bestilling har en avsender."),
        _("Noen skal ha svaret."),
        _("Skriv hvem som bestilte."),
    ),
    "only-an-order": Told(
        400,
        _("Bare en bestilling har avsender og ønsket svar."),
        _("Dette er ikke merket som en bestilling."),
        _("Merk det som en bestilling, eller ta bort det du skrev om den."),
    ),
}
