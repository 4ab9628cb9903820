"""Problems with forms."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "changed-meanwhile": Told(
        409,
        _("Noen andre lagret dette mens du skrev."),
        _("Det du skrev over, er ikke lenger det nyeste. Ingenting er skrevet over."),
        _("Gå tilbake til skjemaet. Der står begge tekstene."),
    ),
    "form-of-another": Told(
        403,
        _("Skjemaet ble åpnet av en annen."),
        _("Du har logget inn som en annen person siden."),
        _("Åpne skjemaet på nytt. Det som var skrevet, er tatt vare på for den som skrev det."),
    ),
    "form-under-way": Told(
        409,
        _("Skjemaet er sendt, og blir behandlet."),
        _("Det ble sendt to ganger, og den første er ikke ferdig."),
        _("Vent litt, og se om det er kommet på plass før du sender en gang til."),
    ),
    "draft-too-long": Told(
        413,
        _("Teksten er for lang til å ligge som kladd."),
        _("En kladd rommer en halv million tegn."),
        _("Lagre skjemaet, eller ta vare på teksten et annet sted så lenge."),
    ),
}
