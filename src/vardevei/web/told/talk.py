"""Problems of talking in a workspace."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "talk-about-nothing": Told(
        404,
        _("Det dette handlet om, finnes ikke her."),
        _("Det er tatt bort, eller adressen er ikke hel."),
        _("Gå til samtalene i arbeidsrommet."),
    ),
    "nothing-said": Told(400, _("Innlegget er tomt."), _("Det står ingen ord i det."), _("Skriv noe.")),
    "not-your-contribution": Told(
        403,
        _("Dette innlegget er ikke ditt."),
        _("Bare den som skrev det, kan endre det. De som leder, kan trekke det."),
        _("Skriv et eget innlegg."),
    ),
    "contribution-withdrawn": Told(
        409, _("Innlegget er trukket."), _("Teksten er borte for godt."), _("Skriv et nytt innlegg.")
    ),
    "notices-gone": Told(
        404,
        _("Vi vet ikke lenger hvem dette brevet gikk til."),
        _("Personen er slettet, eller arbeidsrommet finnes ikke mer."),
        _("Du trenger ikke å gjøre noe. Herfra sendes det ingen varsler til deg."),
    ),
}
