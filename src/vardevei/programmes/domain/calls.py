"""Finding calls: those open now, those of a programme, those a municipality may use."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from vardevei.opendata.eligible import Answer
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.programmes.domain import eligible
from vardevei.programmes.models import Call, Programme
from vardevei.programmes.models.call import CallQuerySet

UNKNOWN = Answer(
    "unknown",
    {
        "nb": "Vi har ingen kilde som sier om Norge er med i dette programmet.",
        "nn": "Vi har inga kjelde som seier om Noreg er med i dette programmet.",
        "en": "We have no source that says whether Norway is in this programme.",
    },
)
NORWAY = {"yes": "yes", "national": "yes", "partner": "yes", "partly": "partly", "no": "no", "not-listed": "no"}


def open_for(programme: Programme, now: datetime | None = None) -> CallQuerySet:
    """The programme's open calls, the nearest deadline first."""
    return Call.objects.filter(programme=programme).open(now)


def coming_for(programme: Programme, now: datetime | None = None) -> CallQuerySet:
    """The programme's calls that have not opened yet, the first to open first."""
    return Call.objects.filter(programme=programme).forthcoming(now)


def changed_since(day: date) -> CallQuerySet:
    """The calls that a reader should hear of: new, gone, or with something changed that is kept, since the day."""
    return Call.objects.filter(changes__seen_at__date__gte=day).distinct()


def about(calls: CallQuerySet, text: str) -> CallQuerySet:
    """Those with all the words, wherever they stand."""
    for word in text.split():
        places = ("title", "abstract", "identifier", "call_title", "destination", "programme_name", "topics")
        found = Q()
        for place in places:
            found |= Q(**{f"{place}__icontains": word})
        calls = calls.filter(found)
    return calls


def norway(programme: Programme | None) -> str:
    """Is Norway in: yes, partly, no or unknown."""
    return NORWAY.get(programme.norway, "unknown") if programme else "unknown"


def may_use(programme: Programme | None, place: Organisation | Place, year: int | None = None) -> Answer:
    """May the municipality or county use calls of the programme, and why. Association and area come first."""
    if programme is None:
        return UNKNOWN
    try:
        return eligible.for_place(programme, place, year or timezone.localdate().year)
    except KeyError:  # a programme that no built-in facts tell of
        return UNKNOWN


def usable(place: Organisation | Place, year: int | None = None) -> dict[str, Answer]:
    """The answer for every programme that has calls, by its code."""
    with_calls = Programme.objects.filter(calls__isnull=False).distinct()
    return {programme.code: may_use(programme, place, year) for programme in with_calls}


def for_place(calls: CallQuerySet, answers: dict[str, Answer]) -> CallQuerySet:
    """The calls but for those that the place may surely not use; what nobody knows stays."""
    return calls.exclude(programme__in=[code for code, answer in answers.items() if answer.verdict == "no"])
