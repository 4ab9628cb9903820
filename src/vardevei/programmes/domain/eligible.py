"""May this municipality or county council use the programme, in that year, and why?"""

from vardevei.opendata import eligible
from vardevei.opendata.eligible import Answer
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme


def for_place(programme: Programme, place: Organisation | Place, year: int) -> Answer:
    """ "yes", "no", "partly" or "unknown", and because of what, in three forms of language."""
    return eligible.for_place(programme.facts, place.place if isinstance(place, Organisation) else place, year)
