"""Holes in a letter's text: `Hei {{ navn }}`. Only the names listed here; the text is never run as a template."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

# name -> what it becomes, as it is told to the writer
HOLES = {
    "navn": _("navnet på kontakten"),
    "namn": _("det samme, på nynorsk"),
    "kommune": _("navnet på kommunen"),
    "fylke": _("navnet på fylket"),
}
HOLE = re.compile(r"\{\{([^{}\n]*)\}\}")
HALF = re.compile(r"\{\{|\}\}")


def unknown(texts: Iterable[str]) -> list[str]:
    """What stands between braces and is none of the names, or is not closed; each once."""
    found: dict[str, None] = {}
    for text in texts:
        found |= {f"{{{{ {name} }}}}": None for name in map(str.strip, HOLE.findall(text)) if name not in HOLES}
        found |= dict.fromkeys(HALF.findall(HOLE.sub("", text)))
    return list(found)


def fill(text: str, values: dict[str, str]) -> str:
    """The text with the values in its holes."""
    return HOLE.sub(lambda hole: values.get(hole[1].strip(), hole[0]), text)
