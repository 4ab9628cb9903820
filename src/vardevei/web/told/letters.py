"""Problems with letters."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "no-address": Told(
        409,
        _("Vi har ingen adresse å skrive til for {name}."),
        _("Personen står uten e-postadresse her."),
        _("Legg inn adressen først."),
    ),
    "news-stopped": Told(
        409,
        _("{name} har sagt nei til nyheter."),
        _("Mottakeren bestemmer selv om nyheter skal komme."),
        _("La personen stå utenfor, eller send brevet som en beskjed hvis det er det."),
    ),
    "link-broken": Told(
        404,
        _("Denne lenken er ikke hel."),
        _("Noen e-postprogrammer deler lange lenker i to."),
        _("Åpne lenken fra brevet en gang til, eller kopier hele lenken."),
    ),
    "question-gone": Told(
        404,
        _("Dette spørsmålet finnes ikke lenger."),
        _("Den som spurte, har trukket det tilbake."),
        _("Svar på e-posten hvis du likevel har noe å si."),
    ),
    "question-closed": Told(
        409,
        _("Dette spørsmålet kan ikke besvares lenger."),
        _("Tiden for å svare er ute, eller spørsmålet er lukket."),
        _("Svar på e-posten hvis du likevel har noe å si."),
    ),
    "answer-missing": Told(
        400,
        _("Det er ikke noe svar å sende."),
        _("Ingenting er valgt eller skrevet, eller svaret er lengre enn {longest} tegn."),
        _("Gå tilbake, velg eller skriv et svar, og send det på nytt."),
    ),
    "receiver-gone": Told(
        404,
        _("Vi vet ikke lenger hvem dette brevet ble sendt til."),
        _("Personen er slettet, eller brevet er gammelt."),
        _("Du trenger ikke å gjøre noe: Det kommer ingen nyheter til deg herfra."),
    ),
    "letter-not-whole": Told(
        409,
        _("Brevet er ikke klart til å sendes."),
        "{faults}",
        _("Gå tilbake til teksten og rett det opp."),
    ),
    "nobody-to-write-to": Told(
        409,
        _("Det er ingen å sende brevet til."),
        _("Alle det var ment for, er utelatt."),
        _("Velg andre mottakere, eller legg inn kontaktene som mangler."),
    ),
    "letter-sent-already": Told(
        409,
        _("Brevet er sendt, så det kan ikke endres lenger."),
        _("Det står slik mottakerne fikk det."),
        _("Skriv et nytt brev."),
    ),
    "bounce-unknown": Told(
        400,
        _("Dette er ikke en melding om et brev som kom i retur."),
        _("Meldingen sier ikke hvilken mottaker den gjelder."),
        _("Les den selv. Er adressen feil, så endre den på kontaktens side."),
    ),
    "bounce-not-ours": Told(
        404,
        _("Meldingen gjelder ikke noe brev som er sendt herfra."),
        _("Den nevner ingen av våre brev."),
        _("Ingenting er endret. Les den selv."),
    ),
    "mail-not-sent": Told(
        503,
        _("E-posttjeneren tok ikke imot brevet."),
        _("Den sier: {said}"),
        _("Se på innstillingene for e-post, og på tjeneren selv."),
    ),
}
