"""Problems with letters."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "no-address": Told(
        409,
        _("Vi har ingen adresse å skrive til for {name}."),
        _("Personen står uten e-postadresse her."),
        _("Legg inn adressen først."),
    ),
    "news-stopped": Told(
        409,
        _("{name} har sagt nei til nyheter."),
        _("Mottakeren bestemmer selv om nyheter skal komme."),
        _("La personen stå utenfor, eller send brevet som en beskjed hvis det er det."),
    ),
    "link-broken": Told(
        404,
        _("Denne lenken er ikke hel."),
        _("Noen e-postprogrammer deler lange lenker i to."),
        _("Åpne lenken fra brevet en gang til, eller kopier hele lenken."),
    ),
}
