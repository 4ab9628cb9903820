"""The built-in examples as records. Safe to repeat: what people have written or are writing is never touched."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from vardevei.library.enums import ExampleState, RevisionState
from vardevei.library.imports import built_in_files
from vardevei.library.imports.built_in_files import MARK, BuiltIn
from vardevei.library.models import Example, Revision
from vardevei.library.models.revision import WAITING
from vardevei.opendata import finding, places
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme


def load() -> int:
    """Adds the built-in examples that are not there, and renews those that only the program has written."""
    with transaction.atomic():
        return sum(_put(one) for one in built_in_files.read())


def _put(one: BuiltIn) -> bool:
    """Says whether it is among the examples now."""
    example = Example.objects.filter(slug=one.slug).select_related("published").first()
    if example is None:
        county = _county(one.fields["facts"])
        example = Example.objects.create(slug=one.slug, county=county, built_in=True)
        _publish(example, one)
    elif _is_ours(example):
        if example.published and example.published.facts[MARK] != one.fields["facts"][MARK]:
            _publish(example, one)
        _follow(example, one.fields["facts"])  # a programme that was not known last time
    return example.built_in


def _is_ours(example: Example) -> bool:
    """What is read came with the program, word for word, and nobody is about to change it."""
    published = example.published
    if not (example.built_in and example.state == ExampleState.PUBLISHED and published):
        return False
    written_by_others = published.facts.get(MARK) != built_in_files.digest(_fields(published))
    return not written_by_others and not example.revisions.filter(state__in=WAITING).exists()


def _fields(revision: Revision) -> dict[str, Any]:
    names = ("texts", "resources", "evidence", "links", "facts", "not_stated", "source")
    return {name: getattr(revision, name) for name in names}


def _publish(example: Example, one: BuiltIn) -> None:
    now = timezone.now()
    latest = example.revisions.order_by("-number").first()
    example.revisions.filter(state=RevisionState.PUBLISHED).update(state=RevisionState.REPLACED)
    example.published = Revision.objects.create(
        example=example,
        number=latest.number + 1 if latest else 1,
        state=RevisionState.PUBLISHED,
        made_at=now,
        published_at=now,
        **one.fields,
    )
    example.state = ExampleState.PUBLISHED
    example.model, example.dimensions = one.fields["facts"]["model"], one.fields["facts"]["dimensions"]
    example.save()
    _follow(example, one.fields["facts"])


def _follow(example: Example, facts: dict[str, Any]) -> None:
    example.organisations.set(Organisation.objects.filter(pk__in=facts.get("organisations", [])))
    example.places.set(Organisation.objects.filter(pk__in=facts.get("places", [])))
    example.programmes.set(Programme.objects.filter(pk__in=facts.get("programmes", [])))


def _county(facts: dict[str, Any]) -> Organisation | None:
    """The county council of today where it was done: its editor is the one to ask."""
    place = places.by_id((facts.get("places") or facts["organisations"])[0])
    today = finding.today_of(place)[0]
    county = places.county_of(today, date(min(date.today().year, places.LAST_YEAR), 1, 1))
    return Organisation.objects.filter(pk=county.id).first()
