"""Problems with people and what they may do."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "not-allowed": Told(
        403,
        _("Du har ikke lov til å gjøre dette."),
        _("Det krever en rolle som kan {act}"),
        _("Be fylket om rollen, eller logg inn som en som har den."),
    ),
    "made-up-person": Told(
        400,
        _("{name} er oppdiktet."),
        _("Oppdiktede personer blir aldri spurt om kode, så de får ingen andre roller enn dem i eksempelet."),
        _("Bruk adressen til en virkelig person."),
    ),
    "made-up-address": Told(
        400,
        _("En oppdiktet person kan ikke få en virkelig adresse."),
        _("Den som har adressen, kunne logget inn som ansatt uten kode."),
        _("Lag en egen konto: be om en lenke til din adresse."),
    ),
    "last-administrator": Told(
        409,
        _("Den siste administratoren kan ikke tas bort."),
        _("Da kunne ingen gi roller lenger."),
        _("Gjør en annen til administrator uten sluttdato først."),
    ),
    "role-backwards": Told(
        400,
        _("Rollen ville slutte før den begynner."),
        _("Den siste dagen er tidligere enn den første."),
        _("Velg en senere siste dag."),
    ),
    "erasure-without-why": Told(
        400,
        _("Skriv hvorfor personen ikke kan slettes."),
        _("Personen har rett til å vite det."),
        _("Nevn plikten som står i veien."),
    ),
    "erasure-answered": Told(
        409,
        _("Det er allerede svart på dette."),
        _("Noen var raskere, eller personen ombestemte seg."),
        _("Last siden på nytt."),
    ),
}
