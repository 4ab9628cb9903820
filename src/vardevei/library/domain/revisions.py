"""Revisions of an example: sent, translated, taken back. Once sent they are frozen; a change is a new one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import contents, example_letters, following
from vardevei.library.domain.contents import Content
from vardevei.library.enums import RevisionState
from vardevei.library.models import Comment, Example, Revision
from vardevei.library.models.revision import WAITING
from vardevei.library.workflow import REVISION
from vardevei.opendata.problem import Problem


@transaction.atomic
def send(example: Example, content: Content, *, by: Person, comment: Comment | None = None) -> Revision:
    """A change, or an answer to what an editor asked. It goes the same way as a proposal; what is published stays.

    `comment` is what somebody wrote under the example, when the change comes from there.
    """
    _check_may(example, by)
    contents.check(content)
    made = _add(example, contents.fields_of(content, latest(example)), by=by)
    if comment:
        Comment.objects.filter(pk=comment.pk, example=example).update(used_in=made)
    return made


@transaction.atomic
def translate(example: Example, form: str, texts: Mapping[str, str], *, by: Person, note: str = "") -> Revision:
    """What is published, in another form of language. It goes the same way, for a translation can be wrong too."""
    _check_may(example, by)
    base = example.published
    if base is None or form == base.original:
        raise Problem(
            "translation-not-now",
            "This cannot be translated now.",
            "Only what is published is translated, to another language than it was written in.",
            "Choose another language, or wait until the example is published.",
        )
    return _add(example, {**contents.translation(base, form, texts), "note": note}, by=by)


@transaction.atomic
def pull(revision: Revision, *, by: Person, why: str) -> None:
    """The one who wrote it takes it back before it is published."""
    REVISION.step(revision, "withdraw", by=by, why=why, **following.about(revision))
    following.follow(revision.example, why=why)


def begun(example: Example, *, by: Person | None, confirmed: bool = True) -> RevisionState:
    """Where what this person sends begins. An editor's own word has passed the county; where nobody is editor, the
    network looks."""
    if not confirmed:
        return RevisionState.UNCONFIRMED
    passed = rules.may_edit(by, example) or not example_letters.has_editor(example.county)
    return RevisionState.AT_NETWORK if passed else RevisionState.PROPOSAL


def latest(example: Example) -> Revision | None:
    """The last one that was sent and not taken back or declined: what the next begins from."""
    past = [RevisionState.WITHDRAWN, RevisionState.DECLINED] if example.published_id else []
    return example.revisions.exclude(state__in=past).order_by("-number").first()


def waiting(example: Example) -> Revision | None:
    """The one that is on its way now."""
    return example.revisions.filter(state__in=WAITING).first()


def add_first(example: Example, content: Content, *, by: Person, confirmed: bool) -> Revision:
    """The proposal itself."""
    return _add(example, contents.fields_of(content), by=by, confirmed=confirmed)


def _add(example: Example, fields: Mapping[str, Any], *, by: Person, confirmed: bool = True) -> Revision:
    """Two who send at the same moment come one after the other: the second is told."""
    list(Example.objects.select_for_update().filter(pk=example.pk).values_list("pk"))
    if waiting(example):
        raise _taken()
    number = (example.revisions.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    state = begun(example, by=by, confirmed=confirmed)
    made = Revision.objects.create(example=example, number=number, state=state, made_by=by, **fields)
    following.follow(example)
    if confirmed:
        log.write(
            "revision-sent",
            _("{who} sendte inn «{title}»."),
            by=by,
            why=made.note,
            who=by,
            **following.about(made, True),
        )
        example_letters.to_review(made, by=by)
    else:
        example_letters.confirm(made)
    return made


def _check_may(example: Example, by: Person) -> None:
    if not rules.may_revise(by, example):
        raise Problem(
            "example-not-yours",
            "You may not change this example.",
            "Its owner, its editors and whoever proposed it may.",
            "Ask or tell under the example what should be changed.",
        )


def _taken() -> Problem:
    return Problem(
        "revision-waiting",
        "A change of this example is already on its way.",
        "One change at a time is looked at, so that none is lost in another.",
        "Wait until the editors have answered, then send yours. What you wrote is kept as a draft.",
    )
