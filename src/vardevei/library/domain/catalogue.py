"""Every example that everybody can read, as a line in the list: what it is called, who, where, when, and which kind."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vardevei.core import translated
from vardevei.library.models import Example, Revision
from vardevei.opendata import families, finding, places
from vardevei.opendata.places import Place


@dataclass(frozen=True)
class Entry:
    """`form` is the reader's form of language."""

    example: Example
    revision: Revision
    form: str

    @property
    def slug(self) -> str:
        return self.example.slug

    def text(self, section: str) -> str:
        return translated.said(self.revision.texts.get(section, {}), self.form, self.revision.original)

    def said_in(self, section: str) -> str:
        """The form the text stands in, when there is none in the reader's."""
        return translated.said_in(self.revision.texts.get(section, {}), self.form, self.revision.original)

    @property
    def title(self) -> str:
        return self.text("title")

    @cached_property
    def who(self) -> list[Place]:
        """The counties and municipalities that did it, as they were, in the order they are told."""
        return _places(self.revision, "organisations")

    @property
    def others(self) -> list[str]:
        return list(self.revision.facts.get("others") or [])

    @cached_property
    def where(self) -> list[Place]:
        """Every place it concerns: those who did it, and where."""
        return list(dict.fromkeys([*self.who, *_places(self.revision, "places")]))

    @cached_property
    def today(self) -> set[Place]:
        """What lies there now, municipalities with their counties."""
        now = {place for one in self.where for place in finding.today_of(one)}
        return now | {places.county_of(place, this_year()) for place in now}

    @cached_property
    def families(self) -> list[str]:
        """Programme families, also of programmes that the guide does not tell of."""
        codes = [code.rpartition("-")[0] for code in self.revision.facts.get("programmes") or []]
        known = {family.code for family in families.families()}
        return list(dict.fromkeys(code for code in codes if code in known))

    @property
    def since(self) -> int | None:
        return _year(self.revision.facts.get("since"))

    @property
    def until(self) -> int | None:
        return _year(self.revision.facts.get("until"))


def entries(form: str) -> list[Entry]:
    """Newest first."""
    public = Example.objects.public().order_by("-published__published_at", "slug")
    return [Entry(one, one.published, form) for one in public if one.published]


def entry_of(example: Example, form: str) -> Entry | None:
    """One example as a line in the list; none while nobody outside can read it."""
    return Entry(example, example.published, form) if example.published else None


def at(place: Place, form: str) -> list[Entry]:
    """The examples of a place: its own, those of what it was made of, and for a county those of its municipalities."""
    now = set(finding.today_of(place)) or {place}
    return [one for one in entries(form) if place in one.where or now & one.today]


def this_year() -> date:
    """The first day of this year, or of the last one that the register of places knows."""
    return date(min(date.today().year, places.LAST_YEAR), 1, 1)


def _places(revision: Revision, name: str) -> list[Place]:
    register = places.register().places
    return [register[key] for key in revision.facts.get(name) or [] if key in register]


def _year(written: object) -> int | None:
    text = str(written or "")[:4]
    return int(text) if text.isdecimal() and len(text) == 4 else None
