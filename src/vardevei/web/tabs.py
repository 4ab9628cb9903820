"""A tab over several pages that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tab:
    text: str
    href: str
    current: bool
