"""How much of an example is filled in, and what is missing: ten fields, and nothing that is hidden."""

from dataclasses import dataclass

from vardevei.library import sections
from vardevei.library.models import Revision
from vardevei.library.sections import ExampleSection


@dataclass(frozen=True, slots=True)
class Completeness:
    total: int
    missing: tuple[ExampleSection, ...]

    @property
    def filled(self) -> int:
        return self.total - len(self.missing)


def of(revision: Revision) -> Completeness:
    """What the source does not state is missing too: it is said so on the page, and it is not known."""
    missing = tuple(section for section in sections.COUNTED if not is_answered(revision, section))
    return Completeness(len(sections.COUNTED), missing)


def is_answered(revision: Revision, section: ExampleSection) -> bool:
    """Whether there is something to read under the heading."""
    if section.text:
        words = revision.texts.get(section.code, {})
        return any(words.get(form) for form in ("nb", "nn", "en"))
    facts = revision.facts
    if section is sections.PERIOD:
        return bool(facts.get("since") or facts.get("until"))
    if section is sections.CONTACT:
        return bool((facts.get("contact") or {}).get("organisation") or (facts.get("contact") or {}).get("name"))
    return bool(getattr(revision, section.code))
