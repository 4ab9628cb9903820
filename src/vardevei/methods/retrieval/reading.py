"""What a query says: the concepts it names, by which words, and the words nobody knew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from vardevei.methods.retrieval import english, norwegian, word_lists
from vardevei.methods.retrieval.thesaurus import Thesaurus, Trigger

PART = 0.85  # a concept named by a part of a compound counts less than one named by a whole word
GUESSED = 0.7  # a concept found by forgiving the spelling
VERB_ENDINGS = ("es", "er", "ar", "ast", "te", "a", "e")
LIKENESS = 88  # how alike two spellings must be, of 100


@dataclass(frozen=True)
class Found:
    """A concept found in a token, from letter to letter."""

    concept: str
    token: int
    begin: int
    end: int
    last: int  # the last token of a term of several words
    weight: float

    @property
    def letters(self) -> int:
        return self.end - self.begin + 6 * (self.last - self.token)


@dataclass
class Reading:
    tokens: list[str]
    concepts: dict[str, float] = field(default_factory=dict)  # concept, weight
    named: dict[str, list[str]] = field(default_factory=dict)  # concept, the words of the query that named it
    unknown: list[str] = field(default_factory=list)  # words that say something, and that no concept knows


def read(text: str, thesaurus: Thesaurus) -> Reading:
    """The concepts of a text in Norwegian. Where terms overlap, the longest wins."""
    tokens = norwegian.words(text)
    reading = Reading(tokens)
    chosen = _longest(_found(tokens, thesaurus))
    taken = {number for found in chosen for number in range(found.token, found.last + 1)}
    for found in chosen:
        _name(reading, found.concept, found.weight, " ".join(tokens[found.token : found.last + 1]))
    for number, token in enumerate(tokens):
        if number not in taken and word_lists.tells(token):
            _guess(reading, token, thesaurus)
    return reading


def _name(reading: Reading, concept: str, weight: float, words: str) -> None:
    before = reading.concepts.get(concept, 0.0)
    reading.concepts[concept] = max(before, weight) + (0.15 if before else 0.0)
    said = reading.named.setdefault(concept, [])
    if words not in said:
        said.append(words)


def _guess(reading: Reading, token: str, thesaurus: Thesaurus) -> None:
    for trigger in _alike(token, thesaurus):
        _name(reading, trigger.concept, GUESSED, token)
        return
    reading.unknown.append(token)


def _alike(token: str, thesaurus: Thesaurus) -> list[Trigger]:
    word = norwegian.stem(token)
    if len(word) < 6 or word.isdigit():
        return []
    near = [key for key in thesaurus.by_letter.get(word[0], ()) if abs(len(key) - len(word)) < 3]
    best = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if best:
        return thesaurus.single[best[0]]
    return next((thesaurus.single[noun] for noun in _nouns(token) if noun in thesaurus.single), [])


def _nouns(token: str) -> Iterator[str]:
    """The nouns that a verb could be known by: restaurere, restaurering; oversvømmes, oversvømmelse."""
    for ending in VERB_ENDINGS:
        if token.endswith(ending):
            yield from (norwegian.stem(token[: -len(ending)] + noun) for noun in ("ing", "else", "jing", "ning"))


def _found(tokens: list[str], thesaurus: Thesaurus) -> Iterator[Found]:
    for number, token in enumerate(tokens):
        if token not in word_lists.SMALL:  # «vil» is not «vilt», though both are left with vil
            yield from _within(number, token, thesaurus)
            for trigger in thesaurus.alone.get(token, ()):
                yield Found(trigger.concept, number, 0, len(token), number, 1.0)
        for trigger in thesaurus.several.get(norwegian.stem(token), ()):
            last = number + len(trigger.parts) - 1
            if last < len(tokens) and _fits(tokens[number : last + 1], trigger):
                yield Found(trigger.concept, number, 0, sum(map(len, tokens[number : last + 1])), last, 1.0)


def _fits(tokens: list[str], trigger: Trigger) -> bool:
    *before, final = tokens
    if any(norwegian.stem(token) != part for token, part in zip(before, trigger.parts, strict=False)):
        return False
    return final.startswith(trigger.parts[-1]) if trigger.open else norwegian.stem(final) == trigger.parts[-1]


def _within(number: int, token: str, thesaurus: Thesaurus) -> Iterator[Found]:
    length = len(token)
    for begin in range(max(1, length - 2)):
        for end in range(begin + 2, length + 1):
            for trigger in thesaurus.single.get(token[begin:end], ()):
                if weight := _weight(token, begin, end, trigger.open):
                    yield Found(trigger.concept, number, begin, end, number, weight)


def _weight(token: str, begin: int, end: int, open_: bool) -> float:
    """How surely the letters from begin to end are a word of its own in this token; 0 if they are not."""
    head, rest, size = token[:begin], token[end:], end - begin
    ends = open_ or norwegian.is_ending(rest)
    if not head:
        if ends and (size > 2 or not rest):
            return 1.0
        if norwegian.is_derived(rest):  # kunstig is not kunst
            return 0.0
        return PART if size >= 4 and len(rest) >= 3 else 0.0
    if len(head) < 3 or size < 4:
        return 0.0
    return PART if ends or (size >= 5 and len(rest) >= 3) else 0.0


def _longest(found: Iterable[Found]) -> list[Found]:
    chosen: list[Found] = []
    for one in sorted(found, key=lambda one: (-one.letters, one.token, one.begin)):
        if not any(_overlap(one, other) for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: (one.token, one.begin))


def _overlap(one: Found, other: Found) -> bool:
    """Two terms overlap unless they are the same letters, which name both concepts."""
    if one.last < other.token or other.last < one.token:
        return False
    if (one.token, one.last, one.begin, one.end) == (other.token, other.last, other.begin, other.end):
        return one.concept == other.concept
    if one.token == one.last == other.token == other.last:
        return one.begin < other.end and other.begin < one.end
    return True


COGNATES = (
    ("sjoner", "tion"), ("sjonar", "tion"), ("sjonen", "tion"), ("sjon", "tion"), ("itet", "ity"),
    ("isering", "isation"), ("iske", "ic"), ("isk", "ic"), ("ologi", "ology"), ("logi", "logy"), ("ier", "y"),
    ("i", "y"), ("ikk", "ic"), ("skap", "ship"),
)  # fmt: skip


def cognates(word: str) -> list[str]:
    """How a word could look in English: klima climate, demokrati democracy. Only such as the calls hold are used."""
    made = [word]
    for ending, instead in COGNATES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            made.append(word[: -len(ending)] + instead)
    made += [one.replace("k", "c") for one in made]
    made += [norwegian.stem(word), norwegian.stem(word).replace("k", "c")]
    return list(dict.fromkeys(english.stem(one) for one in made if len(one) >= 4))
