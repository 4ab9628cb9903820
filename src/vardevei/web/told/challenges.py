"""Problems with challenges, verdicts and suggestions."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "challenge-words": Told(
        400,
        _("Teksten er for kort eller for lang."),
        _("Med færre enn ti tegn kan vi ikke finne noe, og vi tar imot høyst {longest}."),
        _("Skriv en setning eller to om det dere vil gjøre noe med."),
    ),
    "challenge-sharing": Told(400, _("Velg hvem som skal se utfordringen."), "", _("Velg én.")),
    "challenge-closed": Told(
        409, _("Utfordringen er avsluttet."), _("Den står slik den var."), _("Skriv en ny utfordring.")
    ),
    "verdict-unknown": Told(400, _("Velg et av svarene."), "", _("Gå tilbake og velg.")),
    "suggestion-empty": Told(
        400,
        _("Forslaget mangler noe."),
        _("Kommunen må se hva du foreslår, og hvorfor."),
        _("Fyll inn begge feltene."),
    ),
    "suggestion-nobody": Told(
        409,
        _("Kommunen har ingen kontakt vi kan skrive til."),
        _("Da når forslaget ingen."),
        _("Legg inn en kontakt i kommunen først."),
    ),
}
