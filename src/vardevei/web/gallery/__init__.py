"""One example or more of every component, in every variant. Numbers and names are made up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from vardevei.web.components import Component, component, names
from vardevei.web.gallery import choices, drawings, facts, forms, words
from vardevei.web.templatetags.components import put


@dataclass(frozen=True, slots=True)
class Shelf:
    component: Component
    examples: list[SafeString]


def examples() -> dict[str, Sequence[Mapping[str, object]]]:
    """Arguments of each example by the name of its component, in the reader's language."""
    return {name: shown for part in (words, facts, choices, forms, drawings) for name, shown in part.examples()}


def shelves() -> list[Shelf]:
    shown = examples()
    return [Shelf(component(name), [put(name, **arguments) for arguments in shown[name]]) for name in names()]
