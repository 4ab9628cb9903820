"""Prints into the docs what the code already says, so that it is written once and cannot grow old.

A place to print is a pair of comment lines in a Markdown file:

    <!-- printed: settings -->
    <!-- end -->

`make docs` fills them all; with --check nothing is written, and the files that would change are named (exit 1).
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import printed, printed_people

ROOT = Path(__file__).resolve().parents[1]
PLACE = re.compile(r"(<!-- printed: (?P<what>[a-z-]+)(?: (?P<of>[a-z_./-]+))? -->\n).*?(<!-- end -->)", re.DOTALL)
PRINTERS: dict[str, Callable[..., str]] = {
    "settings": printed.settings,
    "commands": printed.commands,
    "sources": printed.sources,
    "figures": printed.figures,
    "rules": printed.rules,
    "nouns": printed.nouns,
    "verbs": printed.verbs,
    "workflows": printed.workflows,
    "timetable": printed.timetable,
    "letters": printed.letters,
    "make": printed.make,
    "roles": printed_people.roles,
    "acts": printed_people.acts,
    "relations": printed_people.relations,
    "inside": printed_people.inside,
    "limits": printed_people.limits,
    "personal": printed_people.personal,
}


def documents() -> Iterator[Path]:
    yield from ROOT.glob("*.md")
    yield from (ROOT / "docs").rglob("*.md")
    yield from (ROOT / "src").rglob("*.md")


def filled(text: str) -> str:
    def fill(place: re.Match[str]) -> str:
        made = PRINTERS[place["what"]](*([place["of"]] if place["of"] else []))
        return f"{place[1]}{made.strip()}\n{place[4]}"

    return PLACE.sub(fill, text)


def stale() -> dict[Path, str]:
    """The documents that say something else than the code, with what they should say."""
    texts = {path: path.read_text() for path in documents()}
    fresh = {path: filled(text) for path, text in texts.items()}
    return {path: fresh[path] for path in texts if fresh[path] != texts[path]}


def main(arguments: list[str]) -> int:
    changed = stale()
    for path, text in changed.items():
        print(path.relative_to(ROOT))
        if "--check" not in arguments:
            path.write_text(text)
    if changed and "--check" in arguments:
        print("These differ from what the code says. Run `make docs` and look at what changed.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
