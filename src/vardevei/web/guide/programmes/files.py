"""The facts to take away: one row a fact, with every address and the day it was read."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vardevei.opendata.programmes import LANGUAGES, Fact, Programme, programmes
from vardevei.web import exports
from vardevei.web.guide.programmes import one as pages
from vardevei.web.guide.programmes import words

HEADS = (
    "programme",
    "name",
    "years",
    "part",
    "topic",
    "question",
    *LANGUAGES,
    "sources",
    "read_on",
    "dated",
    "disputed",
)


def everything(request: HttpRequest, kind: str) -> HttpResponse:
    return _file(kind, "programmer", programmes().values())


def one(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    return _file(kind, code, [pages.known(code)])


def _file(kind: str, name: str, told: Iterable[Programme]) -> HttpResponse:
    about = ((_("Lest"), _("Sidene er lest i lagrede utdrag. Kontroller hos programmet før dere søker.")),)
    rows = [row for programme in told for row in _rows(programme)]
    return exports.send(kind, name, exports.Table(HEADS, rows, about, title=_("Fakta")))


def _rows(told: Programme) -> Iterator[tuple[exports.Cell, ...]]:
    for part, facts in (("", told.facts), *((part.name["nb"], part.facts) for part in told.parts)):
        yield from (_row(told, part, fact) for fact in facts)
    for topic in told.gaps() if told.in_full else ():
        empty = ("",) * (len(LANGUAGES) + 4)
        yield (told.code, told.name["nb"], _years(told), "", topic, str(words.TOPICS[topic]), *empty)


def _row(told: Programme, part: str, fact: Fact) -> tuple[exports.Cell, ...]:
    which = (told.code, told.name["nb"], _years(told), part, fact.about, str(words.TOPICS[fact.about]))
    where = (
        "\n".join(source.address for source in fact.sources),
        max(source.read_on for source in fact.sources).isoformat(),
        ", ".join(source.dated for source in fact.sources if source.dated),
        "yes" if fact.disputed else "",
    )
    return (*which, *(fact.words[form] for form in LANGUAGES), *where)


def _years(told: Programme) -> str:
    return f"{told.start or ''}-{told.end or ''}"
