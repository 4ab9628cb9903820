"""Can my municipality use it? What is typed in the field, and the place that is meant."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from vardevei.opendata import eligible, finding, places
from vardevei.opendata.places import Place
from vardevei.opendata.programmes import Programme
from vardevei.web.guide.programmes import words
from vardevei.web.guide.programmes.telling import said


@dataclass(frozen=True, slots=True)
class Asked:
    """`place` is None when nothing was typed, or nothing fits; `others` are what else the text could mean."""

    text: str
    place: Place | None
    others: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """May the place use the programme: in a word, its colour, and why."""

    verdict: str
    because: str

    @property
    def word(self) -> str:
        return str(words.VERDICTS[self.verdict][0])

    @property
    def color(self) -> str:
        return words.VERDICTS[self.verdict][1]


def asked(request: HttpRequest) -> Asked:
    text = request.GET.get("q", "").strip()[:100]
    found = list(dict.fromkeys(hit.place for hit in finding.find(text))) if text else []
    found.sort(key=lambda place: place.kind != "municipality")  # a stable order: the best hit first within each kind
    return Asked(text, found[0] if found else None, tuple(found[1:4]))


def mark(programme: Programme, place: Place) -> Mark:
    answer = eligible.for_place(programme, place, this_year())
    return Mark(answer.verdict, said(answer.because))


def is_over(programme: Programme) -> bool:
    return programme.end is not None and programme.end < this_year()


def this_year() -> int:
    return min(date.today().year, places.LAST_YEAR)
