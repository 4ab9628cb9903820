"""Every address of the site by its name, with what it takes filled in, and the people who ask for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import people
from vardevei.core.models import Person
from vardevei.organisations import roles as kinds

# Whom the table asks for; everyone is seen from Indre Fosen (5054) in Trøndelag (50).
RELATIONS: dict[str, Callable[[], Person | None]] = {
    "own municipality": lambda: people.contact(),
    "own county": lambda: people.adviser(),
    "own county, reads only": lambda: people.with_role(kinds.DECISION_MAKER, people.TRONDELAG),
    "another municipality": lambda: people.contact(people.BERGEN, "Berit Bergen"),
    "another county": lambda: people.adviser(people.VESTLAND, "Vidar Vest"),
    "network editor": lambda: people.with_role(kinds.NETWORK_EDITOR),
    "administrator": lambda: people.administrator(),
    "no role": lambda: people.somebody("Nils Ny"),
    "signed out": lambda: None,
}


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    takes: tuple[str, ...] = field(default=())

    def path(self, values: dict[str, object]) -> str:
        """The address with a value for each thing it takes: `values["name.thing"]` comes before `values["thing"]`."""
        given = {thing: values.get(f"{self.name}.{thing}", values.get(thing)) for thing in self.takes}
        return reverse(self.name, kwargs=given)


def addresses() -> list[Address]:
    """All that have a name and are not for anyone, each once, in the order the site lists them.

    Those for anyone are tried in test_headers.py and test_pages_in_browser.py; Django's admin in test_admin.py.
    """
    return list({one.name: one for one in _walk(get_resolver().url_patterns)}.values())


def _walk(patterns: list) -> Iterator[Address]:
    for one in patterns:
        if isinstance(one, URLResolver) and not one.namespace:
            yield from _walk(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name and not one.lookup_str.startswith("vardevei.web.public"):
            yield Address(one.name, tuple(one.pattern.regex.groupindex))
