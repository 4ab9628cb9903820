"""A workspace is copied as a pattern, and taken out whole; no table of the room is forgotten."""

import json
import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from tests import people
from vardevei.core.domain import files, runs, working
from vardevei.core.enums import RunState
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces import tasks  # noqa: F401
from vardevei.workspaces.domain import copying, events, inviting, taking_out, whole, workspaces
from vardevei.workspaces.domain import files as room_files
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Member, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
OSLO = ZoneInfo("Europe/Oslo")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


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
