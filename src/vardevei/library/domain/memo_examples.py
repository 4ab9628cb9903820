"""Examples in the memo: the published revision of each, whole, as it was when the edition was made."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import override

from vardevei.library.domain import memo_followers
from vardevei.library.enums import Model
from vardevei.library.models import Example
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme

FORMS = ("nb", "nn", "en")
KEPT = ("number", "original", "texts", "resources", "evidence", "links", "facts", "not_stated", "source")


def frozen(slugs: Iterable[str]) -> dict[str, dict[str, Any]]:
    """By slug; those that readers do not see now are left out."""
    found = list(Example.objects.public().filter(slug__in=set(slugs)))
    facts = [one.published.facts for one in found if one.published]
    keys = {key for told in facts for key in (*_of(told, "organisations"), *_of(told, "places"))}
    names = Organisation.objects.in_bulk(keys)
    programmes = Programme.objects.in_bulk({code for told in facts for code in _of(told, "programmes")})
    followers = memo_followers.of(one.slug for one in found)
    return {one.slug: {**_frozen(one, names, programmes), "followers": followers.get(one.slug, [])} for one in found}


def _frozen(example: Example, names: dict[Any, Organisation], programmes: dict[Any, Programme]) -> dict[str, Any]:
    """`named` are the words for what the revision only points to: they may change, and an edition may not."""
    revision = example.published
    assert revision is not None  # the database says so of all that are public
    kept = {name: getattr(revision, name) for name in KEPT}
    facts = revision.facts
    named = {
        "organisations": [*_bodies(_of(facts, "organisations"), names), *_of(facts, "others")],
        "places": _names(_of(facts, "places"), names),
        "programmes": [programmes[code].name for code in _of(facts, "programmes") if code in programmes],
        "model": _in_all_forms(str(facts.get("model") or example.model)),
    }
    return {"slug": example.slug, "revision": kept.pop("number"), **kept, "named": named}


def _of(facts: dict[str, Any], name: str) -> list[Any]:
    return facts.get(name) or []


def _names(keys: list[Any], names: dict[Any, Organisation]) -> list[str]:
    return [str(names[key]) for key in keys if key in names]


def _bodies(keys: list[Any], names: dict[Any, Organisation]) -> list[str]:
    return [names[key].body for key in keys if key in names]


def _in_all_forms(model: str) -> dict[str, str]:
    told = {}
    for form in FORMS:
        with override(form):
            told[form] = str(Model(model).label) if model in Model.values else ""
    return told
