"""Whom to write to about what an organisation has done."""

from vardevei.core.models import Person
from vardevei.library import register_rules as rules
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation
from vardevei.organisations.roles import ADVISER, EDITOR


def of(organisation: Organisation) -> list[Person]:
    """A municipality's contacts, a county's editors and advisers; where nobody is there, the county's. Only those whom
    a letter can reach."""
    here = [role.person for role in roles.contacts_at(organisation)]
    county = rules.county_of(organisation)
    staff = roles.people_at(county, [EDITOR, ADVISER]) if county and not here else []
    return [person for person in [*here, *staff] if person.written_to() is not None]
