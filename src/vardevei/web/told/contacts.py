"""Problems with contacts."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "contact-nameless": Told(400, _("En kontakt må ha navn eller e-post."), "", _("Skriv ett av dem.")),
    "contact-end-why": Told(
        400,
        _("Skriv hvorfor kontakten slutter."),
        _("Den neste rådgiveren kommer til å lure på det."),
        _("Noen få ord er nok, for eksempel «ny jobb»."),
    ),
    "contact-address-taken": Told(
        409,
        _("Adressen {email} tilhører en annen i Vardevei."),
        _("To personer kan ikke ha samme adresse."),
        _("Bruk en annen adresse, eller avslutt denne kontakten og legg inn den andre personen."),
    ),
    "contact-address-kept": Told(
        409,
        _("Personen logger inn med denne adressen."),
        _("Den som endrer den, kunne logget inn som en annen."),
        _("Be personen endre adressen selv, under Min side."),
    ),
    "list-undecided": Told(
        409,
        _("{n} rader er ikke avgjort."),
        _("Ingenting blir gjettet."),
        _("Velg hva de betyr, eller at de ikke skal brukes. Ingenting er endret."),
    ),
    "list-moved": Told(
        409,
        _("Kontaktene har endret seg siden du så på listen."),
        _("Noen andre har endret dem, eller listen er endret i et annet vindu."),
        _("Se over listen på nytt, og legg den inn da. Ingenting er endret."),
    ),
    "list-field-unknown": Told(400, _("En kolonne kan ikke bety det du valgte."), "", _("Velg på nytt.")),
    "list-locked": Told(
        400,
        _("Filen er låst med et passord."),
        _("Da kan vi ikke lese det som står i den."),
        _("Ta bort passordet i regnearket, lagre, og prøv igjen. Ingenting er endret."),
    ),
    "list-too-long": Told(
        400,
        _("Listen har mer enn {most} rader."),
        _("Et fylke har noen titalls kommuner, så dette er nok en annen fil."),
        _("Behold bare selve listen, og prøv igjen. Ingenting er endret."),
    ),
    "list-too-large": Told(400, _("Filen er for stor."), "", _("Behold bare selve listen. Ingenting er endret.")),
    "list-kind": Told(
        400,
        _("Filen er verken et regneark (.xlsx) eller en tekstfil (.csv)."),
        _("Vi ser på innholdet, ikke på navnet."),
        _("Åpne listen i et regneark, lagre den som .xlsx eller .csv, og prøv igjen. Ingenting er endret."),
    ),
    "list-broken": Told(
        400,
        _("Filen kan ikke leses."),
        _("Den er skadet, eller laget av et program som bøyer formatet."),
        _("Åpne den i et regneark, lagre den på nytt som .xlsx, og prøv igjen. Ingenting er endret."),
    ),
    "list-empty": Told(400, _("Det er ingenting å lese."), _("Filen er tom."), _("Velg en annen fil.")),
}
