"""Problems of the files in a workspace."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "file-removed": Told(
        409,
        _("Filen er tatt bort."),
        _("Noen har tatt den bort, med alle utgaver."),
        _("Legg den inn som en ny fil hvis dere fortsatt trenger den."),
    ),
    "not-your-file": Told(
        403,
        _("Du kan ikke endre denne filen."),
        _("Det kan bare den som la den inn, og de som leder arbeidsrommet."),
        _("Spør en av dem."),
    ),
    "item-elsewhere": Told(
        400,
        _("Filen og saken hører til hvert sitt arbeidsrom."),
        _("Da kan de som ser saken, ikke alltid se filen. Ingenting ble lagret."),
        _("Legg inn filen i arbeidsrommet der møtet er."),
    ),
    "file-unchanged": Told(
        400,
        _("Dette er den samme filen som ligger her fra før."),
        _("Innholdet er helt likt den nyeste utgaven. Ingenting ble lagret."),
        _("Se etter at du har lagret endringene dine, og velg filen på nytt."),
    ),
    "picture-enormous": Told(
        400,
        _("Bildet har alt for mange bildepunkter."),
        _("Å åpne det kan fylle minnet i en datamaskin. Ingenting ble lagret."),
        _("Lagre det som et mindre bilde, og prøv igjen."),
    ),
}
