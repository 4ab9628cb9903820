"""Problems with lists of examples."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "example-list-columns": Told(
        422,
        _("Listen mangler kolonner."),
        _("Øverste rad må si hva kolonnene er, og tittel, kort fortalt og hvem må være med."),
        _("Rett overskriftene i øverste rad, og vis på nytt."),
    ),
    "example-list-not-yours": Told(
        403,
        _("Du kan ikke legge inn en liste med eksempler."),
        _("Det kan redaktørene i fylkene og i nettverket."),
        _("Foreslå eksemplene ett for ett, eller spør en redaktør."),
    ),
}
