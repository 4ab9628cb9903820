"""Who may register strategies and say that somebody follows an example."""

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.opendata import finding
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import Act, Reach, counties, counties_of, held_by, reach_of
from vardevei.organisations.roles import ADMINISTRATOR, ADVISER, CONTACT, EDITOR, MEMBER

OWN_AND_COUNTY = {CONTACT: Reach.HERE, MEMBER: Reach.HERE, ADVISER: Reach.COUNTY, EDITOR: Reach.COUNTY}

REGISTER_STRATEGY = Act(
    "register-strategy",
    _("registrere strategier og vedtak for kommunen eller fylket, endre dem og ta dem bort."),
    {**OWN_AND_COUNTY, ADMINISTRATOR: Reach.EVERYWHERE},
    public=True,
)
FOLLOW_EXAMPLE = Act(
    "follow-example",
    _("si at kommunen eller fylket følger et eksempel, og hvor langt de er kommet."),
    OWN_AND_COUNTY,
    public=True,
)
ACTS = (REGISTER_STRATEGY, FOLLOW_EXAMPLE)


def organisations_of(person: Person | None, act: Act) -> list[Organisation]:
    """The municipalities and counties of today that the person may do the act for: her own first."""
    own = {held.organisation for held in held_by(person)}
    found = [*reach_of(person, act), *counties(person, act)]
    return sorted(found, key=lambda one: (one.pk not in own, one.name))


def is_own(person: Person | None, organisation: Organisation | str) -> bool:
    """Whether the person works there, and so speaks for it. Its county does not: it says how it knows."""
    wanted = organisation if isinstance(organisation, str) else organisation.pk
    return any(held.organisation == wanted for held in held_by(person))


def county_of(organisation: Organisation) -> Organisation | None:
    """The county council of today that it lies in, or is, or has become."""
    if organisation.kind == "county":
        ids = {place.id for place in finding.today_of(organisation.place)}
    else:
        ids = counties_of(organisation.pk)
    return Organisation.objects.filter(pk__in=ids).order_by("number").first()
