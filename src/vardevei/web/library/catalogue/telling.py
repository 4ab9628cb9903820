"""An example as a line in a list, and why it is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.library import sections
from vardevei.library.domain.catalogue import Entry
from vardevei.library.domain.catalogue_search import Hit
from vardevei.library.domain.catalogue_similar import Reason, Similar
from vardevei.library.enums import Dimension, Model
from vardevei.opendata import families
from vardevei.web.tables import Link

PLAIN = ("", "title", "lead", "who", "model")  # seen in the line itself: no need to say why it was found


@dataclass(frozen=True, slots=True)
class Line:
    link: SafeString
    lead: str
    lead_in: str
    who: str
    when: str
    model: str
    because: str
    followers: int = 0


def line(entry: Entry, because: str = "", followers: int = 0) -> Line:
    lead_in = entry.said_in("lead")
    return Line(
        link(entry),
        entry.text("lead"),
        lead_in if lead_in != entry.form else "",
        ", ".join(who(entry)),
        when(entry),
        str(Model(entry.example.model).label),
        because,
        followers,
    )


def who(entry: Entry) -> list[str]:
    """The authorities that did it, the first of the others when there are none, else where it was."""
    return [_body(place) for place in entry.who] or entry.others[:2] or [place.name() for place in entry.where]


def link(entry: Entry) -> SafeString:
    said_in = entry.said_in("title")
    return Link(entry.title, address(entry.slug), said_in if said_in != entry.form else "")


def address(slug: str) -> str:
    return reverse("example", args=[slug])


def when(entry: Entry) -> str:
    if entry.since and entry.until:
        return str(entry.since) if entry.since == entry.until else f"{entry.since}–{entry.until}"
    if entry.since:
        return _("fra %(year)s") % {"year": entry.since}
    return _("til %(year)s") % {"year": entry.until} if entry.until else ""


def because(hit: Hit) -> str:
    """Where the word was found, when that cannot be seen in the line."""
    if hit.section in PLAIN:
        return ""
    if hit.section == "programmes":
        return _("Fordi programmet er %(word)s.") % {"word": _programmes(hit.entry.families)}
    heading = sections.BY_CODE[hit.section].heading
    return _("Fordi «%(word)s» står under «%(heading)s».") % {"word": hit.word, "heading": heading}


def likeness(similar: Similar) -> str:
    """Why two examples are alike, in one sentence."""
    told = [_reason(reason) for reason in similar.reasons]
    return _("Fordi %(reasons)s.") % {"reasons": "; ".join(told)}


def _reason(reason: Reason) -> str:
    match reason.kind:
        case "model":
            return _("begge er %(what)s") % {"what": str(Model(reason.values[0]).label).lower()}
        case "programme":
            return _("begge gjelder %(what)s") % {"what": _programmes(reason.values)}
        case "size":
            return _("kommunene er omtrent like store")
        case "words":
            return _("begge handler om %(what)s") % {"what": ", ".join(reason.values)}
        case _:
            labels = [str(Dimension(code).label).lower() for code in reason.values]
            return _("fylkeskommunens rolle er den samme: %(what)s") % {"what": ", ".join(labels)}


def _programmes(codes: Iterable[str]) -> str:
    return ", ".join(families.name(code, get_language() or "nb") for code in codes)


def _body(place: object) -> str:
    name, kind = place.name(), place.kind  # type: ignore[attr-defined]
    return f"{name} {'fylkeskommune' if kind == 'county' else 'kommune'}"
