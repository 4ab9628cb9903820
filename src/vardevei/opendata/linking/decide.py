"""Which municipality or county council is this participant? One decision with its rule, candidates and score.

Order: identifier, a person's verdict, country, words that tell it is something else, the word for municipality or
county council beside a place of the register, context, guarded forgiving of spelling, a person's queue.

    from vardevei.opendata import linking
    linking.link("Vaaler kommune", hint="Solør", year=2018)   # kommune 0426, rule "other-spelling+context"

The rules are listed with a sentence each in `rules.RULES`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from vardevei.opendata import attributes
from vardevei.opendata.linking import context, fuzzy, normalise
from vardevei.opendata.linking import vocabulary as words
from vardevei.opendata.linking.index import LAST_YEAR, Index, Named, index
from vardevei.opendata.linking.vocabulary import Mark, vocabulary

NORWAY = frozenset({"NO", "NOR", "NORWAY", "NORGE", "NOREG"})
NONE, AMBIGUOUS = "none", "ambiguous"
LONGEST_PLACE = 4  # words
Verdicts = Mapping[tuple[str, str], str]


class Decision(NamedTuple):
    """`kind` is "kommune", "fylkeskommune", "none" or "ambiguous".

    `code` is the number as of the year ("0426"; all of them, "0137|0426", when ambiguous; "" when not linked), and
    `place_id` the register's stable id of the organisation whose name it is. `relation` is "self", "subunit",
    "enterprise", "implicit" (told by number or task, not by name) or "none". `rule` is an id in `rules.RULES`, with
    suffixes as in `rules.SUFFIXES`. `score` is 0 to 1. `candidates` are the numbers a person may choose from.
    """

    kind: str
    code: str = ""
    place_id: str = ""
    relation: str = "none"
    rule: str = ""
    score: float = 0.0
    candidates: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What is known of a participant. `year` is the year of the participation, or 0 when it is not known."""

    name: str
    country: str = "NO"
    hint: str = ""
    year: int = 0
    organisation_number: str = ""
    nuts: str = ""
    post_code: str = ""


class Found(NamedTuple):
    """Places that a name may be, the words that said so (start and end), and by which rule."""

    places: list[Named]
    start: int
    end: int
    rule: str
    score: float


_EMPTY = Decision(NONE, rule="empty-name")
_NO_COUNTRY = Decision(NONE, rule="country-unknown")
_OTHER_COUNTRY = Decision(NONE, rule="other-country")
_NO_KIND = Decision(NONE, rule="no-kind")
_OTHER_OWNER = Decision(NONE, rule="other-owner")
_TASK = Decision(NONE, relation="implicit", rule="municipal-task")


