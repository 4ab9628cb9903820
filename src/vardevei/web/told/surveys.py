"""Problems with surveys."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "survey-empty": Told(
        409,
        _("Undersøkelsen spør om ingenting."),
        _("Den har ikke noe spørsmål ennå."),
        _("Lag et spørsmål, eller begynn med et eksempel."),
    ),
    "survey-is-out": Told(
        409,
        _("En undersøkelse som har vært åpen, kan ikke kastes."),
        _("Noen kan ha svart på den."),
        _("Avslutt den i stedet."),
    ),
    "survey-deadline-over": Told(
        400, _("Fristen er gått ut allerede."), _("Da kan ingen svare."), _("Velg en senere dag.")
    ),
    "survey-not-open": Told(
        409, _("Undersøkelsen er ikke åpnet."), _("Ingen kan svare på den ennå."), _("Åpne den først.")
    ),
    "survey-closed": Told(
        409, _("Undersøkelsen er avsluttet."), _("Den tar ikke imot flere svar."), _("Gi den en ny frist.")
    ),
    "survey-anonymous-closed": Told(
        409,
        _("En anonym undersøkelse åpnes ikke igjen."),
        _("Noen kan ha sett resultatene. Et nytt svar ville skille seg ut fra dem som var der."),
        _("Lag en kopi, og spør på nytt."),
    ),
    "survey-locked": Told(
        409,
        _("Spørsmålene kan ikke endres etter at undersøkelsen er åpnet."),
        _("Noen kan ha svart. Med et annet spørsmål ville svaret betydd noe annet."),
        _("Skrivefeil kan rettes. Vil du spørre om noe annet, lager du en kopi."),
    ),
    "survey-not-empty": Told(
        409,
        _("Undersøkelsen har spørsmål fra før."),
        _("Det noen har skrevet, blir ikke skrevet over."),
        _("Lag en ny undersøkelse fra eksempelet."),
    ),
    "survey-only-page": Told(
        409,
        _("Dette er den eneste siden."),
        _("En undersøkelse har minst én side."),
        _("Ta bort spørsmålene i stedet."),
    ),
    "survey-takes-no-answers": Told(
        409,
        _("Undersøkelsen tar ikke imot svar nå."),
        _("Den er ikke åpnet, eller fristen er gått ut."),
        _("Åpne den, eller gi den en ny frist."),
    ),
    "survey-counties-stand": Told(
        409,
        _("Hvem som er med, blir bestemt før undersøkelsen åpner."),
        _("De som er spurt, har fått vite hvem som ser svarene."),
        _("Lag en kopi for de andre fylkene."),
    ),
    "survey-not-that-county": Told(
        409,
        _("{county} er ikke med i undersøkelsen."),
        _("Hvert fylke spør sine egne kommuner."),
        _("La fylket bli med først."),
    ),
    "survey-addresses": Told(
        400,
        _("Vi fant ingen e-postadresser, eller for mange."),
        _("Det må være minst én og høyst {most}."),
        _("Lim inn adressene, for eksempel én på hver linje."),
    ),
    "question-wordless": Told(400, _("Spørsmålet mangler tekst."), _("Da kan ingen svare."), _("Skriv spørsmålet.")),
    "question-choiceless": Told(
        400,
        _("Det er ingenting å velge mellom."),
        _("Et spørsmål med svar å velge mellom trenger minst to."),
        _("Skriv ett svar på hver linje."),
    ),
    "question-scale": Told(
        400,
        _("Skalaen har for få eller for mange trinn."),
        _("Den kan ha fra 2 til {most} trinn."),
        _("La den gå fra 1 til 5, eller fra 0 til 10."),
    ),
}
