"""The letters about examples: to whoever wrote, to the editors, and to those who own what is told."""

from collections.abc import Iterable
from typing import Any

from vardevei.core.domain import letters
from vardevei.core.models import Person, Question
from vardevei.library import rules
from vardevei.library.domain import contents, proposal_keys
from vardevei.library.enums import RevisionState
from vardevei.library.models import Comment, Example, Revision
from vardevei.organisations.domain import language, roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import EDITOR, NETWORK_EDITOR

SHOWN = 600  # letters of what somebody wrote; the rest is read on the page


def confirm(revision: Revision) -> None:
    """One press says that it was she who wrote; nothing is looked at before that."""
    _to_writer("example-confirm", revision, by=None)


def to_review(revision: Revision, *, by: Person | None) -> None:
    """Something waits for the editors; nobody is told of what she sent herself."""
    for editor in editors(revision):
        if editor != by:
            _write(
                "example-to-review", editor, revision.example, by, title=contents.title_of(revision), **_way(revision)
            )


def answered(code: str, revision: Revision, *, by: Person, grounds: str) -> None:
    """What an editor said, to whoever wrote."""
    _to_writer(code, revision, by=by, grounds=grounds)


def published(revision: Revision, *, by: Person) -> None:
    """To whoever wrote, and to the owners."""
    told = {person.pk: person for person in [revision.made_by, *owners_people(revision.example)] if person}
    for person in told.values():
        if person != by:
            _write("example-published", person, revision.example, by, title=contents.title_of(revision))


def withdrawn(example: Example, *, by: Person, why: str) -> None:
    """To whoever proposed it, and to the owners."""
    told = {person.pk: person for person in [example.by, *owners_people(example)] if person}
    for person in told.values():
        if person != by:
            _write("example-withdrawn", person, example, by, title=_title(example), why=why)


def still_true(example: Example, question: Question, people: Iterable[Person]) -> None:
    """Once a year: does it still hold?"""
    for person in people:
        _write("example-still-true", person, example, None, question=question, title=_title(example))


def not_true(example: Example, *, by: Person | None, words: str) -> None:
    """The owner says that it no longer holds: to the editors."""
    for editor in _county_editors(example) or _network_editors():
        _write("example-not-true", editor, example, by, title=_title(example), words=words)


def commented(comment: Comment, *, by: Person) -> None:
    """A question, to the owners; an answer, to those in the conversation."""
    example, first = comment.example, comment.answers
    people = [first.by, *(one.by for one in first.replies.all())] if first else []
    told = {person.pk: person for person in [*people, *owners_people(example)] if person and person != by}
    for person in told.values():
        text = comment.text[:SHOWN] + ("…" if len(comment.text) > SHOWN else "")
        _write("example-commented", person, example, by, title=_title(example), who=str(by), text=text)


def editors(revision: Revision) -> list[Person]:
    """Those who are to look at it now."""
    if revision.state == RevisionState.PROPOSAL:
        return _county_editors(revision.example)
    return _network_editors() if revision.state == RevisionState.AT_NETWORK else []


def owners_people(example: Example) -> list[Person]:
    """A municipality's contacts, a county's editors."""
    found: list[Person] = []
    for owner in rules.owners(example):
        found += _editors_of(owner) if owner.kind == "county" else [one.person for one in roles.contacts_at(owner)]
    return found


def has_editor(county: Organisation | None) -> bool:
    """Whether the county has somebody who looks at examples."""
    return county is not None and bool(_editors_of(county))


def _editors_of(county: Organisation) -> list[Person]:
    return roles.people_at(county, [EDITOR])


def _county_editors(example: Example) -> list[Person]:
    return _editors_of(example.county) if example.county else []


def _network_editors() -> list[Person]:
    now = Role.objects.now().filter(code=NETWORK_EDITOR.code)
    return list(Person.objects.filter(pk__in=now.values("person")).order_by("name", "pk"))


def _way(revision: Revision) -> dict[str, Any]:
    return {
        "new": revision.example.published_id is None,
        "writer": str(revision.made_by or ""),
        "link": f"/eksempler/{revision.example.slug}/vurder/",
    }


def _title(example: Example) -> str:
    return contents.title_of(example.published) if example.published else example.slug


def _to_writer(code: str, revision: Revision, *, by: Person | None, **values: Any) -> None:
    writer = revision.made_by
    if writer:
        link = proposal_keys.path(revision.example, writer)
        _write(code, writer, revision.example, by, title=contents.title_of(revision), link=link, **values)


def _write(code: str, to: Person, example: Example, by: Person | None, **values: Any) -> None:
    """Nothing for one without an address."""
    if to.written_to() is None:
        return
    values.setdefault("link", f"/eksempler/{example.slug}/")
    form = language.form_for(to, example.county)
    place = example.county_id or ""
    letters.write(code, to=to, form=form, by=by, about=example, place=place, greeting=to.name, **values)
