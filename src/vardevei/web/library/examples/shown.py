"""A revision as a page tells it: each section in the reader's language, and what is missing said out loud."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core import translated
from vardevei.core.enums import LanguageForm
from vardevei.library import sections
from vardevei.library.domain import completeness
from vardevei.library.enums import Dimension, Model
from vardevei.library.models import Revision
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme
from vardevei.web.tables import Link

READING = (sections.TARGET_GROUP, sections.PROBLEM, sections.STEPS, sections.RESOURCES, sections.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Told:
    """One section. `missing` is the sentence when there is nothing to read; `lang` the language it is told in."""

    code: str
    heading: str | Promise
    question: str | Promise
    text: str = ""
    lang: str = ""
    rows: tuple[dict[str, Any], ...] = ()
    missing: str | Promise = ""


class Shown:
    """Everything a page says of one revision."""

    def __init__(self, revision: Revision, form: str = "") -> None:
        self.revision, self.form = revision, form or str(get_language() or "nb")
        self.facts: dict[str, Any] = revision.facts

    @property
    def title(self) -> str:
        return self._said(self.revision.texts.get("title", {}))

    @property
    def lead(self) -> Told:
        return self.section(sections.LEAD)

    @property
    def lang(self) -> str:
        return translated.said_in(self.revision.texts.get("title", {}), self.form, self.revision.original)

    @property
    def other_language(self) -> str:
        """The name of the language it is read in, when that is not the reader's."""
        return "" if self.lang == self.form else str(LanguageForm(self.lang).label).lower()

    @property
    def is_old(self) -> bool:
        """Whether what is read is a translation that is older than the original."""
        words = [*self.revision.texts.values(), *(row["what"] for row in self._rows())]
        return any(translated.out_of_date(one, self.lang, self.revision.original) for one in words)

    @property
    def source(self) -> str:
        return self._said(self.revision.source) if self.revision.source else ""

    @property
    def what_failed(self) -> Told:
        return self.section(sections.WHAT_FAILED)

    @property
    def transfer(self) -> Told:
        return self.section(sections.TRANSFER)

    @property
    def main(self) -> list[Told]:
        """What is read from top to bottom."""
        return [self.section(one) for one in READING]

    @property
    def links(self) -> Told:
        return self.section(sections.LINKS)

    @cached_property
    def completeness(self) -> completeness.Completeness:
        return completeness.of(self.revision)

    @property
    def missing(self) -> str:
        return ", ".join(str(one.heading).lower() for one in self.completeness.missing)

    def section(self, one: sections.ExampleSection) -> Told:
        """The section as it is told, or why it is empty."""
        said: dict[str, Any] = {"code": one.code, "heading": one.heading, "question": one.question}
        if not completeness.is_answered(self.revision, one):
            return Told(**said, missing=self._why(one.code))
        if one.text:
            words = self.revision.texts[one.code]
            lang = translated.said_in(words, self.form, self.revision.original)
            return Told(**said, text=self._said(words), lang="" if lang == self.form else lang)
        return Told(**said, rows=tuple(self._row(row) for row in getattr(self.revision, one.code)))

    def plate(self) -> list[tuple[str, Any]]:
        """(name, values) of the facts: who, where, when, programme, model, role, whom to ask."""
        facts, contact = self.facts, self.facts.get("contact") or {}
        ids = [contact["organisation"]] if contact.get("organisation") else []
        when = "–".join(str(facts[key]) for key in ("since", "until") if facts.get(key))
        if facts.get("since") and not facts.get("until"):
            when = _("fra {year}").format(year=facts["since"])
        codes = facts.get("programmes", [])
        programmes = {one.pk: self._named(one) for one in Programme.objects.filter(pk__in=codes)}
        said = [
            (_("Hvem"), [*self._links(facts.get("organisations", [])), *facts.get("others", [])]),
            (_("Hvor"), self._links([one for one in facts.get("places", []) if one not in facts["organisations"]])),
            (_("Når"), [when]),
            (_("Program"), [programmes.get(code, code) for code in codes]),
            (_("Modell"), [Model(facts.get("model", "other")).label]),
            (_("Rolle"), [Dimension(one).label for one in facts.get("dimensions", [])]),
            (_("Kontakt"), [*self._links(ids), contact.get("name", "")]),
        ]
        return [(name, [one for one in values if one]) for name, values in said if any(values)]

    def _why(self, code: str) -> str:
        return _("Står ikke i kilden.") if code in self.revision.not_stated else _("Ikke fylt ut ennå.")

    def _said(self, words: dict[str, Any]) -> str:
        return translated.said(words, self.form, self.revision.original)

    def _rows(self) -> list[dict[str, Any]]:
        return [*self.revision.resources, *self.revision.evidence]

    def _row(self, row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "what": self._said(row["what"])} if "what" in row else row

    def _links(self, ids: list[str]) -> list[Link]:
        found = Organisation.objects.in_bulk(ids)
        return [Link(found[one].body, _address(places.by_id(one))) for one in ids if one in found]

    def _named(self, programme: Programme) -> str:
        return str(programme.name.get(self.form) or programme)


def _address(place: Place) -> str:
    """The place's own page: by its number, and its first year when another has taken the number over."""
    number, start = place.number(), place.period.start
    taken = places.by_number(number) is not place
    return reverse(place.kind, args=[f"{number}-{start.year if start else places.FIRST_YEAR}" if taken else number])
