"""How a hit is told: over it what it is, under it why it was found, with the words that carried it marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.guide.domain.corpus import Found
from vardevei.opendata import families, finding
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Call, Programme
from vardevei.projects.models import Participation
from vardevei.web.guide.calls import lists
from vardevei.web.guide.programmes import words as guide
from vardevei.web.guide.search.finding import Group, address

NAMED = 4  # municipalities that a project's line names


@dataclass(frozen=True, slots=True)
class Line:
    """`sentence` is in parts, (text, whether it is marked); `pairs` are the reader's words and those of the text."""

    what: str
    title: str
    href: str
    title_language: str
    language: str
    sentence: list[tuple[str, bool]]
    pairs: list[tuple[str, str]]
    tags: list[tuple[str, str]]
    links: list[tuple[str, str]]


def lines(group: Group) -> list[Line]:
    if group.kind == "place":
        return [_place(hit) for hit in group.hits]
    tell = {"call": _calls, "programme": _programmes, "project": _projects}.get(group.kind, _examples)
    told = tell(group.hits)
    return [_line(hit, *told.get(hit.key, ("", [], []))) for hit in group.hits]


Told = dict[str, tuple[str, list[tuple[str, str]], list[tuple[str, str]]]]


def _line(hit: Found, what: str, tags: list[tuple[str, str]], links: list[tuple[str, str]]) -> Line:
    because = hit.because
    parts = marked(because.sentence, [there for _said, there in because.words])
    pairs = [(said, there) for said, there in because.words if said.lower() != there.lower()]
    return Line(what, hit.title, address(hit), hit.title_language, hit.language, parts, pairs, tags, links)


def _place(hit: finding.Hit) -> Line:
    kind = _("Fylke") if hit.place.kind == "county" else _("Kommune")
    what = f"{kind} {hit.place.number()}"
    was = [(_("Også kjent som {name}").format(name=hit.matched), "neutral")] if hit.matched != hit.place.name() else []
    if hit.renamed:
        was = [(_("{name} er en del av den i dag").format(name=hit.was.name()), "neutral")]
    return Line(what, hit.place.name(), address(hit), "", "", [], [], was, [])


def marked(sentence: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """The sentence in parts, the words in it marked as they stand there."""
    found = [r"\W+".join(map(re.escape, word.split())) for word in sorted(set(words), key=len, reverse=True) if word]
    if not found:
        return [(sentence, False)]
    parts = re.split(rf"(?<!\w)({'|'.join(found)})(?!\w)", sentence, flags=re.IGNORECASE)
    return [(part, number % 2 == 1) for number, part in enumerate(parts) if part]


def _calls(hits: list[Found]) -> Told:
    rows = Call.objects.with_dates().filter(key__in=[hit.key for hit in hits])
    told = (lists.line(call) for call in rows.select_related("programme").prefetch_related("deadlines"))
    said = _("Utlysning · {programme}")
    return {line.call.key: (said.format(programme=line.programme), line.tags, []) for line in told}


def _programmes(hits: list[Found]) -> Told:
    told: Told = {}
    for programme in Programme.objects.filter(pk__in=[hit.key for hit in hits]):
        word, color = guide.NORWAY[programme.norway]
        years = f"{programme.start}–{programme.end}" if programme.start and programme.end else ""
        over = bool(programme.end and programme.end < lists.timezone.localdate().year)
        mark = (_("Perioden er over"), "neutral") if over else (str(word), color)
        told[programme.code] = (" · ".join(filter(None, (_("Program"), years))), [mark], [])
    return told


def _examples(hits: list[Found]) -> Told:
    return {hit.key: (_("Eksempel"), [], []) for hit in hits}


def _projects(hits: list[Found]) -> Told:
    form = get_language() or "nb"
    told: Told = {hit.key: (_("Prosjekt · {programme}").format(programme=_family(hit, form)), [], []) for hit in hits}
    rows = Participation.objects.counted().filter(project__in=[int(key) for key in told]).order_by("project", "pk")
    for project, organisation in rows.values_list("project", "organisation").distinct():
        links = told[str(project)][2]
        if len(links) < NAMED and (place := _today(organisation)) and _link(place) not in links:
            links.append(_link(place))
    return told


def _family(hit: Found, form: str) -> str:
    try:
        return families.name(str(hit.facts["code"]), form)
    except KeyError:
        return str(hit.facts["family"])


def _today(key: str) -> Place | None:
    return next(iter(finding.today_of(Organisation(pk=key).place)), None)


def _link(place: Place) -> tuple[str, str]:
    return place.name(), reverse(place.kind, args=[place.number()])
