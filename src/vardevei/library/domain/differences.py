"""What changed between two revisions, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core import translated
from vardevei.library import sections
from vardevei.library.enums import Dimension, Model
from vardevei.library.models import Revision
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme

Piece = tuple[str, str]  # ("same" | "gone" | "new", text)
_WORDS = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Difference:
    """One section that is not the same: its heading, and the pieces of text in order."""

    heading: str | Promise
    form: str
    pieces: list[Piece]


def between(old: Revision | None, new: Revision, form: str = "") -> list[Difference]:
    """The sections that differ. Without an old one, everything is new. `form`: of a translation; else the original."""
    wanted = form or new.original
    before, after = _plain(old, wanted) if old else {}, _plain(new, wanted)
    found = []
    for heading in [*after, *(one for one in before if one not in after)]:
        was, now = before.get(heading, ""), after.get(heading, "")
        if was != now:
            found.append(Difference(heading, wanted, words(was, now)))
    return found


def in_forms(old: Revision | None, new: Revision, forms: list[str] | None = None) -> list[Difference]:
    """The same in each form of language where something was changed; a fact that has no language is told once."""
    if old is None:
        return []
    every = forms if forms is not None else changed_forms(old, new)
    said = [one for form in every or [new.original] for one in between(old, new, form)]
    return list({(str(one.heading), tuple(one.pieces)): one for one in said}.values())


def changed_forms(old: Revision | None, new: Revision) -> list[str]:
    """The forms of language in which something was changed, the original first."""
    forms = [new.original, *(form for form in ("nb", "nn", "en") if form != new.original)]
    return [form for form in forms if _texts(old, form) != _texts(new, form)]


def words(old: str, new: str) -> list[Piece]:
    """The text once, with what is gone and what is new marked. Words that stand between changes keep them apart."""
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(was[a:b])))
            continue
        found += [("gone", "".join(was[a:b]))] if b > a else []
        found += [("new", "".join(now[c:d]))] if d > c else []
    return found


def _plain(revision: Revision, form: str) -> dict[str | Promise, str]:
    """{heading: text} of everything in the revision, as one reads it."""
    return {**_texts(revision, form), **_facts(revision)}


def _texts(revision: Revision | None, form: str) -> dict[str | Promise, str]:
    if revision is None:
        return {}
    found: dict[str | Promise, str] = {}
    for section in sections.TEXTS:
        found[section.heading] = revision.texts.get(section.code, {}).get(form, "")
    for section in (sections.RESOURCES, sections.EVIDENCE):
        rows = getattr(revision, section.code)
        found[section.heading] = "\n".join(_row(row, form) for row in rows)
    return {heading: text for heading, text in found.items() if text}


def _row(row: dict[str, object], form: str) -> str:
    what = translated.said(row["what"], form, form)  # type: ignore[arg-type]
    rest = [str(row.get(key) or "") for key in ("amount", "value", "unit", "year", "source")]
    return ": ".join(part for part in (what, " ".join(one for one in rest if one)) if part)


def _facts(revision: Revision) -> dict[str | Promise, str]:
    facts = revision.facts
    names = {one.pk: one.body for one in Organisation.objects.filter(pk__in=_ids(facts))}
    codes = facts.get("programmes", [])
    programmes = {one.pk: str(one) for one in Programme.objects.filter(pk__in=codes)}
    contact = facts.get("contact") or {}
    found = {
        _("Hvem"): [*(names.get(one, one) for one in facts.get("organisations", [])), *facts.get("others", [])],
        _("Hvor"): [names.get(one, one) for one in facts.get("places", [])],
        sections.PERIOD.heading: [str(facts[key]) for key in ("since", "until") if facts.get(key)],
        _("Programmer"): [programmes.get(code, code) for code in codes],
        _("Modell"): [str(Model(facts.get("model", "other")).label)],
        _("Rolle"): [str(Dimension(one).label) for one in facts.get("dimensions", [])],
        sections.CONTACT.heading: [names.get(str(contact.get("organisation")), "") or contact.get("name", "")],
        sections.LINKS.heading: [f"{link['title']} {link['address']}" for link in revision.links],
    }
    return {heading: ", ".join(one for one in said if one) for heading, said in found.items() if any(said)}


def _ids(facts: dict[str, object]) -> list[str]:
    contact = facts.get("contact") or {}
    return [*facts.get("organisations", []), *facts.get("places", []), contact.get("organisation", "")]  # type: ignore
