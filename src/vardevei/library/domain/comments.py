"""Questions and answers under an example. An editor can make one into a change."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import contents, example_letters
from vardevei.library.models import Comment, Example
from vardevei.opendata.problem import Problem


@transaction.atomic
def write(example: Example, text: str, *, by: Person, answers: Comment | None = None) -> Comment:
    """A question, or an answer to one. The owner is told, and so are those in the conversation."""
    if not rules.may_comment(by, example):
        raise Problem(
            "comment-not-now",
            "You cannot write here now.",
            "It takes an account, and an example that is published.",
            "Sign in, and try again.",
        )
    first = (answers.answers or answers) if answers else None
    made = Comment.objects.create(example=example, text=text.strip(), by=by, answers=first)
    _log("comment-written", _("{who} skrev om eksempelet «{title}»."), made, by)
    example_letters.commented(made, by=by)
    return made


@transaction.atomic
def remove(comment: Comment, *, by: Person) -> None:
    """One's own, or by an editor. It leaves a mark and no words. Twice is once."""
    if not may_remove(by, comment):
        raise Problem(
            "comment-not-yours",
            "You may not remove this.",
            "Whoever wrote it may, and the editors of the example.",
            "Ask one of them.",
        )
    if comment.removed_at is None:
        comment.text, comment.removed_at, comment.removed_by = "", timezone.now(), by
        comment.save(update_fields=["text", "removed_at", "removed_by"])
        _log("comment-removed", _("{who} tok bort et innlegg om eksempelet «{title}»."), comment, by)


def may_remove(person: Person | None, comment: Comment) -> bool:
    """Whoever wrote it, and the editors."""
    own = person is not None and comment.by_id == person.pk
    return comment.removed_at is None and (own or rules.may_edit(person, comment.example))


def _log(act: str, text: object, comment: Comment, by: Person) -> None:
    example = comment.example
    title = contents.title_of(example.published) if example.published else example.slug
    log.write(act, text, by=by, about=comment, place=example.county_id or "", who=by, title=title)  # type: ignore[arg-type]
