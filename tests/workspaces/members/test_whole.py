"""A workspace is copied as a pattern, and taken out whole; no table of the room is forgotten."""

import json
import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps

from tests import people
from vardevei.core.domain import files, runs, working
from vardevei.core.enums import RunState
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces import tasks  # noqa: F401
from vardevei.workspaces.domain import copying, events, inviting, sign_up_options, taking_out, whole, workspaces
from vardevei.workspaces.domain import files as room_files
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Member, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
OSLO = ZoneInfo("Europe/Oslo")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

# Every table of the room: the file it lies in when all is taken out, or why it is in none.
TAKEN_OUT = {
    "members": {"Workspace", "Member"},
    "calendar": {"Event", "Block", "CoOrganiser"},
    "signup": {"SignUpOptions", "SignUpQuestion", "SignUp", "SignUpAnswer"},
    "surveys": {"Survey", "SurveyCounty", "SurveyPage", "SurveyQuestion", "Respondent"},
    "responses": {"Response", "ResponseAnswer"},
    "files": {"WorkspaceFile", "FileVersion"},
    "meetings": {"Meeting", "AgendaItem", "Addition", "Attendee", "Resolution"},
    "followups": {"FollowUp"},
    "discussion": {"Thread", "Contribution", "EarlierText", "Mention"},
}
LEFT_OUT = {
    "CalendarAddress": "A person's own key to a calendar: it opens something, and tells nothing of the workspace.",
    "Notices": "What one person wants mail about: it is that person's, not the workspace's.",
    "Untold": "What one person has not been told yet: gone as soon as the mail is sent.",
    "SignUpNeed": "Sensitive needs are for those who arrange the event, and are deleted the day after.",
}


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def room(adviser) -> Workspace:
    made = workspaces.begin(people.place(people.TRONDELAG), title="Våren", purpose="Vi samles.", by=adviser)
    begins = datetime(2027, 3, 10, 9, tzinfo=OSLO)  # in winter time
    events.begin(made, by=adviser, title="Oppstart", starts_at=begins, ends_at=begins + timedelta(hours=2))
    later = begins + timedelta(days=14)
    events.begin(made, by=adviser, title="Samling", starts_at=later, ends_at=later + timedelta(hours=2))
    return made


def test_a_copy_has_the_same_events_as_many_days_later_at_the_same_hours(room, adviser):
    assert copying.first_day(room) == date(2027, 3, 10)

    made = copying.copy(room, title="Høsten", first=date(2027, 9, 8), by=adviser)  # in summer time

    told = [(event.title, event.starts_at.astimezone(OSLO).isoformat()) for event in made.events.order_by("starts_at")]
    assert told == [("Oppstart", "2027-09-08T09:00:00+02:00"), ("Samling", "2027-09-22T09:00:00+02:00")]
    assert (made.purpose, made.visibility, made.copied_from) == (room.purpose, room.visibility, room)
    assert room.events.count() == 2


def test_sign_up_comes_along_with_its_last_day_also_when_the_clock_is_changed_between(room, adviser):
    first = room.events.earliest("starts_at")
    sign_up_options.set_up(first, limit=7, closes_at=first.starts_at - timedelta(days=1), by=adviser)

    made = copying.copy(room, title="Høsten", first=date(2027, 9, 8), by=adviser)

    became = made.events.earliest("starts_at")
    options = sign_up_options.of(became)
    assert (options.limit, options.closes_at) == (7, became.starts_at - timedelta(days=1))


def test_nobody_comes_along_in_a_copy_without_being_asked(room, adviser):
    people.contact()
    mia = people.somebody("Mia Med")
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN), named=False)
    Member.objects.create(workspace=room, person=mia, named=True, part=Part.LEAD)
    Member.objects.create(workspace=room, person=people.somebody("Nils Nei"), named=True, state=MemberState.DECLINED)

    alone = copying.copy(room, title="Alene", first=date(2027, 9, 8), by=adviser)
    asked = copying.copy(room, title="Sammen", first=date(2027, 9, 8), invite=True, by=adviser)

    assert [str(one) for one in alone.members.all()] == ["Ola Vik"]
    told = {str(one): (one.state, one.part) for one in asked.members.exclude(person=adviser)}
    assert told == {
        "Indre Fosen": (MemberState.INVITED, Part.MEMBER),
        "Mia Med": (MemberState.INVITED, Part.LEAD),
    }
    assert Letter.objects.filter(code="workspace-invitation").count() == 2


def test_members_neither_copy_nor_take_out(room):
    mia = people.somebody("Mia Med")
    Member.objects.create(workspace=room, person=mia, named=True)

    for act in (
        lambda: copying.copy(room, title="Min", first=date(2027, 9, 8), by=mia),
        lambda: list(taking_out.write(room, BytesIO(), form="nb", by=mia)),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.code == "not-allowed-in-workspace"


def take_out(room, by, form="nb") -> zipfile.ZipFile:
    """As the queue does it."""
    run = working.carry_out(runs.begin("workspace-whole", by=by, values={"workspace": room.pk, "form": form}).pk)
    assert (run.state, run.problems) == (RunState.DONE, [])
    with files.open(run.result) as content:
        return zipfile.ZipFile(BytesIO(content.read()))


def test_all_of_it_is_taken_out_in_one_archive_that_can_be_read(room, adviser):
    inviting.person(room, "gjest@eksempel.no", name="Gro Gjest", by=adviser)
    room_files.add(room, PDF, "plan.pdf", title="Planen", by=adviser)
    room_files.add(room, PDF, "plan.pdf", title="En annen", by=adviser)
    workspaces.archive(room, by=adviser)

    archive = take_out(room, adviser)

    overview = archive.read("LES-MEG.txt").decode()
    assert overview.startswith("Våren\r\n=====\r\n")
    assert "calendar.json: Arrangementer (2)" in overview
    members = json.loads(archive.read("members.json"))
    assert members["workspace"]["title"] == "Våren"
    assert [one["name"] for one in members["members"]] == ["Ola Vik", "Gro Gjest"]
    contents = [name for name in archive.namelist() if name.endswith(".pdf")]
    assert len(contents) == 2
    assert {archive.read(name) for name in contents} == {PDF}
    assert archive.testzip() is None
    assert LogEntry.objects.filter(act="workspace-taken-out").count() == 1
    assert "README.txt" in take_out(room, adviser, "en").namelist()


@pytest.mark.parametrize("name", ["../../ut.pdf", "/etc/ut.pdf", "..\\ut.pdf", ".."])
def test_no_name_leads_out_of_the_folder_it_is_unpacked_in(room, adviser, monkeypatch, name):
    kept = files.keep(PDF, "ut.pdf", by=adviser)
    monkeypatch.setattr(whole, "taken_out", lambda _room: ({}, [(name, kept), (name, kept)]))
    to = BytesIO()

    list(taking_out.write(room, to, form="nb", by=adviser))

    names = zipfile.ZipFile(to).namelist()
    assert len(set(names)) == 3
    assert not any(".." in one or one.startswith("/") for one in names)


def test_every_table_is_taken_out_or_it_is_said_why_not():
    """A new table: bring it along in its tool's `taken_out`, and write it here; or write why it stays."""
    tables = {model.__name__ for model in apps.get_app_config("workspaces").get_models()}

    assert tables == set().union(*TAKEN_OUT.values()) | set(LEFT_OUT)
    assert set(whole.tools()) == set(TAKEN_OUT)
