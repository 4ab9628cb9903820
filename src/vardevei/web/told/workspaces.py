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
}
