"""Problems with the county's overview and dialogue."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "dialogue-too-old": Told(
        409,
        _("Dette kan ikke slettes lenger."),
        _("Det er skrevet av en annen, eller for mer enn ett døgn siden, og andre kan ha handlet etter det."),
        _("Stryk det og skriv hvorfor. Det kan fortsatt leses, med en strek over."),
    ),
    "dialogue-in-the-future": Told(
        400,
        _("Dagen har ikke vært ennå."),
        _("Loggen forteller om kontakt som har vært."),
        _("Skriv dagen det skjedde, eller gjør det til et neste steg."),
    ),
    "dialogue-struck": Told(
        409,
        _("Dette er strøket."),
        _("Det som er strøket, blir stående som det var."),
        _("Skriv en ny linje i stedet."),
    ),
    "step-for-a-stranger": Told(
        400,
        _("Denne personen kan ikke gjøre det."),
        _("Et neste steg gis til en som følger opp kommunene i fylket."),
        _("Velg en av de ansatte i fylket."),
    ),
    "step-done": Told(
        409,
        _("Dette er gjort allerede."),
        _("Det som er gjort, blir stående som det var."),
        _("Lag et nytt neste steg."),
    ),
    "unknown-county": Told(
        404,
        _("Vi fant ikke noe fylke med nummer {number}."),
        _("Nummeret finnes ikke i registeret i dag."),
        _("Bruk de to sifrene til fylket, for eksempel 50 for Trøndelag."),
    ),
    "sheet-too-long": Told(
        500,
        _("Arket for {name} får ikke plass på én side."),
        _("Et navn eller en kontakt er lengre enn siden har plass til."),
        _("Si fra til dem som lager programmet, og si hvilken kommune det gjelder."),
    ),
    "view-of-another": Told(
        403,
        _("Visningen er lagret av en annen."),
        _("Bare den som lagret visningen, kan ta den bort."),
        _("Be den personen om det, eller lagre din egen under et annet navn."),
    ),
}
