"""The county's tab Aktiviteter: four doors, then what is late, what comes, what is open and which rooms there are."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.projects import rules as projects
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.activities import going_on
from vardevei.workspaces import rules


def page(request: HttpRequest, number: str) -> HttpResponse:
    person, county = access.county(request, number, rules.BEGIN)
    here = rules.visible_to(person).filter(owner=county)
    context: dict[str, object] = {
        "doors": [*_doors(county), *_challenges(person, county)],
        "sections": [section for section in going_on.sections(here) if section.lines],
        "rooms": going_on.rooms(here),
    }
    return frame.page(request, "county/activities/page.html", county, "county-activities", context)


def _doors(county: Organisation) -> Iterator[tuple[str, str]]:
    """What can be begun, each without having to think of a room first."""
    doors = [
        ("event-new", _("Nytt arrangement")),
        ("survey-new", _("Ny undersøkelse")),
        ("meeting-alone", _("Nytt møte")),
        ("workspace-new", _("Nytt arbeidsrom")),
    ]
    for name, words in doors:
        try:
            yield words, reverse(name, args=[county.number])
        except NoReverseMatch:  # a tool that this site does not have
            continue


def _challenges(person: Person, county: Organisation) -> Iterator[tuple[str, str]]:
    """For those who may read them."""
    if permission.may(person, projects.HELP_CHALLENGE, county):
        yield _("Utfordringer fra kommunene"), reverse("county-challenges", args=[county.number])
