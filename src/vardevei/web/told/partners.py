"""Problems with partner requests."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "partner-request-late": Told(
        422,
        _("Dagen de vil ha svar innen, har vært."),
        _("Da rekker ingen å svare."),
        _("Velg en senere dag."),
    ),
    "partner-request-over": Told(
        409,
        _("Fristen for å svare er ute."),
        _("Lenkene i brevene virker ikke lenger."),
        _("Sett en senere dag på forespørselen, eller avslutt den."),
    ),
    "partner-request-closed": Told(
        409,
        _("Forespørselen er avsluttet."),
        _("De som viste interesse, har fått vite hva det ble til."),
        _("Legg inn en ny hvis de spør igjen."),
    ),
    "partner-request-gone": Told(
        404,
        _("Partnerforespørselen finnes ikke lenger."),
        _("Den ble ikke bekreftet innen tretti dager."),
        _("Du kan gjerne sende den på nytt."),
    ),
}
