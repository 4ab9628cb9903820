"""Problems with joining, invitations and leaving."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "join-not-there": Told(
        400,
        _("Du kan ikke be om å få arbeide for dette stedet."),
        _("Det er ikke en kommune som finnes i dag."),
        _("Velg en kommune."),
    ),
    "join-already-there": Told(
        409,
        _("Du er allerede med i {organisation}."),
        _("Den som er med, kan gjøre alt kommunen kan gjøre her."),
        _("Gå til folkene i kommunen hvis du skal være kontaktperson."),
    ),
    "invitation-unknown": Told(
        404,
        _("Vi kjenner ikke denne invitasjonen."),
        _("Lenken kan være klippet i to, eller det er sendt en nyere."),
        _("Bruk lenken i det nyeste brevet, eller be den som inviterte deg, om en ny."),
    ),
    "invitation-other-address": Told(
        403,
        _("Invitasjonen gjelder en annen adresse."),
        _("En rolle som ansatt gis bare til adressen administratoren inviterte."),
        _("Logg inn med den adressen, eller be administratoren invitere den du bruker."),
    ),
    "invitation-old": Told(
        410,
        _("Invitasjonen er gått ut."),
        _("En invitasjon varer i 30 dager."),
        _("Be den som inviterte deg, om å sende den på nytt."),
    ),
    "invitation-ended": Told(
        410,
        _("Invitasjonen kan ikke brukes lenger."),
        _("Den er avsluttet: {how}."),
        _("Be om en ny invitasjon hvis du trenger det."),
    ),
    "invitation-sign-in": Told(
        403,
        _("Adressen invitasjonen ble sendt til, har en konto."),
        _("Bare den som eier kontoen, kan bruke den."),
        _("Logg inn først. Da kan du si ja til invitasjonen."),
    ),
    "invited-already-there": Told(
        409,
        _("{email} har denne rollen fra før."),
        _("Ingen kan ha samme rolle to ganger."),
        _("Velg en annen rolle eller en annen adresse."),
    ),
    "colleague-gone": Told(
        404,
        _("Personen arbeider ikke for kommunen lenger."),
        _("Rollen er avsluttet."),
        _("Gå til folkene i kommunen, og se hvem som er der."),
    ),
}
