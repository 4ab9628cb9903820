"""Who may do what with people, contacts and a county's own follow-up of its municipalities."""

from django.utils.translation import gettext_lazy as _

from vardevei.organisations.permission import Act, Reach, counties, held_by, may, must, reach_of
from vardevei.organisations.roles import (
    ADMINISTRATOR,
    ADVISER,
    CONTACT,
    DECISION_MAKER,
    EDITOR,
    GRANT_OFFICER,
    MEMBER,
    RoleKind,
)

__all__ = ["ACTS", "counties", "held_by", "may", "must", "reach_of"]

ADVISERS: dict[RoleKind, Reach] = {
    ADVISER: Reach.COUNTY,
    EDITOR: Reach.COUNTY,
    ADMINISTRATOR: Reach.EVERYWHERE,
}
COUNTY_STAFF: dict[RoleKind, Reach] = {**ADVISERS, GRANT_OFFICER: Reach.COUNTY}
COUNTY: dict[RoleKind, Reach] = {**COUNTY_STAFF, DECISION_MAKER: Reach.COUNTY}
OWN_PEOPLE: dict[RoleKind, Reach] = {CONTACT: Reach.HERE, MEMBER: Reach.HERE}

SEE_CONTACTS = Act("see-contacts", _("se hvem som er kontakt i en kommune, med adresse."), {**OWN_PEOPLE, **COUNTY})
EDIT_CONTACTS = Act("edit-contacts", _("legge inn, endre og avslutte kontakter."), {**OWN_PEOPLE, **ADVISERS})
INVITE = Act("invite", _("invitere noen til å arbeide for en kommune."), {**OWN_PEOPLE, **ADVISERS})
ANSWER_REQUESTS = Act("answer-requests", _("svare når noen ber om å få være med."), {**OWN_PEOPLE, **ADVISERS})
IMPORT_CONTACTS = Act("import-contacts", _("legge inn en hel liste med kontakter."), ADVISERS)
SEE_OVERVIEW = Act("see-overview", _("se fylkets oversikt over kommunene."), COUNTY)
WRITE_DIALOGUE = Act("write-dialogue", _("skrive notater, kontaktlogg og neste steg om en kommune."), COUNTY_STAFF)
WRITE_LETTERS = Act("write-letters", _("sende brev til kommunene i fylket."), ADVISERS)
SEE_LOG = Act("see-log", _("lese loggen over hva som er gjort."), ADVISERS)
GIVE_ROLES = Act("give-roles", _("gi og avslutte roller i et fylke."), {ADMINISTRATOR: Reach.EVERYWHERE})
ERASE_PEOPLE = Act("erase-people", _("slette en person som har bedt om det."), {ADMINISTRATOR: Reach.EVERYWHERE})
ADMINISTER = Act(
    "administer", _("se og styre alt langt arbeid og nettstedets tekniske side."), {ADMINISTRATOR: Reach.EVERYWHERE}
)

ACTS = (
    SEE_CONTACTS,
    EDIT_CONTACTS,
    INVITE,
    ANSWER_REQUESTS,
    IMPORT_CONTACTS,
    SEE_OVERVIEW,
    WRITE_DIALOGUE,
    WRITE_LETTERS,
    SEE_LOG,
    GIVE_ROLES,
    ERASE_PEOPLE,
    ADMINISTER,
)
