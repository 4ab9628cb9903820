"""Problems with the thesaurus that editors add to."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "concept-name-taken": Told(
        400,
        _("Det finnes alt et begrep med dette navnet."),
        _("To med samme navn kan ikke skilles fra hverandre i listen."),
        _("Legg ordene til det som finnes, eller velg et annet navn."),
    ),
    "concept-words": Told(
        400,
        _("Begrepet ble ikke lagret."),
        _("Det mangler ord, eller har noe som ikke er et ord å søke etter."),
        _("Skriv minst ett norsk og ett engelsk ord, ett på hver linje."),
    ),
}
