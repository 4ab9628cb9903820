"""Problems of sign-up to events."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "no-sign-up": Told(
        409,
        _("Dette arrangementet har ikke påmelding."),
        _("Arrangøren har ikke bedt om det."),
        _("Bare kom, eller spør arrangøren."),
    ),
    "sign-up-closed": Told(
        409,
        _("Det er ikke lenger mulig å melde seg på."),
        _("Fristen er ute, eller arrangementet er avlyst."),
        _("Spør arrangøren hvis du vil være med."),
    ),
    "sign-up-for-invited": Told(
        403,
        _("Dette arrangementet er for dem som er invitert."),
        _("Arrangøren har bestemt hvem som kan melde seg på."),
        _("Bruk lenken i invitasjonen, eller logg inn."),
    ),
    "event-full": Told(
        409,
        _("Det er ingen ledige plasser."),
        _("Alle plassene er tatt, og det er ingen venteliste."),
        _("Spør arrangøren om noen har meldt seg av."),
    ),
    "event-not-ahead": Told(
        409,
        _("Dette kan ikke gjøres nå."),
        _("Arrangementet er ikke publisert, det har begynt, eller det er avlyst."),
        _("Spør arrangøren hvis noe er feil."),
    ),
    "sign-up-gone": Told(
        404,
        _("Denne påmeldingen finnes ikke lenger."),
        _("Arrangementet er slettet, eller det er lenge siden."),
        _("Du trenger ikke gjøre noe."),
    ),
    "sign-up-closes-late": Told(
        400,
        _("Fristen for å melde seg på er etter at arrangementet har begynt."),
        _("Den som melder seg på da, rekker ikke å komme."),
        _("Velg en tidligere dag, eller la feltet stå tomt."),
    ),
    "too-few-choices": Told(
        400,
        _("Det er ikke noe å velge mellom."),
        _("Et spørsmål med svarvalg trenger minst to, hvert på sin linje."),
        _("Skriv svarvalgene, eller la folk svare med egne ord."),
    ),
    "question-answered": Told(
        409,
        _("Noen har svart på dette spørsmålet."),
        _("De fikk vite hva svaret skulle brukes til, og hvor lenge det blir tatt vare på."),
        _("Still et nytt spørsmål i stedet."),
    ),
}
