"""What a reader has chosen to see, from an address and back to one."""

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import QueryDict
from django.utils.translation import get_language

from vardevei.opendata import finding
from vardevei.opendata.places import Place
from vardevei.programmes.domain.wanted import NAMED, SHOWN, Wanted
from vardevei.programmes.models import Call
from vardevei.web.guide.calls import words

TOPICS = 40  # so many of the commonest topics can be chosen among
KEEP = 300  # seconds
NAMES = {
    "text": "tekst", "programme": "program", "topic": "tema", "place": "kommune", "show": "vis", "call": "utlysning",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """`typed` is the municipality as it was written; with no place it fits nothing."""

    wanted: Wanted
    typed: str = ""
    place: Place | None = None

    @property
    def lost(self) -> bool:
        return bool(self.typed and not self.place)

    def address(self, **changes: str) -> str:
        """As an address's query, with some of it otherwise. The municipality goes by its number."""
        told = replace(self.wanted, **changes).as_dict()
        if self.place and "place" in told:
            told["place"] = self.place.number() or ""
        return urlencode({NAMES[name]: value for name, value in told.items()})


def chosen(query: QueryDict) -> Chosen:
    told = {name: query.get(ours, "").strip()[:200] for name, ours in NAMES.items()}
    typed = told.pop("place")[:100]
    place = _place(typed) if typed else None
    show = told.pop("show")
    wanted = Wanted(**told, place=place.id if place else "", show=show if show in SHOWN else "open")
    return Chosen(wanted, typed, place)


def _place(typed: str) -> Place | None:
    found = list(dict.fromkeys(hit.place for hit in finding.find(typed)))
    found.sort(key=lambda place: place.kind != "municipality")  # stable: the best hit first within each kind
    return found[0] if found else None


def programmes() -> list[tuple[str, str]]:
    """The programmes that have calls, by name."""
    found: dict[str, str] = {}
    rows = Call.objects.lasting().select_related("programme")
    for call in rows.only("programme_name", "family", "programme__name", "programme__code"):
        code = call.programme_id or (NAMED + call.programme_name if call.programme_name else "")
        if code:
            found.setdefault(code, words.programme(call))
    return sorted(found.items(), key=lambda pair: pair[1].casefold())


def topics() -> list[str]:
    """The commonest topics among calls that last, as their source names them."""
    found: list[str] | None = cache.get("calls-topics")
    if found is None:
        counted = Counter(
            topic for listed in Call.objects.lasting().values_list("topics", flat=True) for topic in listed
        )
        found = sorted(topic for topic, _count in counted.most_common(TOPICS))
        cache.set("calls-topics", found, KEEP)
    return found


def form() -> str:
    return get_language() or "nb"