class Reader:
    """One name being read: its words, its marks, and the year whose register counts."""

    def __init__(self, asked: Asked, folded: str, tokens: list[str], names: Index) -> None:
        self.asked, self.folded, self.tokens, self.index = asked, folded, tokens, names
        self.year = asked.year or LAST_YEAR
        self.words = vocabulary()

    # -- what kind of name it is --------------------------------------------------------------------------------

    def decide(self) -> Decision:
        marks = self.words.marks(self.tokens)
        if not marks:
            return self._without_mark()
        kinds = [mark for mark in marks if mark.meaning in words.KINDS]
        for mark in marks:
            if mark.meaning == words.ENTERPRISE:
                return Decision(NONE, relation="enterprise", rule="enterprise", candidates=self._named_in_it())
            if mark.meaning == words.VETO or (mark.meaning == words.COMPANY and not self._is_the_place(mark, kinds)):
                return _OTHER_OWNER
        if kinds:
            return self._with_kind(kinds)
        return _TASK if any(mark.meaning == words.IMPLICIT for mark in marks) else self._without_mark()

    @staticmethod
    def _is_the_place(mark: Mark, kinds: list[Mark]) -> bool:
        """ "AS KOMMUNE" and "City of As" are Ås; "BERGEN KOMMUNE AS" is a company."""
        return any(
            mark.end == kind.start or (mark.start == kind.end and kind.meaning.endswith("before")) for kind in kinds
        )

    def _without_mark(self) -> Decision:
        """No word for municipality: perhaps it is misspelt, or written in one word with the place."""
        if "mun" in self.folded or "kom" in self.folded or "oun" in self.folded or "herad" in self.folded:
            for at, token in enumerate(self.tokens):
                meaning = self.words.near_kind(token)
                found = self._beside(Mark(at, at + 1, meaning)) if meaning else self._joined(at, token)
                if found:
                    return self._conclude(found, [Mark(at, at + 1, meaning or words.AFTER)])
        return self._place_alone()

    def _joined(self, at: int, token: str) -> Found | None:
        """ "Trondheimkommune" """
        for ending, kind in (("fylkeskommune", "fylkeskommune"), ("kommune", "kommune"), ("municipality", "kommune")):
            if token.endswith(ending) and len(token) > len(ending):
                return self._look_up(kind, 0, at + 1, "".join(self._plain(0, at)) + token[: -len(ending)], "joined")
        return None

    def _place_alone(self) -> Decision:
        key = "".join(self._plain(0, len(self.tokens)))
        named = self.index.names["kommune"].exact.get(key) or self.index.names["fylkeskommune"].exact.get(key)
        if not named:
            return _NO_KIND
        return Decision(NONE, rule="place-alone", candidates=self._numbers(self._of_the_year(list(named))[0]))

    def _with_kind(self, kinds: list[Mark]) -> Decision:
        for mark in kinds:
            found = self._beside(mark)
            if found and (mark.meaning != words.COUNTY_ALONE or not self._rest(found, kinds)):
                return self._other_place(found, mark, kinds) or self._conclude(found, kinds)
        kind = words.KINDS[kinds[0].meaning]
        return Decision(NONE, rule="unknown-place", candidates=self._of_the_other_kind(kind, kinds[0]))

    # -- the place beside the word ------------------------------------------------------------------------------

    def _plain(self, start: int, end: int) -> list[str]:
        return [token for token in self.tokens[start:end] if token != normalise.BOUNDARY]

    def _beside(self, mark: Mark) -> Found | None:
        kind = words.KINDS[mark.meaning]
        if mark.meaning.endswith("before") or mark.start == 0:
            return self._after(kind, mark.end)
        return self._before(kind, mark.start)

    def _before(self, kind: str, end: int) -> Found | None:
        """The place that ends right before the word: all that stands there, or its part, or its last words."""
        found = self._exact(kind, 0, end)
        if found:
            return found
        starts = [at + 1 for at in range(end) if self.tokens[at] == normalise.BOUNDARY][-1:]
        last_words = range(max(end - LONGEST_PLACE, *starts, 1) if starts else max(end - LONGEST_PLACE, 1), end)
        return (
            next((f for start in starts if (f := self._exact(kind, start, end))), None)
            or next((f for start in [0, *starts] if (f := self._misspelt(kind, start, end))), None)
            or next((f for start in last_words if (f := self._exact(kind, start, end))), None)
            or next((f for start in [*reversed(starts), 0] if (f := self._near(kind, start, end))), None)
        )

    def _after(self, kind: str, start: int) -> Found | None:
        """The place that begins right after the word ("City of Oslo, Agency for Climate")."""
        tokens = self.tokens
        start = next((at for at in range(start, len(tokens)) if tokens[at] != normalise.BOUNDARY), len(tokens))
        end = next((at for at in range(start, len(tokens)) if tokens[at] == normalise.BOUNDARY), len(tokens))
        ends = range(min(end, start + LONGEST_PLACE), start, -1)
        return (
            next((f for stop in ends if (f := self._exact(kind, start, stop))), None)
            or self._misspelt(kind, start, end)
            or self._near(kind, start, end)
        )

    def _exact(self, kind: str, start: int, end: int) -> Found | None:
        tokens = self.tokens
        key = tokens[start] if end - start == 1 else "".join(self._plain(start, end))
        return self._look_up(kind, start, end, key, "place-and-kind")

    def _look_up(self, kind: str, start: int, end: int, key: str, rule: str) -> Found | None:
        names = self.index.names[kind]
        named = names.exact.get(key)
        if named:
            return Found(list(named), start, end, rule, 1.0)
        loose = normalise.lenient(key)
        if named := names.lenient.get(loose):
            return Found(list(named), start, end, "other-spelling", 0.95)
        if key.endswith("s") and (named := names.exact.get(key[:-1]) or names.lenient.get(loose[:-1])):
            return Found(list(named), start, end, "genitive", 0.95)
        return None

    def _misspelt(self, kind: str, start: int, end: int) -> Found | None:
        """One slip in the whole of what stands beside the word, and never for ordinary words ("Vår kommune")."""
        plain = self._plain(start, end)
        if not plain or any(token in self.words.ordinary for token in plain):
            return None
        names, loose = self.index.names[kind], normalise.lenient("".join(plain))
        if normalise.LOST in loose and (named := fuzzy.lost_letters(names, loose)):
            return Found(self._of_the_year(named)[0], start, end, "lost-letters", 0.9)
        weighed = fuzzy.one_slip(names, self._spelled(start, end), loose)
        weighed = [pair for pair in weighed if not pair[0].years_away(self.year)] or weighed
        if not weighed:
            return None
        fitting = self._narrow([named for named, _ in weighed], "")
        chosen, share = fuzzy.likeliest(pair for pair in weighed if pair[0] in fitting)
        return Found(chosen, start, end, "typo", round(0.9 * share, 3))

    def _near(self, kind: str, start: int, end: int) -> Found | None:
        """More than one slip, or a short foreign form: only a place that stands out, or the one the town names."""
        plain = self._plain(start, end)
        if any(token in self.words.ordinary for token in plain):
            return None
        scored = fuzzy.nearest(self.index.names[kind], normalise.lenient("".join(plain)), self.year)
        if not scored:
            return None
        return Found(self._narrow([named for named, _ in scored], ""), start, end, "near", scored[0][1] / 100)

    def _spelled(self, start: int, end: int) -> str:
        tokens = normalise.spelled(self.asked.name).split()
        return "".join(token for token in tokens[start:end] if token != normalise.BOUNDARY)

    # -- which of the places ------------------------------------------------------------------------------------

    def _of_the_year(self, named: list[Named]) -> tuple[list[Named], bool]:
        """The places that had the name in the year, each once; else the ones nearest in time, and True."""
        away = min(one.years_away(self.year) for one in named)
        return list({one.place_id: one for one in named if one.years_away(self.year) == away}.values()), away > 0

    def _narrow(self, named: list[Named], besides: str, rest: str = "") -> list[Named]:
        if len({one.place_id for one in named}) < 2:
            return named
        asked, clues = self.asked, context.clues()
        return context.narrow(
            named,
            chain(
                clues.of_codes(asked.post_code, asked.nuts, asked.hint),
                clues.of(rest, besides),
                clues.of(asked.hint, besides),
            ),
        )

    def _conclude(self, found: Found, kinds: list[Mark]) -> Decision:
        rest = self._rest(found, kinds)
        named, other_years = self._of_the_year(found.places)
        rule = found.rule
        if len(found.places) > 1:
            key = "".join(self._plain(found.start, found.end))
            fitting = self._narrow(found.places, key, " ".join(rest)) if len(named) > 1 or other_years else named
            chosen, other_years = self._of_the_year(fitting)
            if len(chosen) < len(named):
                rule += "+context"
            named = chosen
        if len(named) > 1:
            return self._several(found, named)
        rule += "+other-years" if other_years else ""
        rule += "" if self.asked.year else "+today"
        relation = "subunit" if rest and self._says_more(rest, named[0]) else "self"
        one = named[0]
        return Decision(one.kind, one.code(self.year), one.place_id, relation, rule, found.score)

    def _several(self, found: Found, named: list[Named]) -> Decision:
        numbers = self._numbers(named)
        if found.rule in ("typo", "near", "lost-letters") and len({one.spelling for one in named}) > 1:
            return Decision(NONE, rule="near-several", score=found.score, candidates=numbers)
        return Decision(AMBIGUOUS, "|".join(numbers), "", "self", "same-name", 0.5, numbers)

    def _numbers(self, named: Iterable[Named]) -> tuple[str, ...]:
        return tuple(sorted({one.code(self.year) for one in named}))

    # -- what else the name says --------------------------------------------------------------------------------

    def _rest(self, found: Found, kinds: list[Mark]) -> list[str]:
        """The words that are neither the place nor a word for its kind, and mean something."""
        if found.end - found.start + sum(mark.end - mark.start for mark in kinds) == len(self.tokens):
            return []
        used = set(range(found.start, found.end)).union(*(range(mark.start, mark.end) for mark in kinds))
        return [
            token
            for at, token in enumerate(self.tokens)
            if at not in used and token != normalise.BOUNDARY and not token.isdigit() and token not in self.words.filler
        ]

    def _says_more(self, rest: list[str], named: Named) -> bool:
        """False when the rest is only the same place in another language, where it lies, or a remark."""
        keys = self.index.keys_of[named.place_id]
        unknown = [
            token
            for token in rest
            if token not in keys
            and not self.words.near_filler(token)
            and not self.words.near_kind(token)
            and not any(fuzzy.likelihood(token, key) for key in keys if len(key) > 3)
        ]
        if not unknown:
            return False
        lies_in = context.clues().by_name.get("".join(rest), ())
        each = all(
            any(areas & named.areas for areas in context.clues().by_name.get(token, ())) for token in unknown
        )
        return not (each or any(areas & named.areas for areas in lies_in))

    def _other_place(self, found: Found, mark: Mark, kinds: list[Mark]) -> Decision | None:
        """Two municipalities in one name ("Oppdal og Rennebu kommune") are for a person."""
        mine = {one.place_id for one in found.places}
        others = [other for kind in kinds if kind is not mark and (other := self._exact_beside(kind))]
        if found.start > 1 and self.tokens[found.start - 1] == "og" and mark.start == found.end:
            before = self._before_exact(words.KINDS[mark.meaning], found.start - 1)
            others += [before] if before else []
        for other in others:
            if not mine & {one.place_id for one in other.places}:
                both = self._of_the_year(found.places)[0] + self._of_the_year(other.places)[0]
                return Decision(NONE, rule="several-places", candidates=self._numbers(both))
        return None

    def _exact_beside(self, mark: Mark) -> Found | None:
        kind = words.KINDS[mark.meaning]
        if mark.meaning.endswith("before"):
            return self._after(kind, mark.end)
        return self._before_exact(kind, mark.start)

    def _before_exact(self, kind: str, end: int) -> Found | None:
        starts = range(max(end - LONGEST_PLACE, 0), end)
        return next((f for start in starts if (f := self._exact(kind, start, end)) and f.score == 1.0), None)

    def _of_the_other_kind(self, kind: str, mark: Mark) -> tuple[str, ...]:
        other = "fylkeskommune" if kind == "kommune" else "kommune"
        found = self._before_exact(other, mark.start)
        return self._numbers(self._of_the_year(found.places)[0]) if found else ()

    def _named_in_it(self) -> tuple[str, ...]:
        """The municipality an enterprise may belong to: the place its name begins with, or the town."""
        for text in (self.tokens, normalise.canonical(self.asked.hint).split()):
            for end in range(min(LONGEST_PLACE, len(text)), 0, -1):
                named = self.index.names["kommune"].exact.get("".join(text[:end]))
                if named:
                    return self._numbers(self._narrow(self._of_the_year(list(named))[0], "".join(text[:end])))
        return ()


