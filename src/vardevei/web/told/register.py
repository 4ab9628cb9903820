"""Problems with the register of strategies, and with following examples."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "strategy-why": Told(
        400, _("Skriv hvorfor strategien tas bort."), _("Andre må kunne se grunnen."), _("Fyll inn feltet.")
    ),
    "strategy-not-yet": Told(
        400,
        _("Dagen for vedtaket har ikke vært ennå."),
        _("Registeret har det som er vedtatt."),
        _("Registrer strategien når den er vedtatt."),
    ),
    "strategy-backwards": Told(
        400, _("Strategien ville gått ut før den ble vedtatt."), "", _("Rett en av de to datoene.")
    ),
    "strategy-there": Told(
        409,
        _("Denne står i registeret fra før."),
        _("Organisasjonen har en strategi med samme tittel og dato."),
        _("Åpne den som er der, og endre den."),
    ),
    "strategy-gone": Told(409, _("Strategien er tatt ut av registeret."), "", _("Registrer den på nytt.")),
    "adoption-note": Told(
        400,
        _("Skriv hvordan fylket vet det."),
        _("Bare de som arbeider der, kan si det uten en merknad."),
        _("Skriv hvem som har sagt det, og når."),
    ),
    "adoption-there": Told(
        409,
        _("Organisasjonen følger dette eksempelet fra før."),
        "",
        _("Åpne det som er meldt, og endre det."),
    ),
    "adoption-own": Told(
        400,
        _("Dette er organisasjonens eget eksempel."),
        _("En følger andres eksempel, ikke sitt eget."),
        _("Velg en annen organisasjon."),
    ),
    "adoption-later": Told(
        400,
        _("Dagen har ikke vært ennå."),
        _("Det som meldes, har hendt."),
        _("Skriv en dag som har vært, eller «Vurderer det»."),
    ),
    "adoption-stranger": Told(
        400,
        _("Den dere sier dere lærte av, følger ikke eksempelet."),
        "",
        _("Velg en som følger det, eller dem som har laget eksempelet."),
    ),
    "adoption-why": Told(
        400, _("Skriv hvorfor det tas tilbake."), _("Andre må kunne se grunnen."), _("Fyll inn feltet.")
    ),
    "adoption-gone": Told(409, _("Dette er tatt tilbake."), "", _("Meld det på nytt hvis det er riktig likevel.")),
    "adoption-closed": Told(
        409,
        _("Eksempelet er ikke publisert."),
        _("Bare det alle kan lese, kan følges."),
        _("Vent til det er publisert."),
    ),
}
