"""Who followed the example, on its page: the button on top, the count in the plate, the way it travelled below."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from vardevei.library import register_rules as rules
from vardevei.library.enums import FOLLOWS, ExampleState
from vardevei.library.models import Example
from vardevei.web import access
from vardevei.web.library.adoptions import chain
from vardevei.web.library.examples.parts import Part


def button(request: HttpRequest, example: Example) -> Part | None:
    """For visitors as well: they are asked to sign in. Whoever has said it, says how far they are now."""
    person = access.person(request)
    if example.state != ExampleState.PUBLISHED:
        return None
    mine = next((one for one in chain.of(example, person) if rules.is_own(person, one.adoption.organisation_id)), None)
    if person and not mine and not chain.may_follow(person, example):
        return None
    return Part("library/adoptions/button.html", {"slug": example.slug, "mine": mine}, where="top")


def count(request: HttpRequest, example: Example) -> Part | None:
    followers = [one for one in chain.of(example, None) if one.adoption.state in FOLLOWS]
    if not followers:
        return None
    said = {"followers": followers, "stones": len(followers) + 1, "first": _owners(example)}
    return Part("library/adoptions/count.html", said, where="plate")


def travelled(request: HttpRequest, example: Example) -> Part | None:
    if example.state != ExampleState.PUBLISHED:
        return None
    person = access.person(request)
    said = {
        "slug": example.slug,
        "first": _owners(example),
        "since": (example.published.facts if example.published else {}).get("since", ""),
        "stones": chain.of(example, person),
        "open": SimpleLazyObject(lambda: person is None or bool(chain.may_follow(person, example))),
    }
    return Part("library/adoptions/travelled.html", said, where="below")


def _owners(example: Example) -> str:
    """Who laid the first stone, by name; the others that were with them when no authority was."""
    facts = example.published.facts if example.published else {}
    return ", ".join([one.name for one in example.organisations.all()] or facts.get("others", [])[:2])


PARTS = [button, count, travelled]
