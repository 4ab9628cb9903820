"""The first administrator and the operator's county: `vardevei setup`."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.opendata import finding, places
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation
from vardevei.organisations.roles import ADMINISTRATOR, EDITOR


def county_called(text: str) -> Organisation:
    """The county of today that has the name or number."""
    hits = [hit.place for hit in finding.find(text) if hit.place.kind == "county" and hit.score == 100]
    if len(hits) != 1:
        today = timezone.localdate()
        names = ", ".join(f"{place.number(today)} {place.name(today)}" for place in places.on(today, "county"))
        raise Problem(
            "county-unknown",
            f"No county is called {text!r}.",
            "It takes one county of today, by number or by name.",
            f"Use one of these: {names}.",
            name=text,
        )
    found = Organisation.objects.filter(pk=hits[0].id).first()
    if found is None:
        raise Problem(
            "no-register",
            "The register of municipalities and counties is not in the database.",
            "The set-up has not been run to its end.",
            "Run `make install`, or `vardevei facts`, and try again.",
        )
    return found


@transaction.atomic
def set_up(county: Organisation, name: str, email: str) -> Person:
    """The person as administrator of the site and editor in the county. Roles that are there already stay."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Problem(
            "address-not-whole", f"{email!r} is not an e-mail address.", "", "Write it as kari@kommune.no."
        ) from error
    if not name.strip():
        raise Problem("name-missing", "The name is empty.", "", "Write the administrator's name.")
    person = people.find_or_make(address, name)
    roles.give(ADMINISTRATOR, to=person, by=None)
    roles.give(EDITOR, to=person, at=county, by=None)
    return person
