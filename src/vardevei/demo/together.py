"""What the county does together with its municipalities: a network with a meeting behind it and things to follow up."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from vardevei.core.domain import answers
from vardevei.core.domain.questions import YES
from vardevei.core.models import Letter
from vardevei.demo import together_open
from vardevei.demo.cast import Cast
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import (
    agenda,
    followups,
    inviting,
    meeting_attendance,
    meetings,
    minutes,
    resolutions,
    workspaces,
)
from vardevei.workspaces.models import AgendaItem, FollowUp, Meeting, Workspace

MEMBERS = 8  # municipalities that are asked into the network; all but two say yes
PURPOSE = "Vi lærer av hverandre, og søker sammen når flere har samme utfordring. (eksempel)"
ITEMS = (
    (
        "Hva ønsker kommunene av nettverket? (eksempel)",
        "Hva er dere mest opptatt av?\nHvor ofte skal vi møtes?",
        "Flom, skole og ledige lokaler går igjen. De fleste vil møtes fire ganger i året. (eksempel)",
    ),
    (
        "Kurs om partnersøk (eksempel)",
        "Hvem fra kommunen bør være med?",
        "Kurset holdes på nett, så alle kan være med. (eksempel)",
    ),
)
RESOLVED = "Nettverket møtes fire ganger i året, to av dem på nett. (eksempel)"


def play(county: Organisation, cast: Cast) -> None:
    room = workspaces.begin(county, title="Kommunenettverk (eksempel)", purpose=PURPOSE, by=cast.adviser)
    _invite(room, cast)
    meeting = _meet(room, cast)
    _follow_up(meeting, cast)
    together_open.play(room, cast)


def _invite(room: Workspace, cast: Cast) -> None:
    asked = [role.organisation for role in cast.contacts[:MEMBERS] if role.organisation]
    inviting.municipalities(room, asked, by=cast.adviser)
    letters = Letter.objects.filter(code="workspace-invitation").order_by("pk")
    for letter in list(letters)[: MEMBERS - 2]:
        answers.answer(letter, YES)


def _meet(room: Workspace, cast: Cast) -> Meeting:
    """Held three weeks ago, with minutes that are approved."""
    meeting = meetings.call(
        room,
        title="Oppstartsmøte (eksempel)",
        starts_at=_at(-21, 10),
        ends_at=_at(-21, 12),
        where="Fylkets hus, møterom Blå (eksempel)",
        chair=cast.editor,
        minute_taker=cast.adviser,
        by=cast.adviser,
    )
    items = [_item(meeting, *each, cast) for each in ITEMS]
    resolutions.pass_(items[0], text=RESOLVED, by=cast.adviser)
    meetings.hold(meeting, by=cast.adviser)
    there = [code for code, _attendee in meeting_attendance.listed(meeting)]
    meeting_attendance.mark(meeting, came=there[:-1], by=cast.adviser)
    minutes.approve(meeting, by=cast.editor)
    return meeting


def _item(meeting: Meeting, title: str, questions: str, said: str, cast: Cast) -> AgendaItem:
    item = agenda.add(meeting, title=title, questions=questions, by=cast.adviser)
    return minutes.write(item, text=said, by=cast.adviser)


def _follow_up(meeting: Meeting, cast: Cast) -> None:
    """One overdue, one for a municipality, one done, and an order that waits for an answer."""
    first, second = meeting.items.order_by("order", "pk")
    _give(first, "Lag en liste over temaene (eksempel)", -4, cast, who=cast.adviser)
    _give(first, "Finn to som kan fortelle om flom (eksempel)", 12, cast, organisation=cast.contacts[0].organisation)
    done = _give(first, "Send referatet til alle (eksempel)", -14, cast, who=cast.editor)
    followups.finish(done, outcome="Sendt samme dag. (eksempel)", by=cast.editor)
    _give(
        second,
        "Hva bør et kurs i partnersøk handle om? (eksempel)",
        20,
        cast,
        who=cast.contacts[1].person,
        is_order=True,
        sender="Fylkets hovedutvalg (eksempel)",
        ordered_on=timezone.localdate() - timedelta(days=30),
        wanted_answer="Tre ting kommunene trenger mest. (eksempel)",
    )


def _give(item: AgendaItem, what: str, days: int, cast: Cast, **more: Any) -> FollowUp:
    due = timezone.localdate() + timedelta(days=days)
    return followups.set_up(item.meeting.workspace, what=what, due=due, origin=item, by=cast.adviser, **more)


def _at(days: int, hour: int) -> datetime:
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
