"""What waits for a person in one workspace: her own part of what each tool says waits for her anywhere."""

from collections.abc import Callable, Iterable, Iterator

from django.utils import timezone
from django.utils.translation import ngettext

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.web.together.room.lines import Line, line
from vardevei.workspaces import rules
from vardevei.workspaces.domain import (
    followup_people,
    inviting,
    meetings_waiting,
    sign_up_keys,
    sign_up_waiting,
    survey_waiting,
)
from vardevei.workspaces.models import Respondent, SignUp, Workspace

Source = Callable[[Person], Iterable[Waiting]]
# kind of what waits -> name of the address where it is done; it takes what it is about
ADDRESSES = {
    "followup": "followup",
    "minutes": "meeting-minutes",
    "agenda-item": "meeting",
    "agenda-proposals": "meeting",
    "offered-place": "my-sign-up",
    "event-invitation": "my-sign-up",
    "survey": "survey-answer",
}


def answers(workspace: Workspace, person: Person) -> Iterator[Line]:
    """For those who may invite: who has not answered."""
    silent = inviting.silent(workspace) if rules.may(person, rules.RUN, workspace) else []
    if silent:
        said = ngettext("{n} har ikke svart på invitasjonen.", "{n} har ikke svart på invitasjonen.", len(silent))
        since = min(timezone.localdate(one.reminded_at or one.added_at) for one in silent)
        yield from line("workspace-members", workspace.pk, said.format(n=len(silent)), since=since)


def followups(workspace: Workspace, person: Person) -> Iterator[Line]:
    here = workspace.followups.open().values_list("pk", flat=True)
    yield from _here(followup_people.waiting_for, person, map(str, here), f"{workspace}: ")


def surveys(workspace: Workspace, person: Person) -> Iterator[Line]:
    here = Respondent.objects.filter(survey__workspace=workspace, person=person).values_list("key", flat=True)
    yield from _here(survey_waiting.waiting_for, person, map(str, here))


def sign_ups(workspace: Workspace, person: Person) -> Iterator[Line]:
    here = SignUp.objects.filter(event__workspace=workspace, person=person)
    yield from _here(sign_up_waiting.waiting_for, person, map(sign_up_keys.token, here))


def meetings(workspace: Workspace, person: Person) -> Iterator[Line]:
    here = workspace.meetings.values_list("pk", flat=True)
    yield from _here(meetings_waiting.waiting_for, person, map(str, here))


def _here(source: Source, person: Person, keys: Iterable[str], but: str = "") -> Iterator[Line]:
    """Those of the source that are about one of the keys; the workspace's name, in front of some, is not said again."""
    wanted = set(keys)
    for one in source(person) if wanted else []:
        if one.about in wanted and one.kind in ADDRESSES:
            text, overdue = str(one.sentence).removeprefix(but), one.due is not None and one.due < timezone.localdate()
            yield from line(ADDRESSES[one.kind], one.about, text, day=one.due, since=one.since, overdue=overdue)


SOURCES = [answers, followups, surveys, sign_ups, meetings]
