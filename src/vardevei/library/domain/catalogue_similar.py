"""Examples that are like one another, each with the reasons."""

from collections import Counter
from dataclasses import dataclass

from vardevei.library.domain.catalogue import Entry, this_year
from vardevei.library.domain.catalogue_search import shared_words
from vardevei.opendata import attributes

LEAST = 2.0  # a single common dimension makes no likeness

_SAYS_NOTHING = (
    "kommunen kommunene kommunar kommunane fylkeskommunen fylkeskommunens hverandre kvarandre eksempel eksempelet "
    "muligheter prosjekt prosjekter partnere partnarar samarbeid grunnlag internasjonal internasjonale "
    "council municipality municipalities projects partners cooperation international european another "
    "together regional regionale example opportunities"
)
SAYS_NOTHING = frozenset(_SAYS_NOTHING.split())


@dataclass(frozen=True, slots=True)
class Reason:
    """`kind` is model, programme, size, words or dimension; `values` are codes, size classes or words."""

    kind: str
    values: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Similar:
    entry: Entry
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        return sum(reason.weight for reason in self.reasons)


def similar(one: Entry, among: list[Entry], top: int = 3) -> list[Similar]:
    """The most alike first; fewer than `top` when no more are alike."""
    others = [other for other in among if other.slug != one.slug]
    usual = Counter(word for other in others for word in _telling(one, other))
    rare = {word for word, times in usual.items() if times <= max(2, len(others) // 5)}
    made = [Similar(other, tuple(_reasons(one, other, rare))) for other in others]
    return sorted((like for like in made if like.score >= LEAST), key=lambda like: -like.score)[:top]


def _reasons(one: Entry, other: Entry, rare: set[str]) -> list[Reason]:
    programmes = tuple(code for code in one.families if code in other.families)
    words = tuple(dict.fromkeys(word for word in _telling(one, other) if word in rare))[:3]
    sizes = tuple(sorted(_sizes(one) & _sizes(other)))
    dimensions = tuple(code for code in one.example.dimensions if code in other.example.dimensions)
    model = (one.example.model,) if one.example.model == other.example.model != "other" else ()
    told = (
        Reason("model", model, 3.0),
        Reason("programme", programmes, 2.0),
        Reason("size", sizes, 1.5),
        Reason("words", words, 0.6 * len(words)),
        Reason("dimension", dimensions, 0.5 * len(dimensions)),
    )
    return [reason for reason in told if reason.values]


def _telling(one: Entry, other: Entry) -> list[str]:
    return [word for word in shared_words(one, other) if word not in SAYS_NOTHING]


def _sizes(entry: Entry) -> set[str]:
    """The size classes of the municipalities in it, as they are now."""
    year = this_year().year
    sizes = {attributes.size_class(place, year) for place in entry.where if place.kind == "municipality"}
    return sizes - {attributes.UNKNOWN_SIZE}
