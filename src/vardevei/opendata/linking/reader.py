"""Reading one name: the word for municipality or county council, the place beside it, and what else it says."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from vardevei.opendata.linking import context, fuzzy, normalise
from vardevei.opendata.linking import vocabulary as words
from vardevei.opendata.linking.decision import AMBIGUOUS, NONE, Asked, Decision
from vardevei.opendata.linking.index import LAST_YEAR, Index, Named, Names, homonyms
from vardevei.opendata.linking.vocabulary import Mark, Vocabulary

LONGEST_PLACE = 4  # words
SHORTEST_GENITIVE = 4  # letters: "OSS" is Voss or Moss before it is "of Os"
OTHER_OWNER = Decision(NONE, rule="other-owner")
NO_KIND = Decision(NONE, rule="no-kind")
_TASK = Decision(NONE, relation="implicit", rule="municipal-task")


class Found(NamedTuple):
    """Places that a name may be, the words that said so (start and end), and by which rule."""

    places: list[Named]
    start: int
    end: int
    rule: str
    score: float


class Reader:
    """One name being read: its words, its marks, and the year whose register counts."""

    __slots__ = ("asked", "folded", "index", "marks", "tokens", "words", "year")

    def __init__(
        self, asked: Asked, folded: str, tokens: list[str], marks: list[Mark], names: Index, known: Vocabulary
    ) -> None:
        self.asked, self.folded, self.tokens, self.marks = asked, folded, tokens, marks
        self.index, self.words = names, known
        self.year = asked.year or LAST_YEAR

    # -- what kind of name it is --------------------------------------------------------------------------------

    def decide(self) -> Decision:
        marks = self.marks
        if not marks:
            return self._without_mark()
        kinds = [mark for mark in marks if mark.meaning in words.KINDS]
        for mark in marks:
            if mark.meaning == words.ENTERPRISE:
                return Decision(NONE, relation="enterprise", rule="enterprise", candidates=self._named_in_it())
            if mark.meaning == words.VETO or (mark.meaning == words.COMPANY and not self._is_the_place(mark, kinds)):
                return OTHER_OWNER
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
        return self._misspelt_kind() or self._place_alone()

    def _misspelt_kind(self) -> Decision | None:
        """Perhaps the word for municipality is misspelt ("Conty Council"), or written in one word with the place."""
        if not may_hide_a_kind(self.folded):
            return None
        for at, token in enumerate(self.tokens):
            phrase = " ".join(self.tokens[at : at + 2])
            if found := self._joined(at, token):
                return self._conclude(found, [Mark(at, at + 1, words.AFTER)])
            for length, written in ((2, phrase), (1, token)):
                mark = Mark(at, at + length, self.words.near_kind(written))
                if mark.meaning and (found := self._beside(mark)):
                    return self._conclude(found, [mark])
        return None

    def _joined(self, at: int, token: str) -> Found | None:
        """ "Trondheimkommune" """
        for ending, kind in (("fylkeskommune", "fylkeskommune"), ("kommune", "kommune"), ("municipality", "kommune")):
            if token.endswith(ending) and len(token) > len(ending):
                place = token[: -len(ending)]
                whole = "".join(self._plain(0, at)) + place  # "Hauge sundkommune"
                return self._look_up(kind, 0, at + 1, whole, "joined") or self._look_up(
                    kind, at, at + 1, place, "joined"
                )
        return None

    def _place_alone(self) -> Decision:
        key = "".join(self.tokens)
        named = self.index.names["kommune"].exact.get(key) or self.index.names["fylkeskommune"].exact.get(key)
        if not named:
            return NO_KIND
        return Decision(NONE, rule="place-alone", candidates=self._numbers(self._of_the_year(list(named))[0]))

    def _with_kind(self, kinds: list[Mark]) -> Decision:
        for mark in kinds:
            found = self._beside(mark)
            if found and (mark.meaning != words.COUNTY_ALONE or not self._rest(found, kinds)):
                return self._other_place(found, mark, kinds) or self._conclude(found, kinds)
        kind = words.KINDS[kinds[0].meaning]
        unknown = Decision(NONE, rule="unknown-place", candidates=self._of_the_other_kind(kind, kinds[0]))
        return self._misspelt_kind() or unknown

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
        part = max((at + 1 for at in range(end) if self.tokens[at] == normalise.BOUNDARY), default=0)
        return (
            (self._exact(kind, part, end) if part else None)
            or self._misspelt(kind, 0, end)
            or (self._misspelt(kind, part, end) if part else None)
            or self._last_words(kind, max(end - LONGEST_PLACE, part, 1), end)
            or self._near(kind, part, end)
            or (self._near(kind, 0, end) if part else None)
        )

    def _last_words(self, kind: str, first: int, end: int) -> Found | None:
        return next((found for start in range(first, end) if (found := self._exact(kind, start, end))), None)

    def _after(self, kind: str, start: int) -> Found | None:
        """The place that begins right after the word ("City of Oslo, Agency for Climate")."""
        tokens = self.tokens
        start = next(
            (at for at in range(start, len(tokens)) if tokens[at] not in (normalise.BOUNDARY, "of")), len(tokens)
        )
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
        if loose in names.lenient:
            return self._other_spelling(names, start, end, key, loose)
        if len(key) > SHORTEST_GENITIVE and key.endswith("s") and (named := names.exact.get(key[:-1])):
            return Found(list(named), start, end, "genitive", 0.95)
        return None

    def _other_spelling(self, names: Names, start: int, end: int, key: str, loose: str) -> Found | None:
        """Only when a written æ, ø or å is one in the name too ("RÆNA" is not Rana), and the town says nothing else."""
        written = self._spelled(start, end, key)
        named = [one for one in names.lenient[loose] if fuzzy.keeps_letters(written, one.spelling)]
        town = normalise.key(self.asked.hint)
        if town in names.exact and town != key and town in names.one_letter_away(key):
            return Found(list(names.exact[town]), start, end, "typo", 0.9)
        return Found(named, start, end, "other-spelling", 0.95) if named else None

    def _misspelt(self, kind: str, start: int, end: int) -> Found | None:
        """One slip in the whole of what stands beside the word, and never for ordinary words ("Vår kommune")."""
        plain = self._plain(start, end)
        if self.words.ordinary.issuperset(plain):
            return None
        names, key = self.index.names[kind], "".join(plain)
        if normalise.LOST in key and (named := fuzzy.lost_letters(names, normalise.lenient(key))):
            return Found(self._of_the_year(named)[0], start, end, "lost-letters", 0.9)
        weighed = fuzzy.one_slip(names, self._spelled(start, end, key), key, self.year)
        if not weighed:
            return None
        if len(weighed) > 1:
            fitting = self._narrow([named for named, _ in weighed], "")
            weighed = [pair for pair in weighed if pair[0] in fitting]
        chosen, share = fuzzy.likeliest(weighed)
        return Found(chosen, start, end, "typo", round(0.9 * share, 3))

    def _near(self, kind: str, start: int, end: int) -> Found | None:
        """More than one slip, or a short foreign form: only a place that stands out, or the one the town names."""
        plain = self._plain(start, end)
        if self.words.ordinary.issuperset(plain):
            return None
        scored = fuzzy.nearest(self.index.names[kind], normalise.lenient("".join(plain)), self.year)
        if not scored:
            return None
        return Found(self._narrow([named for named, _ in scored], ""), start, end, "near", scored[0][1] / 100)

    def _spelled(self, start: int, end: int, key: str) -> str:
        """The same words with æ, ø and å as written."""
        if self.asked.name.isascii():
            return key
        tokens = normalise.spelled(self.asked.name).split()
        return "".join(token for token in tokens[start:end] if token != normalise.BOUNDARY)

    # -- which of the places ------------------------------------------------------------------------------------

    def _of_the_year(self, named: list[Named]) -> tuple[list[Named], bool]:
        """The places that had the name in the year, each once; else the ones nearest in time, and True."""
        if len(named) == 1:
            return named, named[0].years_away(self.year) > 0
        away = min(one.years_away(self.year) for one in named)
        return list({one.place_id: one for one in named if one.years_away(self.year) == away}.values()), away > 0

    def _narrow(self, named: list[Named], besides: str, rest: str = "") -> list[Named]:
        if len(named) == 1 or len({one.place_id for one in named}) == 1:
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
        if len(named) > 1 or other_years or homonyms(named[0], found.places):
            chosen, other_years = self._by_context(found, named, other_years, rest)
            rule += "+context" if chosen != named else ""
            named = chosen
        if len(named) > 1:
            return self._several(found, named, "subunit" if rest else "self")
        rule += "+other-years" if other_years else ""
        rule += "" if self.asked.year else "+today"
        relation = "subunit" if rest and self._says_more(rest, named[0]) else "self"
        one = named[0]
        return Decision(one.kind, one.code(self.year), one.place_id, relation, rule, found.score)

    def _by_context(
        self, found: Found, named: list[Named], other_years: bool, rest: list[str]
    ) -> tuple[list[Named], bool]:
        """Among all that ever had the name, the ones the context points to; those of the year first."""
        key = "".join(self._plain(found.start, found.end))
        fitting = self._narrow(found.places, key, " ".join(rest))
        chosen, away = self._of_the_year(fitting)
        if away and not other_years and any(one.areas & named[0].areas for one in chosen):
            return named, False  # what it was made of or became: the place of the year is meant
        return chosen, away

    def _several(self, found: Found, named: list[Named], relation: str) -> Decision:
        numbers = self._numbers(named)
        if found.rule in ("typo", "near", "lost-letters") and len({one.spelling for one in named}) > 1:
            return Decision(NONE, rule="near-several", score=found.score, candidates=numbers)
        return Decision(AMBIGUOUS, "|".join(numbers), "", relation, "same-name", 0.5, numbers)

    def _numbers(self, named: Iterable[Named]) -> tuple[str, ...]:
        return tuple(sorted({one.code(self.year) for one in named}))

    # -- what else the name says --------------------------------------------------------------------------------

    def _rest(self, found: Found, kinds: list[Mark]) -> list[str]:
        """The words that are neither the place nor a word for its kind, and mean something."""
        if max(found.end, kinds[-1].end) - min(found.start, kinds[0].start) == 2 == len(self.tokens):
            return []  # two words, the place and its kind
        used = set(range(found.start, found.end)).union(*(range(mark.start, mark.end) for mark in kinds))
        return [
            token
            for at, token in enumerate(self.tokens)
            if at not in used and token != normalise.BOUNDARY and not token.isdigit() and token not in self.words.filler
        ]

    def _says_more(self, rest: list[str], named: Named) -> bool:
        """False when the rest is only the same place in another language, where it lies, or a remark."""
        return not self._lies_in("".join(rest), named) and any(self._is_news(token, named) for token in rest)

    @staticmethod
    def _lies_in(key: str, named: Named) -> bool:
        return any(areas & named.areas for areas in context.clues().by_name.get(key, ()))

    def _is_news(self, token: str, named: Named) -> bool:
        keys = self.index.keys_of[named.place_id]
        return not (
            token in keys
            or self._lies_in(token, named)
            or self.words.near_filler(token)
            or self.words.near_kind(token)
            or any(fuzzy.likelihood(token, key) for key in keys if len(key) > 3)
        )

    def _other_place(self, found: Found, mark: Mark, kinds: list[Mark]) -> Decision | None:
        """Two municipalities in one name ("Oppdal og Rennebu kommune") are for a person."""
        after_and = found.start > 1 and mark.start == found.end and self.tokens[found.start - 1] == "og"
        if len(kinds) == 1 and not after_and:
            return None
        mine = {one.place_id for one in found.places}
        others = [other for kind in kinds if kind is not mark and (other := self._exact_beside(kind))]
        if after_and:
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


def may_hide_a_kind(folded: str) -> bool:
    """Quick look for the letters of a word for municipality that may be misspelt."""
    return "mun" in folded or "kom" in folded or "oun" in folded or "herad" in folded
