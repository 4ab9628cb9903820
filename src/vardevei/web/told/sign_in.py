"""Problems with sign-in."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

NEW_LINK = _("Be om en ny på innloggingssiden.")
ANOTHER_WAY = _("Prøv på nytt fra innloggingssiden, eller bruk en annen måte.")

TOLD: dict[str, Told] = {
    "link-unknown": Told(
        404,
        _("Vi kjenner ikke denne lenken."),
        _("E-postprogrammet kan ha delt den i to, eller den er mer enn ett døgn gammel."),
        _("Kopier hele lenken fra brevet, eller be om en ny på innloggingssiden."),
    ),
    "link-used": Told(410, _("Denne lenken er brukt."), _("Hver lenke slipper deg inn én gang."), NEW_LINK),
    "link-old": Told(410, _("Denne lenken er for gammel."), _("En lenke varer i 15 minutter."), NEW_LINK),
    "account-closed": Told(
        403,
        _("Denne kontoen er stengt."),
        _("Administratoren har stengt den, eller personen er slettet."),
        _("Skriv til den som driver nettstedet."),
    ),
    "address-taken": Told(
        409,
        _("Adressen er i bruk."),
        _("En annen konto har den."),
        _("Logg inn med den adressen i stedet, eller skriv til den som driver nettstedet."),
    ),
    "connected-elsewhere": Told(
        409,
        _("Denne innloggingen hører til en annen konto."),
        _("Hver kan være koblet til bare én konto."),
        _("Logg inn med den, og koble den fra der først."),
    ),
    "last-way-in": Told(
        409,
        _("Dette er den eneste måten du kan logge inn på."),
        _("Du har ingen e-postadresse her som vi kan sende en lenke til."),
        _("Legg inn en e-postadresse først."),
    ),
    "wrong-code": Told(
        400,
        _("Koden stemmer ikke."),
        _("En kode varer et halvt minutt og virker én gang."),
        _("Vent på den neste i appen. Er den også feil, må du se etter at klokken på telefonen går riktig."),
    ),
    "too-many-tries": Told(
        429,
        _("Det ble for mange forsøk. Vent {minutes} min."),
        _("Vi stopper etter noen forsøk, så ingen kan gjette seg inn."),
        _("Prøv igjen etterpå, eller bruk en annen måte å logge inn på."),
    ),
    "subject-is-national-number": Told(
        400,
        _("Vi kan ikke bruke denne innloggingen."),
        _("Tjenesten kaller personer ved fødselsnummer, og det tar vi ikke vare på."),
        _("Si fra til den som driver nettstedet, og bruk en annen måte så lenge."),
    ),
    "level-too-low": Told(
        403,
        _("Innloggingen var ikke sikker nok."),
        _("Tjenesten gikk god for mindre enn dette nettstedet krever."),
        _("Logg inn på en sikrere måte, for eksempel med BankID."),
    ),
    "provider-cancelled": Told(403, _("Du ble ikke logget inn."), _("Innloggingen ble avbrutt."), ANOTHER_WAY),
    "provider-failed": Told(
        400,
        _("Du ble ikke logget inn."),
        _("Svaret fra tjenesten kunne ikke brukes. Det kan være for gammelt, eller åpnet i et annet vindu."),
        ANOTHER_WAY,
    ),
    "provider-down": Told(
        503,
        _("Vi får ikke kontakt med innloggingstjenesten."),
        _("Den svarer ikke, eller adressen er feil i innstillingene."),
        _("Prøv igjen om litt, eller bruk en annen måte å logge inn på."),
    ),
}
