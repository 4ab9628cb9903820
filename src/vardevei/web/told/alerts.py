"""Problems with alerts."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "alert-gone": Told(
        410,
        _("Dette varselet finnes ikke lenger."),
        _("Det er stoppet, eller ingen bekreftet det innen sju dager."),
        _("Du kan gjerne be om det på nytt."),
    ),
    "alert-of-nothing": Told(
        400,
        _("Velg minst én ting du vil ha beskjed om."),
        _("Et varsel uten noen av dem ville aldri sendt brev."),
        _("Velg nyheter eller en påminnelse."),
    ),
    "alerts-too-many": Told(
        409,
        _("Du har alt {most} varsler."),
        _("Flere er vanskelig å holde styr på."),
        _("Stopp et av dem først, eller gjør et av dem videre."),
    ),
}
