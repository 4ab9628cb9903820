"""Reads what a component's file says about itself: its arguments stand in the comment on top."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_COMMENT = re.compile(r"{% comment %}\n(.*?){% endcomment %}", re.DOTALL)
_ARGUMENT = re.compile(r"^  (\w+)(\??): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Argument:
    name: str
    needed: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    purpose: str
    arguments: tuple[Argument, ...]

    def check(self, given: set[str]) -> None:
        """A misspelt argument would otherwise vanish in silence, as template variables do."""
        known = {argument.name for argument in self.arguments}
        missing = {argument.name for argument in self.arguments if argument.needed} - given
        if given - known or missing:
            raise TypeError(f"{self.name}: unknown {sorted(given - known)}, missing {sorted(missing)}")


@cache
def component(name: str) -> Component:
    found = _COMMENT.match((FOLDER / f"{name}.html").read_text())
    if found is None:
        raise TypeError(f"{name}.html must begin with a comment that lists its arguments")
    head = found[1]
    arguments = tuple(Argument(name, not mark, meaning) for name, mark, meaning in _ARGUMENT.findall(head))
    return Component(name, head.split("\n", 1)[0], arguments)


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.html"))
