"""Problems with places and figures."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "unknown-municipality": Told(
        404,
        _("Vi fant ingen kommune med nummer {number}."),
        _("Nummeret finnes ikke i registeret for det året du valgte."),
        _("Søk etter navnet, eller velg et annet år."),
    ),
    "place-not-there": Told(
        404,
        _("Stedet fantes ikke det året du valgte."),
        _("Det var slått sammen, delt eller ikke opprettet ennå."),
        _("Velg et annet år, eller søk etter navnet."),
    ),
    "year-without-register": Told(
        400,
        _("Vi har ikke grensene for {year}."),
        _("Registeret går fra {first} til {last}."),
        _("Velg et av disse årene."),
    ),
    "figure-unknown": Told(
        404,
        _("Vi har ingen figur som heter «{name}»."),
        _("Den kan ha fått et nytt navn, eller det kan være en skrivefeil i adressen."),
        _("Finn figuren i listen over alle figurer."),
    ),
    "choice-unknown": Told(
        400,
        _("Vi kan ikke bruke «{value}» i valget «{name}»."),
        _("Det er ikke en av verdiene figuren kan vise."),
        _("Gå til figuren og velg på nytt."),
    ),
    "choice-not-offered": Told(
        400,
        _("Denne figuren har ikke valget «{name}»."),
        _("Adressen kan være laget for en annen figur."),
        _("Gå til figuren og velg på nytt."),
    ),
    "period-backwards": Told(
        400,
        _("Perioden slutter før den begynner."),
        _("Det siste året er tidligere enn det første."),
        _("Gå til figuren og velg på nytt."),
    ),
    "no-hexagons": Told(
        400,
        _("Vi har ikke noe kart for {year}."),
        _("Kommunekartet begynner i 2020 og fylkeskartet i 2014."),
        _("Velg et senere år, eller bruk tabellen."),
    ),
    "mart-missing": Told(
        503,
        _("Tallene er ikke regnet ut ennå."),
        _("Nettstedet er nytt, eller tallene blir laget på nytt nå."),
        _("Prøv igjen om litt. Hvis du driver nettstedet: kjør «vardevei mart»."),
    ),
}
