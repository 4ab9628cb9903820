"""Telling people of what is said: at once, once a day, only when it is meant for them, or never; each chooses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, log
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import language
from vardevei.workspaces import rules
from vardevei.workspaces.domain import followup_people, talked_about
from vardevei.workspaces.enums import MemberState, NoticeChoice
from vardevei.workspaces.models import Contribution, Member, Mention, Notices, Untold, Workspace

SHOWN = 600  # letters of a contribution in a mail; the rest is read on the page


def choice_of(person: Person, workspace: Workspace) -> NoticeChoice:
    """What the person has chosen. A member hears once a day; the county's advisers only of what is meant for them."""
    chosen = Notices.objects.filter(person=person, workspace=workspace).first()
    return NoticeChoice(chosen.choice) if chosen else _unchosen(person, workspace)


@transaction.atomic
def choose(person: Person, workspace: Workspace, choice: NoticeChoice | str, *, by: Person | None) -> None:
    """From now on. What waited for the daily letter is not sent any more when that is no longer wanted."""
    Notices.objects.update_or_create(person=person, workspace=workspace, defaults={"choice": choice})
    if choice != NoticeChoice.DAILY:
        Untold.objects.filter(person=person, contribution__thread__workspace=workspace).delete()
    log.write(
        "notices-chosen",
        _("{who} valgte varsler fra samtalen i «{title}»: {choice}."),
        by=by,
        about=workspace,
        place=workspace.owner_id,
        who=person,
        title=workspace.title,
        choice=NoticeChoice(choice).label,
    )


def by_key(key: UUID) -> Notices:
    """The choice behind the link in a letter."""
    found = Notices.objects.filter(key=key).select_related("person", "workspace").first()
    if found is None:
        raise Problem(
            "notices-gone",
            "We no longer know whom this letter was sent to.",
            "The person has been erased, or the workspace is gone.",
            "You need do nothing: no notices are sent from here.",
        )
    return found


def tell(said: Contribution, meant: Iterable[Person]) -> None:
    """Write to those who want to know at once, and keep it for the daily letter of the others."""
    workspace, meant = said.thread.workspace, set(meant)
    for person in followup_people.people_of(workspace):
        choice = choice_of(person, workspace)
        if person == said.by or not talked_about.may_read(person, workspace, said.thread.about):
            continue
        if choice == NoticeChoice.AT_ONCE or (person in meant and choice != NoticeChoice.NONE):
            _write("talk-written", person, workspace, said=said, text=_short(said.text), meant=person in meant)
        elif choice == NoticeChoice.DAILY:
            Untold.objects.create(contribution=said, person=person)


def forget(said: Contribution) -> None:
    """It has been withdrawn: no daily letter tells of it."""
    Untold.objects.filter(contribution=said).delete()


def tell_daily() -> int:
    """One letter to each who has something to hear, of each workspace. A second run finds nothing to tell."""
    waiting = Untold.objects.order_by("person", "contribution__thread__workspace").values_list(
        "person", "contribution__thread__workspace"
    )
    return sum(_tell_of_day(person, workspace) for person, workspace in waiting.distinct())


@transaction.atomic
def _tell_of_day(person_key: int, workspace_key: int) -> bool:
    """The letter and the end of the waiting are one: neither can happen without the other."""
    person, workspace = Person.objects.get(pk=person_key), Workspace.objects.get(pk=workspace_key)
    mine = Untold.objects.select_for_update().filter(person=person, contribution__thread__workspace=workspace)
    waiting = list(mine.select_related("contribution__thread", "contribution__by").order_by("contribution__at"))
    Untold.objects.filter(pk__in=[one.pk for one in waiting]).delete()
    told = [one.contribution for one in waiting if _still_to_tell(one.contribution, person, workspace)]
    if not told or choice_of(person, workspace) != NoticeChoice.DAILY:
        return False
    threads: dict[str, list[dict[str, object]]] = defaultdict(list)
    for said in told:
        threads[said.thread.title].append({"by": said.by, "text": _short(said.text)})
    return _write("talk-daily", person, workspace, threads=dict(threads), count=len(told))


def _still_to_tell(said: Contribution, person: Person, workspace: Workspace) -> bool:
    return said.withdrawn_at is None and talked_about.may_read(person, workspace, said.thread.about)


def waiting_for(person: Person) -> Iterator[Waiting]:
    """What is meant for the person and not read yet; one line for each conversation."""
    unread = Mention.objects.filter(person=person, read_at=None, contribution__withdrawn_at=None)
    unread = unread.filter(contribution__thread__workspace__archived_at=None).order_by("at")
    seen: set[int] = set()
    for mention in unread.select_related("contribution__thread__workspace__owner", "contribution__by"):
        thread = mention.contribution.thread
        if thread.pk in seen or not talked_about.may_read(person, thread.workspace, thread.about):
            continue
        seen.add(thread.pk)
        yield Waiting(
            kind="mention",
            sentence=f"{thread.workspace}: {thread.title}",
            about=str(thread.pk),
            place=thread.workspace.owner_id,
            since=timezone.localdate(mention.at),
        )


def _unchosen(person: Person, workspace: Workspace) -> NoticeChoice:
    inside = Member.objects.filter(workspace=workspace, state=MemberState.IN)
    through = Q(person__isnull=True, organisation__in=set(rules.worked_at(person)) - {workspace.owner_id})
    return NoticeChoice.DAILY if inside.filter(Q(person=person) | through).exists() else NoticeChoice.MENTIONS


def _write(code: str, to: Person, workspace: Workspace, **more: Any) -> bool:
    """No letter to one who cannot be reached. Answers go to nobody: the conversation is on the page."""
    if not to.email or to.bounced_at or to.erased_at:
        return False
    chosen = NoticeChoice(choice_of(to, workspace))
    mine, _new = Notices.objects.get_or_create(person=to, workspace=workspace, defaults={"choice": chosen})
    said = more.get("said")
    link = f"/samtale/{said.thread_id}/" if isinstance(said, Contribution) else f"/arbeidsrom/{workspace.pk}/samtale/"
    letters.write(
        code,
        to=to,
        form=language.form_for(to, workspace.owner),
        by=None,
        about=said or workspace,
        place=workspace.owner_id,
        room=workspace.title,
        link=link,
        stop_link=f"/samtale/varsler/{mine.key}/",
        **more,
    )
    return True


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"
