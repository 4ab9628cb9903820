"""Problems of examples."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "example-too-short": Told(
        400,
        _("Eksempelet mangler tittel, en kort fortelling eller hvem som gjorde det."),
        _("Uten det kan ingen se hva det handler om."),
        _("Fyll ut de tre, og send på nytt. Resten kan komme senere."),
    ),
    "example-not-yours": Told(
        403,
        _("Du kan ikke endre dette eksempelet."),
        _("Det kan de som eier det, redaktørene og den som foreslo det."),
        _("Skriv under eksempelet hva som bør endres."),
    ),
    "revision-waiting": Told(
        409,
        _("En annen endring i dette eksempelet er alt på vei."),
        _("Vi ser på én endring om gangen, så ingen blir borte i en annen."),
        _("Vent til redaktøren har svart, og send din da."),
    ),
    "translation-not-now": Told(
        409,
        _("Dette kan ikke oversettes nå."),
        _("Bare det som er publisert, blir oversatt, og til et annet språk enn det er skrevet på."),
        _("Velg et annet språk, eller vent til eksempelet er publisert."),
    ),
    "proposal-gone": Told(
        404,
        _("Dette forslaget finnes ikke lenger."),
        _("Det ble ikke bekreftet innen 30 dager, eller så er den som skrev det, slettet."),
        _("Du kan gjerne skrive det på nytt."),
    ),
    "example-withdraw-not-yours": Told(
        403,
        _("Du kan ikke trekke dette eksempelet tilbake."),
        _("Det kan redaktøren i fylket og nettverkets redaktør."),
        _("Spør en av dem."),
    ),
    "example-withdraw-not-now": Told(
        409,
        _("Eksempelet ble ikke trukket tilbake."),
        _("Bare det som er publisert, kan trekkes tilbake, og leserne skal få vite hvorfor."),
        _("Skriv hvorfor, og prøv igjen."),
    ),
    "example-confirm-not-yours": Told(
        403,
        _("Du kan ikke bekrefte dette eksempelet."),
        _("Bare de som har gjort det, vet om det fortsatt stemmer."),
        _("Skriv under eksempelet det du vet, eller skriv til fylket."),
    ),
    "comment-not-now": Told(
        403,
        _("Du kan ikke skrive her nå."),
        _("Det krever konto, og et eksempel som er publisert."),
        _("Logg inn og prøv igjen."),
    ),
    "comment-not-yours": Told(
        403,
        _("Du kan ikke ta bort dette."),
        _("Det kan den som skrev det, og redaktørene for eksempelet."),
        _("Spør en av dem."),
    ),
}
