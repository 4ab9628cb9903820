"""Which municipality or county council is this participant? One decision with its rule, candidates and score.

Order: identifier, a person's verdict, country, words that tell it is something else, the word for municipality or
county council beside a place of the register, context, guarded forgiving of spelling, a person's queue.

    from vardevei.opendata import linking
    linking.link("Vaaler kommune", hint="Solør", year=2018)   # kommune 0426, rule "other-spelling+context"

The rules are listed with a sentence each in `rules.RULES`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from vardevei.opendata import attributes
from vardevei.opendata.linking import normalise
from vardevei.opendata.linking import vocabulary as words
from vardevei.opendata.linking.context import clues
from vardevei.opendata.linking.decision import NONE, Asked, Decision
from vardevei.opendata.linking.index import LAST_YEAR, Named, index
from vardevei.opendata.linking.reader import NO_KIND, OTHER_OWNER, Reader, may_hide_a_kind
from vardevei.opendata.linking.vocabulary import Mark, vocabulary

NORWAY = frozenset({"NO", "NOR", "NORWAY", "NORGE", "NOREG"})
Verdicts = Mapping[tuple[str, str], str]


_EMPTY = Decision(NONE, rule="empty-name")
_NO_COUNTRY = Decision(NONE, rule="country-unknown")
_OTHER_COUNTRY = Decision(NONE, rule="other-country")


class Linker:
    def __init__(self, verdicts: Verdicts | None = None) -> None:
        self.index, self.words = index(), vocabulary()
        self.verdicts = verdicts or {}

    def decide(self, asked: Asked) -> Decision:
        if asked.organisation_number and (decision := self._by_number(asked)):
            return decision
        folded = normalise.canonical(asked.name)
        country = asked.country.strip().upper()
        if self.verdicts and (decision := self._by_verdict(asked, " ".join(folded.split()), country)):
            return decision
        if country != "NO" and country not in NORWAY:
            return _OTHER_COUNTRY if country else _NO_COUNTRY
        return self._by_name(asked, folded)

    def _by_name(self, asked: Asked, folded: str) -> Decision:
        tokens = folded.split()
        if not tokens or tokens == [normalise.LOST]:
            return _EMPTY
        if not words.AND.isdisjoint(tokens):
            tokens = ["og" if token in words.AND else token for token in tokens]
        marks = self.words.marks(tokens)
        quick = self._at_a_glance(asked.year, tokens, marks) if marks else self._nothing_said(folded, tokens)
        if quick:
            return quick
        return Reader(asked, folded, tokens, marks, self.index, self.words).decide()

    def _at_a_glance(self, year: int, tokens: list[str], marks: list[Mark]) -> Decision | None:
        """Most names are only a place and a word for its kind, or a company. Only quicker, never different."""
        start, end, meaning = marks[0]
        if meaning == words.VETO or (meaning == words.COMPANY and len(marks) == 1):
            return OTHER_OWNER
        kind = words.KINDS.get(meaning)
        if kind is None or len(marks) > 1 or (start and end != len(tokens)):
            return None
        settled = self.index.names[kind].settled.get("".join(tokens[:start] or tokens[end:]))
        return settled.get(year) if settled else None

    def _nothing_said(self, folded: str, tokens: list[str]) -> Decision | None:
        """Most other names hold no such word and no place. Only quicker, never different."""
        key = "".join(tokens)
        place = any(key in names.exact for names in self.index.names.values())
        return None if place or may_hide_a_kind(folded) else NO_KIND

    def _by_number(self, asked: Asked) -> Decision | None:
        """The number decides the place; what the name adds tells whether it is a part of it."""
        ids = places_of_number(asked.organisation_number)
        if not ids:
            return None
        year = asked.year or LAST_YEAR
        named = min((self.index.of_place(place_id, year) for place_id in ids), key=lambda one: _life(one, year))
        by_name = self._by_name(asked, normalise.canonical(asked.name))
        rule = "identifier"
        if named.years_away(year) and (before := self._same_name_before(named, by_name, year)):
            named, rule = before, rule + "+predecessor"
        rule += "+other-years" if named.years_away(year) else ""
        rule += "" if asked.year else "+today"
        relation = self._relation_to(named, by_name, year)
        return Decision(named.kind, named.code(year), named.place_id, relation, rule, 1.0)

    def _same_name_before(self, named: Named, by_name: Decision, year: int) -> Named | None:
        """What bore the same name that year and became part of the number's place."""
        if not by_name.place_id:
            return None
        before = self.index.of_place(by_name.place_id, year)
        is_the_same = before.spelling == named.spelling and before.areas < named.areas
        return before if is_the_same and not before.years_away(year) else None

    @staticmethod
    def _relation_to(named: Named, by_name: Decision, year: int) -> str:
        """What the name says of a place that the number has told: "implicit" when it does not name it at all."""
        if by_name.rule == "empty-name":
            return "self"
        names_it = by_name.kind != NONE and named.code(year) in by_name.code.split("|")
        return by_name.relation if names_it else "implicit"

    def _by_verdict(self, asked: Asked, folded: str, country: str) -> Decision | None:
        place_id = self.verdicts.get((folded, country))
        if place_id is None:
            return None
        if not place_id:
            return Decision(NONE, rule="verdict", score=1.0)
        year = asked.year or LAST_YEAR
        named = self.index.of_place(place_id, year)
        return Decision(named.kind, named.code(year), place_id, "self", "verdict", 1.0)


def _life(named: Named, year: int) -> tuple[int, int]:
    return named.years_away(year), -named.first


def places_of_number(organisation_number: str) -> tuple[str, ...]:
    """Ids of the places that have had the number, however it is written ("NO 942 110 464 MVA")."""
    digits = "".join(character for character in organisation_number if character.isdigit())
    return attributes.places_of_number(digits) if len(digits) == 9 else ()


@cache
def _linker() -> Linker:
    return Linker()


def link(
    name: str,
    country: str = "NO",
    hint: str = "",
    year: int | None = None,
    organisation_number: str = "",
    nuts: str = "",
    post_code: str = "",
    verdicts: Verdicts | None = None,
) -> Decision:
    """Decide for one participant. `country` is an ISO code; an empty one is never linked by name.

    `year` is the year of the participation (numbers are as of it; None is the register's last year), `hint` a town,
    county or post code, `verdicts` maps (folded name, country) to a place id, or to "" for none of them.
    """
    linker = Linker(verdicts) if verdicts else _linker()
    return linker.decide(Asked(name, country, hint, year or 0, organisation_number, nuts, post_code))


def link_many(rows: Iterable[Asked], verdicts: Verdicts | None = None) -> Iterator[Decision]:
    """Decide for each row, in order, as they come. Nothing is remembered from one name to the next."""
    decide = Linker(verdicts).decide
    return map(decide, rows)


def folded_name(name: str) -> str:
    """The form under which a person's verdict on a name is kept."""
    return " ".join(normalise.canonical(name).split())


def forget() -> None:
    """Drop the indexes, after a new edition of the register was written."""
    for cached in (_linker, index, clues):
        cached.cache_clear()
