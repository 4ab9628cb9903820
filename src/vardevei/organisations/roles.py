"""The roles a person can have at an organisation, each with the sentence that says what it is."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RoleCode(models.TextChoices):
    """What is stored of a role."""

    CONTACT = "contact", _("Kontaktperson")
    MEMBER = "member", _("Medarbeider")
    ADVISER = "adviser", _("Fylkesrådgiver")
    EDITOR = "editor", _("Fylkesredaktør")
    GRANT_OFFICER = "grant-officer", _("Saksbehandler for støtte")
    DECISION_MAKER = "decision-maker", _("Beslutningstaker")
    NETWORK_EDITOR = "network-editor", _("Nettverksredaktør")
    ADMINISTRATOR = "administrator", _("Administrator")


@dataclass(frozen=True, slots=True)
class RoleKind:
    """`at` is the kind of organisation it is held at, "" for the site as a whole. Staff need a second factor."""

    code: RoleCode
    sentence: str | Promise = field(compare=False)  # its hash would change with the language of the page
    at: str

    @property
    def name(self) -> str:
        return str(self.code.label)

    @property
    def staff(self) -> bool:
        return self.at != "municipality"


CONTACT = RoleKind(
    RoleCode.CONTACT,
    _("Er den fylket skriver til om europeisk og nordisk samarbeid, og svarer på vegne av kommunen."),
    "municipality",
)
MEMBER = RoleKind(
    RoleCode.MEMBER,
    _("Arbeider i kommunen og kan gjøre det samme som kontaktpersonen, uten å være den fylket skriver til."),
    "municipality",
)
ADVISER = RoleKind(
    RoleCode.ADVISER,
    _("Følger opp kommunene i fylket sitt: kontakter, brev, notater og deltakelse."),
    "county",
)
EDITOR = RoleKind(
    RoleCode.EDITOR,
    _("Gjør det samme som en fylkesrådgiver, og godkjenner det fylket og kommunene vil publisere."),
    "county",
)
GRANT_OFFICER = RoleKind(
    RoleCode.GRANT_OFFICER,
    _("Behandler søknader til fylkets egne støtteordninger, og ser oversikten over kommunene."),
    "county",
)
DECISION_MAKER = RoleKind(
    RoleCode.DECISION_MAKER,
    _("Avgjør saker som er lagt fram, og ser oversikten over kommunene uten å endre den."),
    "county",
)
NETWORK_EDITOR = RoleKind(
    RoleCode.NETWORK_EDITOR,
    _("Godkjenner det som publiseres for alle fylkene. Ser ikke kontaktene i fylkene."),
    "",
)
ADMINISTRATOR = RoleKind(
    RoleCode.ADMINISTRATOR,
    _("Setter opp nettstedet, gir roller i fylkene og sletter personer. Alt administratoren gjør, står i loggen."),
    "",
)

ROLES = (CONTACT, MEMBER, ADVISER, EDITOR, GRANT_OFFICER, DECISION_MAKER, NETWORK_EDITOR, ADMINISTRATOR)
BY_CODE = {role.code: role for role in ROLES}
IN_MUNICIPALITY = (CONTACT, MEMBER)
STAFF = tuple(role for role in ROLES if role.staff)
