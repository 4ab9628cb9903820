"""Matches as a page shows them: grouped, with the sentence that matched and its words marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.guide.enums import Found, Value
from vardevei.guide.models import Match, Verdict
from vardevei.programmes.enums import Standing
from vardevei.programmes.models import Call
from vardevei.web.guide.calls import words as call_words

GROUPS: dict[str, Promise] = {
    Found.CALL: gettext_lazy("Utlysninger"),
    Found.PROGRAMME: gettext_lazy("Programmer"),
    Found.EXAMPLE: gettext_lazy("Eksempler å følge"),
    Found.PROJECT: gettext_lazy("Tidligere prosjekter"),
    Found.PARTNER: gettext_lazy("Mulige partnere"),
}
MAY: dict[str, tuple[Promise, str]] = {
    "yes": (gettext_lazy("Dere kan søke"), "success"),
    "partly": (gettext_lazy("Må avklares"), "warning"),
    "no": (gettext_lazy("Dere kan ikke søke"), "neutral"),
    "unknown": (gettext_lazy("Vet ikke om dere kan søke"), "neutral"),
}
NEAR: dict[str, Promise] = {
    "self": gettext_lazy("Dere selv"),
    "neighbour": gettext_lazy("Nabokommune"),
    "county": gettext_lazy("I samme fylke"),
    "similar": gettext_lazy("Like stor, og like langt fra byene"),
}
PAIRS = 4  # pairs of words that are told in so many words


@dataclass
class Line:
    """One match on the page. `match` is None for whoever only tries."""

    kind: str
    over: str
    title: str
    href: str
    language: str
    because: SafeString
    pairs: str
    tags: list[tuple[object, str]]
    note: str = ""
    match: Match | None = None
    mine: str = ""
    others: list[str] = field(default_factory=list)


@dataclass
class Group:
    code: str
    title: Promise
    lines: list[Line]


def groups(lines: Iterable[Line]) -> list[Group]:
    kept: dict[str, list[Line]] = {}
    for line in lines:
        kept.setdefault(line.kind, []).append(line)
    return [Group(code, title, kept[code]) for code, title in GROUPS.items() if code in kept]


def of_matches(matches: list[Match], person: Person | None, *, judges: bool) -> list[Line]:
    calls = _calls([one.key for one in matches if one.kind == Found.CALL])
    lines = []
    for match in matches:
        line = _line(match.kind, match.key, match.title, match.because, calls)
        line.match = match
        if judges:
            given = list(match.verdicts.all())
            line.mine = next((one.value for one in given if person and one.by_id == person.pk), "")
            line.others = [_verdict(one) for one in given if not person or one.by_id != person.pk]
        if not match.stands:
            line.tags.append((_("Ikke lenger blant treffene"), "neutral"))
        lines.append(line)
    return lines


def of_hits(hits: Iterable[Any]) -> list[Line]:
    """What was found for somebody who only tries."""
    found = list(hits)
    calls = _calls([one.key for one in found if one.kind == Found.CALL])
    return [
        _line(
            str(hit.kind),
            hit.key,
            hit.title,
            {"sentence": hit.sentence, "words": hit.words, "language": hit.language, "more": hit.more},
            calls,
        )
        for hit in found
    ]


def _line(kind: str, key: str, title: str, told: dict[str, Any], calls: dict[str, Any]) -> Line:
    more, call = told.get("more", {}), calls.get(key) if kind == Found.CALL else None
    language = told.get("language", "")
    return Line(
        kind=kind,
        over=_over(kind, call, more),
        title=title,
        href=_href(kind, key),
        language=language,
        because=marked(told.get("sentence", ""), told.get("words", [])),
        pairs=_pairs(told.get("words", [])),
        tags=[*_may(more), *_dates(call), *_near(kind, more)],
        note=_note(kind, more),
    )


def marked(sentence: str, words: Iterable[Any]) -> SafeString:
    """The sentence with the words that carried it marked; everything else as text."""
    found = sorted({pair[1] for pair in words if pair[1]}, key=len, reverse=True)
    if not found:
        return escape(sentence)
    spaced = (r"[\s\-]+".join(re.escape(part) for part in word.split()) for word in found)
    parts = re.split(rf"(?<!\w)({'|'.join(spaced)})(?!\w)", sentence, flags=re.IGNORECASE)
    made = (f"<mark>{escape(part)}</mark>" if number % 2 else escape(part) for number, part in enumerate(parts))
    return mark_safe("".join(made))


def _pairs(words: Iterable[Any]) -> str:
    """ "breiband = broadband": what the challenge says, and what the text says."""
    told = [f"{said} = {found}" if said != found else said for said, found in words]
    return ", ".join(dict.fromkeys(told[:PAIRS]))


def _calls(keys: list[str]) -> dict[str, Any]:
    rows = Call.objects.with_dates().filter(key__in=keys).select_related("programme").prefetch_related("deadlines")
    return {call.key: call for call in rows}


def _over(kind: str, call: Any, more: dict[str, Any]) -> str:
    rest = {
        Found.CALL: call_words.programme(call) if call else "",
        Found.EXAMPLE: ", ".join(more.get("owners", [])),
        Found.PROJECT: " · ".join(filter(None, [more.get("family", ""), more.get("years", "")])),
        Found.PARTNER: more.get("country", "") if more.get("country") not in ("NO", None) else _("Norge"),
    }.get(Found(kind), "")
    return " · ".join(filter(None, [str(Found(kind).label), rest]))


def _href(kind: str, key: str) -> str:
    names = {Found.CALL: "call", Found.PROGRAMME: "programme", Found.EXAMPLE: "example"}
    return reverse(names[Found(kind)], args=[key]) if kind in names else ""


def _may(more: dict[str, Any]) -> list[tuple[object, str]]:
    return [MAY[more["may"]]] if more.get("may") in MAY else []


def _dates(call: Any) -> list[tuple[object, str]]:
    if call is None:
        return []
    if call.standing == Standing.OPEN and call.next_at:
        day = next((call_words.when(one) for one in call.deadlines.all() if one.at == call.next_at), "")
        return [(_("Frist {day}").format(day=day), "accent")]
    return [(Standing(call.standing).label, call_words.color(call.standing))]


def _near(kind: str, more: dict[str, Any]) -> list[tuple[object, str]]:
    if kind == Found.PARTNER:
        return [(_("Ikke spurt ennå"), "neutral")]
    tags: list[tuple[object, str]] = [(more["who"], "neutral")] if more.get("who") else []
    return [*tags, *([(NEAR[more["near"]], "success")] if more.get("near") in NEAR else [])]


def _note(kind: str, more: dict[str, Any]) -> str:
    """Why they may use it or not; which projects a partner was found by."""
    if kind == Found.PARTNER:
        return _("Var med i {projects}.").format(projects=", ".join(f"«{one}»" for one in more.get("projects", [])))
    if more.get("may") in ("no", "partly"):
        return str(more.get("why", {}).get(get_language() or "nb", ""))
    return ""


def _verdict(verdict: Verdict) -> str:
    return f"{verdict.get_side_display()}: {Value(verdict.value).label}"
