"""The built-in examples as they lie in their files: one readable file each, in three forms of language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from vardevei.core import translated
from vardevei.core.enums import LanguageForm

FOLDER = Path(__file__).parents[1] / "built_in"
ORIGINAL = LanguageForm.BOKMAL
FACTS = ("organisations", "others", "places", "since", "until", "programmes", "model", "dimensions")
MARK = "built_in"  # the key in `facts` that says what this text was when it came with the program


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One example: its name in addresses, and the fields of its revision."""

    slug: str
    fields: dict[str, Any]


def read() -> list[BuiltIn]:
    """Every built-in example, by slug."""
    return [_example(yaml.safe_load(path.read_text())) for path in sorted(FOLDER.glob("[!_]*.yaml"))]


def digest(fields: dict[str, Any]) -> str:
    """What tells one content from another, whoever wrote it. The mark itself is not counted."""
    facts = {key: value for key, value in fields["facts"].items() if key != MARK}
    content = [fields[name] for name in ("texts", "resources", "evidence", "links", "not_stated", "source")]
    return sha256(repr(_sorted([facts, *content])).encode()).hexdigest()[:16]


def _example(written: dict[str, Any]) -> BuiltIn:
    fields: dict[str, Any] = {
        "original": str(ORIGINAL),
        "texts": {section: _words(words) for section, words in written["texts"].items()},
        "resources": [_counted(one, "amount") for one in written.get("resources", [])],
        "evidence": [_counted(one, "value") | _origin(one) for one in written.get("evidence", [])],
        "links": written.get("links", []),
        "facts": {key: written[key] for key in FACTS if key in written},
        "not_stated": written["not_stated"],
        "source": _words(_joined(sources()["whole"], written.get("about", {}))),
    }
    fields["facts"][MARK] = digest(fields)
    return BuiltIn(written["slug"], fields)


@cache
def sources() -> dict[str, Any]:
    """Where figures come from, by the short name that the files use."""
    return dict(yaml.safe_load((FOLDER / "_sources.yaml").read_text()))


def _counted(one: dict[str, Any], name: str) -> dict[str, Any]:
    return {"what": _words(one["what"]), name: one[name], "unit": one.get("unit", "")}


def _origin(one: dict[str, Any]) -> dict[str, Any]:
    source = sources()[one["source"]]
    return {"year": one.get("year"), "source": source["name"], "address": source["address"]}


def _joined(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    return {form: f"{text} {second.get(form, '')}".strip() for form, text in first.items()}


def _words(said: dict[str, str]) -> translated.Words:
    """As a person's: each translation knows which original it was made from."""
    words: translated.Words = {}
    for form in sorted(said, key=lambda form: form != ORIGINAL):
        words = translated.written(words, form, said[form].strip(), ORIGINAL)
    return words


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted((key, _sorted(one)) for key, one in value.items())
    return [_sorted(one) for one in value] if isinstance(value, list) else value


def programme_codes() -> Iterator[str]:
    """Every programme that a built-in example points to."""
    for one in read():
        yield from one.fields["facts"].get("programmes", [])
