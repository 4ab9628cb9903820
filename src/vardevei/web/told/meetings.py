"""Problems of meetings."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "meeting-ends-first": Told(
        400,
        _("Møtet slutter før det begynner."),
        _("Slutten må komme etter begynnelsen."),
        _("Rett klokkeslettet."),
    ),
    "meeting-without-time": Told(
        409,
        _("Ingen kan melde seg på ennå."),
        _("Møtet har ikke noe tidspunkt."),
        _("Bestem først når det er."),
    ),
    "meeting-known": Told(
        409,
        _("Møtet kan ikke fjernes."),
        _("Sakslisten er sendt, eller noe er skrevet om det."),
        _("Endre det i stedet."),
    ),
    "meeting-over": Told(
        409,
        _("Møtet er over."),
        _("Det settes ikke flere saker på sakslisten."),
        _("Foreslå saken til neste møte."),
    ),
    "meeting-nobody": Told(
        409,
        _("Ingen ville få brevet."),
        _("Ingen med e-postadresse er kalt inn til møtet."),
        _("Kall inn noen først."),
    ),
    "agenda-empty": Told(
        409,
        _("Sakslisten er tom."),
        _("Det er ingenting å sende."),
        _("Sett opp en sak først."),
    ),
    "item-written-about": Told(
        409,
        _("Saken kan ikke tas av sakslisten."),
        _("Noe er skrevet om den i referatet."),
        _("Ta bort det først hvis det er feil."),
    ),
    "attendee-nobody": Told(
        400, _("Ingen er nevnt."), _("Det trengs et navn eller en adresse."), _("Skriv en av dem.")
    ),
    "minutes-approved": Told(
        409,
        _("Referatet er godkjent."),
        _("Et godkjent referat endres ikke."),
        _("Skriv et tillegg i stedet. Det står under referatet med dato."),
    ),
    "minutes-not-approved": Told(
        409,
        _("Referatet er ikke godkjent ennå."),
        _("Det kan fortsatt endres."),
        _("Endre det i stedet for å skrive et tillegg."),
    ),
    "minutes-not-ready": Told(
        409,
        _("Referatet er ikke godkjent."),
        _("Bare godkjente referater sendes."),
        _("Godkjenn det først."),
    ),
    "minutes-empty": Told(
        409,
        _("Det er ikke noe referat å godkjenne."),
        _("Ingenting er skrevet om noen sak."),
        _("Skriv hva som ble sagt, først."),
    ),
    "resolution-number-taken": Told(
        409,
        _("Vedtaket fikk ikke noe nummer."),
        _("Flere førte inn vedtak samtidig."),
        _("Prøv igjen."),
    ),
}
