"""Problems of the memo."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "contribution-not-yours": Told(
        403,
        _("Du kan ikke gi innspill til notatet."),
        _("Innspill leses av alle, og gis av folk med egen konto."),
        _("Logg inn med din egen konto."),
    ),
    "section-without-title": Told(
        400,
        _("Delen mangler overskrift."),
        _("Overskriften står i innholdslisten, og leserne finner delen ved hjelp av den."),
        _("Skriv en overskrift."),
    ),
    "section-taken-out": Told(
        409,
        _("Denne delen er ikke lenger i notatet."),
        _("Den ble tatt ut etter at siden ble åpnet."),
        _("Gi innspill til en annen del."),
    ),
    "contribution-without-why": Told(
        400,
        _("Svaret mangler begrunnelse."),
        _("Den som ga innspillet, skal kunne lese hvorfor."),
        _("Skriv noen ord og prøv igjen."),
    ),
    "contribution-answered": Told(
        409,
        _("Noen har svart på innspillet allerede."),
        _("Det har fått samme svar, eller det er med i en utgave."),
        _("Last siden på nytt."),
    ),
    "figure-not-for-memo": Told(
        400,
        _("Figuren kan ikke stå i notatet."),
        _("Ingen har sagt hvilke kolonner som skal vises."),
        _("Velg en annen figur."),
    ),
    "edition-nothing-new": Told(
        409,
        _("Notatet er slik det var i forrige utgave."),
        _("En ny utgave ville blitt lik."),
        _("Endre noe først."),
    ),
    "edition-before-the-last": Told(
        400,
        _("Dagen er før dagen til forrige utgave."),
        _("Utgavene må stå i rekkefølge."),
        _("Velg samme dag eller en senere."),
    ),
    "edition-meanwhile": Told(
        409,
        _("Noen andre har nettopp gitt ut en utgave."),
        _("Nummeret er tatt."),
        _("Se hva den utgaven inneholder, og gi ut på nytt hvis det fortsatt trengs."),
    ),
    "edition-not-there": Told(
        404,
        _("Utgaven finnes ikke."),
        _("Det er ikke gitt ut noen utgave med dette nummeret."),
        _("Se listen over utgaver."),
    ),
    "memo-not-loaded": Told(
        404,
        _("Notatet er ikke lagt inn ennå."),
        _("Det følger med de innebygde opplysningene."),
        _("Den som drifter nettstedet, kjører «vardevei facts»."),
    ),
}