class Linker:
    def __init__(self, verdicts: Verdicts | None = None) -> None:
        self.index = index()
        self.verdicts = verdicts or {}

    def decide(self, asked: Asked) -> Decision:
        if asked.organisation_number and (decision := self._by_number(asked)):
            return decision
        folded = normalise.canonical(asked.name)
        country = asked.country.strip().upper()
        if self.verdicts and (decision := self._by_verdict(asked, " ".join(folded.split()), country)):
            return decision
        if country not in NORWAY:
            return _OTHER_COUNTRY if country else _NO_COUNTRY
        return self._by_name(asked, folded)

    def _by_name(self, asked: Asked, folded: str) -> Decision:
        tokens = folded.split()
        if not tokens or tokens == [normalise.LOST]:
            return _EMPTY
        if not words.AND.isdisjoint(tokens):
            tokens = ["og" if token in words.AND else token for token in tokens]
        return Reader(asked, folded, tokens, self.index).decide()

    def _by_number(self, asked: Asked) -> Decision | None:
        """The number decides the place; what the name adds tells whether it is a part of it."""
        ids = places_of_number(asked.organisation_number)
        if not ids:
            return None
        year = asked.year or LAST_YEAR
        named = min((self.index.by_id[place_id] for place_id in ids), key=lambda one: _life(one, year))
        by_name = self._by_name(asked, normalise.canonical(asked.name))
        same = by_name.place_id in ids and by_name.relation in ("self", "subunit")
        relation = by_name.relation if same else "self" if by_name.rule == "empty-name" else "implicit"
        rule = "identifier" + ("" if asked.year else "+today")
        return Decision(named.kind, named.code(year), named.place_id, relation, rule, 1.0)

    def _by_verdict(self, asked: Asked, folded: str, country: str) -> Decision | None:
        place_id = self.verdicts.get((folded, country))
        if place_id is None:
            return None
        if not place_id:
            return Decision(NONE, rule="verdict", score=1.0)
        named = self.index.by_id[place_id]
        return Decision(named.kind, named.code(asked.year or LAST_YEAR), place_id, "self", "verdict", 1.0)


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
