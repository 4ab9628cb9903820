"""How a problem is told on a page."""

from dataclasses import dataclass

from django.utils.functional import Promise

Sentence = str | Promise


@dataclass(frozen=True, slots=True)
class Told:
    """How a code is told: what happened, why, what to do now. Words in {braces} are the problem's own values."""

    status: int
    what: Sentence
    why: Sentence
    todo: Sentence
