"""Problems with contacts."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "contact-nameless": Told(400, _("En kontakt må ha navn eller e-post."), "", _("Skriv ett av dem.")),
    "contact-end-why": Told(
        400,
        _("Skriv hvorfor kontakten slutter."),
        _("Den neste rådgiveren kommer til å lure på det."),
        _("Noen få ord er nok, for eksempel «ny jobb»."),
    ),
    "contact-address-taken": Told(
        409,
        _("Adressen {email} tilhører en annen i Vardevei."),
        _("To personer kan ikke ha samme adresse."),
        _("Bruk en annen adresse, eller avslutt denne kontakten og legg inn den andre personen."),
    ),
    "contact-address-kept": Told(
        409,
        _("Personen logger inn med denne adressen."),
        _("Den som endrer den, kunne logget inn som en annen."),
        _("Be personen endre adressen selv, under Min side."),
    ),
}
