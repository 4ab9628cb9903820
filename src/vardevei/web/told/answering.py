"""Problems of whoever answers a survey."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "survey-link-unknown": Told(
        404,
        _("Det er ingen undersøkelse bak denne lenken."),
        _("Noen e-postprogrammer deler lange lenker i to, eller undersøkelsen er trukket tilbake."),
        _("Åpne lenken fra brevet på nytt, eller kopier hele."),
    ),
    "survey-over": Told(
        409,
        _("Undersøkelsen tar ikke imot flere svar."),
        _("Tiden for å svare er ute."),
        _("Skriv til den som spør hvis du likevel har noe å si."),
    ),
    "survey-asked-already": Told(
        409,
        _("Denne adressen har allerede fått undersøkelsen."),
        _("Hver enkelt svarer med lenken i sitt eget brev."),
        _("Åpne lenken i det brevet."),
    ),
    "survey-answered-already": Told(
        409,
        _("Det er allerede svart med denne lenken."),
        _("Svarene er anonyme, så de kan verken finnes igjen eller endres."),
        _("Du trenger ikke å gjøre noe."),
    ),
    "survey-not-whole": Told(
        400,
        _("Noen spørsmål må besvares først."),
        _("Den som spør, trenger svar på disse: {questions}."),
        _("Gå tilbake og svar på dem."),
    ),
    "survey-busy": Told(
        429,
        _("Det kommer svært mye fra nettverket ditt akkurat nå."),
        _("Vi stopper etter mange svar på en time, så ingen maskin kan svare for folk."),
        _("Gå tilbake, vent litt, og send på nytt. Det du har skrevet, står der fortsatt."),
    ),
}
