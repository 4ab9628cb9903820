"""Finds every text that is to be translated. `python -m vardevei.web.messages` brings the .po files up to date.

Texts are constants in gettext calls, in Python and in templates; so a text put together at run time is never missed
by accident: it cannot be marked at all.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

from vardevei.web.translations import sources

PACKAGE = Path(__file__).resolve().parents[1]
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
_IN_TEMPLATE = re.compile(
    r"\b(?:_|n?gettext)\((u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")(?:, u?'(?:[^'\\]|\\.)*')?)"
)

# A text alone, or its singular and plural.
Message = tuple[str, ...]


def extract(package: Path = PACKAGE) -> dict[Message, list[str]]:
    """Every text and the files it stands in, in the order of the files."""
    found: dict[Message, list[str]] = {}
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html")]):
        read = _python if path.suffix == ".py" else _template
        for message in read(path.read_text()):
            found.setdefault(message, []).append(str(path.relative_to(package)))
    return found


def _python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node.func) in CALLS:
            texts = tuple(
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
            if texts:
                yield texts[-1:] if _called(node.func).startswith("pgettext") else texts[:2]


def _called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _template(source: str) -> Iterator[Message]:
    for match in _IN_TEMPLATE.finditer(templatize(source)):
        value = ast.literal_eval(f"({match[1]},)")
        yield tuple(value)


def lacking(catalogue: polib.POFile) -> list[str]:
    """Texts that are used but have no translation, or one nobody has gone through."""
    done = {entry.msgid for entry in catalogue if entry.translated() and not entry.obsolete}
    return [message[0] for message in extract() if message[0] not in done]


def update(catalogue: polib.POFile) -> None:
    """Adds new texts without a translation, takes away those no longer used, and notes where each stands."""
    kept = {entry.msgid: entry for entry in catalogue}
    catalogue.clear()
    for message, files in extract().items():
        entry = kept.get(message[0]) or _new(message)
        entry.occurrences = [(name, "") for name in dict.fromkeys(files)]
        catalogue.append(entry)


def _new(message: Message) -> polib.POEntry:
    if len(message) == 1:
        return polib.POEntry(msgid=message[0])
    return polib.POEntry(msgid=message[0], msgid_plural=message[1], msgstr_plural={0: "", 1: ""})


if __name__ == "__main__":
    for source in sorted(sources()):
        po = polib.pofile(str(source), wrapwidth=118)
        update(po)
        po.save()
        print(source.parts[-3], "lacks", lacking(po) or "nothing")
