"""Problems with calls: those put in by hand, and files of them."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "calls-older": Told(
        400,
        _("Filen er eldre enn den som er i bruk."),
        _("En nyere er tatt i bruk etterpå."),
        _("Ingenting ble endret. Les inn filene i den rekkefølgen de ble laget."),
    ),
    "call-unsourced": Told(
        400,
        _("Utlysningen mangler tittel eller adresse."),
        _("De som leser, må kunne se den hos den som lyser ut."),
        _("Fyll inn begge."),
    ),
    "call-opens-late": Told(
        400,
        _("Utlysningen åpner etter den siste fristen."),
        "",
        _("Rett en av datoene."),
    ),
    "call-undated": Told(
        400,
        _("Utlysningen har verken frist eller dag for åpning."),
        _("Da kan vi ikke vise når den gjelder."),
        _("Fyll inn minst en av dem."),
    ),
    "call-withdrawal-unsigned": Told(
        400,
        _("Skriv hvorfor utlysningen trekkes."),
        _("Andre må kunne se grunnen."),
        _("Fyll inn feltet."),
    ),
    "call-from-a-source": Told(
        409,
        _("Denne utlysningen kommer fra en kilde og følger den."),
        _("Det du skriver her, ville blitt borte neste gang vi leser kilden."),
        _("Si fra til den som lyser ut om det som er feil."),
    ),
}
