"""From a challenge to calls, programmes, examples, earlier projects and possible partners, each with its because.

    for hit in matching.for_challenge("Vi har mye overvann i sentrum", municipality):
        print(hit.kind, hit.title, hit.sentence, hit.words)

Nothing is kept and nobody is asked outside; `matches.find` keeps what is found for a challenge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from vardevei.guide.domain import corpus, earlier
from vardevei.guide.domain.corpus import Found as Got
from vardevei.guide.enums import Found
from vardevei.library.models import Example
from vardevei.organisations.models import Organisation
from vardevei.programmes.domain import calls as call_verbs
from vardevei.programmes.models import Call, Programme

TOP = {Found.CALL: 8, Found.PROGRAMME: 5, Found.EXAMPLE: 4}
LEAST = 0.3  # of the best of its kind: what is weaker only looks like an answer
MAY = {"yes": 0, "partly": 1, "unknown": 2, "no": 3}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `words` are pairs: as the challenge says it, as the text says it. `more` differs by kind:
    whether the municipality may use it and why, who took part and how near they are."""

    kind: str
    key: str
    title: str
    language: str
    sentence: str
    words: tuple[tuple[str, str], ...]
    more: dict[str, Any] = field(default_factory=dict)


def for_challenge(text: str, municipality: Organisation | None, *, form: str = "nb") -> list[Hit]:
    """Kind by kind, the best first; of calls and programmes those that the municipality may use come first."""
    found = [
        *_usable(Found.CALL, text, municipality, form),
        *_usable(Found.PROGRAMME, text, municipality, form),
        *_examples(text, form),
    ]
    projects = earlier.projects(text, municipality, form)
    found += [Hit(Found.PROJECT, *_plain(got), more) for got, more in projects]
    for name, key, got, more in earlier.partners(projects, municipality):
        found.append(Hit(Found.PARTNER, key, name, got.language, got.because.sentence, got.because.words, more))
    return found


def no_call_fits(found: list[Hit]) -> bool:
    """No open call that they may use was found; programmes were."""
    kinds = {hit.kind for hit in found if hit.more.get("may") != "no"}
    return Found.CALL not in kinds and Found.PROGRAMME in kinds


def _plain(got: Got) -> tuple[str, str, str, str, tuple[tuple[str, str], ...]]:
    return got.key, got.title[:500], got.language, got.because.sentence, got.because.words


def _usable(kind: Found, text: str, municipality: Organisation | None, form: str) -> list[Hit]:
    top = TOP[kind]
    got = corpus.search(text, [kind], top * 2, form=form, least=LEAST)
    of = _programmes_of(kind, [one.key for one in got])
    year = timezone.localdate().year
    hits = []
    for one in got:
        programme = of.get(one.key)
        if kind is Found.PROGRAMME and (programme is None or (programme.end or year) < year):
            continue
        hits.append(Hit(kind, *_plain(one), _may(programme, municipality, year)))
    hits.sort(key=lambda hit: MAY[hit.more.get("may", "unknown")] == MAY["no"])
    return hits[:top]


def _programmes_of(kind: Found, keys: list[str]) -> dict[str, Programme | None]:
    if kind is Found.PROGRAMME:
        return dict(Programme.objects.in_bulk(keys))
    return {call.key: call.programme for call in Call.objects.filter(key__in=keys).select_related("programme")}


def _may(programme: Programme | None, municipality: Organisation | None, year: int) -> dict[str, Any]:
    """Whether they may use it, and why or why not in three forms; nothing when nobody says who asks."""
    told: dict[str, Any] = {"programme": programme.pk if programme else ""}
    if municipality:
        answer = call_verbs.may_use(programme, municipality, year)
        told |= {"may": answer.verdict, "why": dict(answer.because)}
    return told


def _examples(text: str, form: str) -> Iterator[Hit]:
    got = corpus.search(text, [Found.EXAMPLE], TOP[Found.EXAMPLE], form=form, least=LEAST)
    owners = {
        example.slug: [one.body for one in example.organisations.all()]
        for example in Example.objects.filter(slug__in=[one.key for one in got]).prefetch_related("organisations")
    }
    for one in got:
        yield Hit(Found.EXAMPLE, *_plain(one), {"owners": owners.get(one.key, [])})
