"""Problems of workspaces."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "workspace-archived": Told(
        409,
        _("Arbeidsrommet er arkivert."),
        _("Det kan leses, men ingenting i det kan endres."),
        _("Den som leder arbeidsrommet, kan åpne det igjen."),
    ),
    "not-allowed-in-workspace": Told(
        403,
        _("Du har ikke lov til å gjøre dette her."),
        _("Det krever en som kan {act}"),
        _("Spør en som leder arbeidsrommet."),
    ),
    "workspace-last-lead": Told(
        409,
        _("{name} er den eneste som leder arbeidsrommet."),
        _("Noen må lede det."),
        _("La noen andre lede det først."),
    ),
    "workspace-member-already": Told(
        409,
        _("{name} er med i arbeidsrommet fra før, eller er invitert."),
        _("Ingen blir spurt to ganger på én gang."),
        _("Minn på dem som ikke har svart, på siden «Hvem er med»."),
    ),
    "workspace-not-asked": Told(
        409,
        _("Det er ingen invitasjon å svare på."),
        _("Den er besvart, eller trukket tilbake."),
        _("Spør en som leder arbeidsrommet, hvis du vil være med."),
    ),
    "workspace-not-yours": Told(
        403,
        _("Du kan ikke svare for andre."),
        _("Hver svarer for seg selv, og kontakten svarer for kommunen sin."),
        _("Logg inn som den som ble spurt."),
    ),
}
