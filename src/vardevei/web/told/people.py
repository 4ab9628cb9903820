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
}
