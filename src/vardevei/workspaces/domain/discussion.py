"""Talking in a workspace: begin, write, answer, edit, withdraw.

discussion.begin(workspace, title="…", text="…", by=person); discussion.write_about(meeting, text="…", by=person)
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.core.models.log import subject_of
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import followup_people, notices, talked_about
from vardevei.workspaces.models import Contribution, EarlierText, Mention, Thread, Workspace

LONGEST = 10_000


@transaction.atomic
def begin(workspace: Workspace, *, title: str, text: str, by: Person, mentions: Iterable[Person] = ()) -> Thread:
    """A conversation on the whole of the workspace, with the first that is said in it."""
    rules.must(by, rules.TAKE_PART, workspace)
    thread = Thread.objects.create(workspace=workspace, title=title, by=by)
    write(thread, text=text, by=by, mentions=mentions)
    return thread


@transaction.atomic
def write_about(item: Any, *, text: str, by: Person, mentions: Iterable[Person] = ()) -> Contribution:
    """Say something about a thing in a workspace; its conversation begins with the first who does."""
    rules.must(by, rules.TAKE_PART, item.workspace)
    thread, _new = Thread.objects.get_or_create(
        workspace=item.workspace, about=subject_of(item), defaults={"title": str(item)[:200], "by": by}
    )
    return write(thread, text=text, by=by, mentions=mentions)


@transaction.atomic
def write(
    thread: Thread, *, text: str, by: Person, answers: Contribution | None = None, mentions: Iterable[Person] = ()
) -> Contribution:
    """Say something, perhaps as an answer to what another said, perhaps meant for some in particular."""
    rules.must(by, rules.TAKE_PART, thread.workspace)
    _must_read(by, thread)
    said = Contribution.objects.create(thread=thread, text=_whole(text), by=by, answers=answers)
    thread.latest_at = said.at
    thread.save(update_fields=["latest_at"])
    meant = [person for person in readers(thread) if person in list(mentions) and person != by]
    Mention.objects.bulk_create(Mention(contribution=said, person=person) for person in meant)
    _log("contribution-written", _("Et innlegg ble skrevet i samtalen «{title}»."), said, by)
    notices.tell(said, meant)
    return said


@transaction.atomic
def edit(contribution: Contribution, *, text: str, by: Person, version: int | None = None) -> Contribution:
    """Put it in other words; what stood before can still be read."""
    rules.must(by, rules.TAKE_PART, contribution.thread.workspace)
    if contribution.by_id != by.pk:
        raise _not_yours()
    if contribution.withdrawn_at:
        raise _withdrawn()
    before, text = contribution.text, _whole(text)
    if text == before:
        return contribution
    contribution.text, contribution.edited_at = text, timezone.now()
    versioned.save(contribution, ["text", "edited_at"], version)
    EarlierText.objects.create(contribution=contribution, text=before)
    _log("contribution-changed", _("Et innlegg ble endret i samtalen «{title}»."), contribution, by)
    return contribution


@transaction.atomic
def withdraw(contribution: Contribution, *, by: Person) -> Contribution:
    """Take the words away for good, also those that stood before; that somebody wrote stays. Twice is as once."""
    workspace = contribution.thread.workspace
    rules.must(by, rules.TAKE_PART, workspace)
    if contribution.by_id != by.pk and not rules.may(by, rules.RUN, workspace):
        raise _not_yours()
    if contribution.withdrawn_at:
        return contribution
    contribution.text, contribution.withdrawn_at, contribution.withdrawn_by = "", timezone.now(), by
    versioned.save(contribution, ["text", "withdrawn_at", "withdrawn_by"])
    contribution.earlier.all().delete()
    contribution.mentions.all().delete()
    notices.forget(contribution)
    _log("contribution-withdrawn", _("Et innlegg ble trukket fra samtalen «{title}»."), contribution, by)
    return contribution


def readers(thread: Thread) -> list[Person]:
    """Those in the workspace who may read the conversation, and so can be notified of it."""
    there = followup_people.people_of(thread.workspace)
    if not thread.about:
        return there
    return [person for person in there if talked_about.may_read(person, thread.workspace, thread.about)]


def read(thread: Thread, *, by: Person) -> None:
    """The page with the conversation has been opened: what was meant for the reader waits no longer."""
    Mention.objects.filter(contribution__thread=thread, person=by, read_at=None).update(read_at=timezone.now())


def _whole(text: str) -> str:
    if text.strip():
        return text.strip()[:LONGEST]
    raise Problem("nothing-said", "There is nothing in it.", "A contribution has words.", "Write something.")


def _must_read(by: Person, thread: Thread) -> None:
    if not talked_about.may_read(by, thread.workspace, thread.about):
        raise _not_yours()


def _not_yours() -> Problem:
    return Problem(
        "not-your-contribution",
        "This is not yours.",
        "Only whoever wrote something may change it; those who lead may withdraw it.",
        "Write a contribution of your own.",
    )


def _withdrawn() -> Problem:
    return Problem(
        "contribution-withdrawn",
        "This has been withdrawn.",
        "Its words are gone for good.",
        "Write a new contribution.",
    )


def _log(act: str, text: str | Promise, said: Contribution, by: Person) -> None:
    log.write(act, text, by=by, about=said, place=said.thread.workspace.owner_id, title=said.thread.title)
