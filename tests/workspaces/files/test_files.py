"""Files in a workspace: who may put in, see, renew and take away; and that nothing is written over."""

import pytest

from tests import people
from vardevei.core.domain import files as kept_files
from vardevei.core.models import KeptFile, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import files, files_whole, workspaces
from vardevei.workspaces.enums import MemberState, SeenBy, Visibility
from vardevei.workspaces.models import Member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
PDF = b"%PDF-1.7\nsaksliste"


@pytest.fixture
def room():
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser(name="Liv Leder"))
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    return room


@pytest.fixture
def contact():
    return people.contact()


def refused(verb, *given, **named) -> str:
    with pytest.raises(Problem) as problem:
        verb(*given, **named)
    return problem.value.code


def test_a_member_puts_in_a_file_and_it_is_called_what_it_is_called(room, contact):
    file = files.add(room, PDF, "../../Saksliste.exe", by=contact)

    assert file.title == "Saksliste.pdf"
    assert [version.number for version in file.versions.all()] == [1]
    assert kept_files.open(file.newest.content).read() == PDF
    assert LogEntry.objects.about(file).get().act == "file-added"


def test_who_sees_a_file_follows_from_what_is_said_of_it(room, contact):
    invited, stranger = people.somebody("Ivar Invitert"), people.contact(people.BERGEN, "Bea Bergen")
    Member.objects.create(workspace=room, person=invited, named=True, state=MemberState.INVITED)
    whom = {"lead": room.by, "member": contact, "invited": invited, "stranger": stranger, "visitor": None}
    given = {seen_by: files.add(room, PDF, "a.pdf", seen_by=seen_by, by=room.by) for seen_by in SeenBy}

    def seeing(file):
        listed = [who for who, person in whom.items() if file in files.seen_by(person, room)]
        assert listed == [who for who, person in whom.items() if files.may_see(person, file)]
        return listed

    assert seeing(given[SeenBy.ROOM]) == ["lead", "member", "invited"]
    assert seeing(given[SeenBy.LEADS]) == ["lead"]
    assert seeing(given[SeenBy.ANYONE]) == ["lead", "member", "invited", "stranger", "visitor"]

    room.visibility = Visibility.OPEN
    assert files.may_see(None, given[SeenBy.ROOM])
    assert not files.may_see(None, given[SeenBy.LEADS])


def test_only_those_who_take_part_put_in_and_only_those_who_lead_show_it_to_the_world(room, contact):
    stranger = people.contact(people.BERGEN, "Bea Bergen")

    assert refused(files.add, room, PDF, "a.pdf", by=stranger) == "not-allowed-in-workspace"
    assert refused(files.add, room, PDF, "a.pdf", seen_by=SeenBy.ANYONE, by=contact) == "not-allowed-in-workspace"
    own = files.add(room, PDF, "a.pdf", by=contact)
    said = {"title": "A", "description": "", "seen_by": SeenBy.ANYONE}
    assert refused(files.change, own, **said, by=contact) == "not-allowed-in-workspace"
    assert files.change(own, **said, by=room.by).seen_by == SeenBy.ANYONE


def test_a_new_version_leaves_the_old_one_to_be_had_and_equal_bytes_are_told(room, contact):
    file = files.add(room, PDF, "plan.pdf", by=room.by)

    files.add_version(file, PDF + b" 2", "plan-ny.pdf", note="Ny dato", by=contact)

    assert [(one.number, one.by) for one in file.versions.all()] == [(2, contact), (1, room.by)]
    assert kept_files.open(file.versions.last().content).read() == PDF
    assert refused(files.add_version, file, PDF + b" 2", "plan.pdf", by=contact) == "file-unchanged"
    assert file.versions.count() == 2
    files.add_version(file, PDF, "plan.pdf", note="Tilbake", by=contact)  # going back is a change
    assert file.newest.number == 3


def test_the_same_content_twice_in_a_room_is_told_to_whom_may_see_the_first(room, contact):
    hidden = files.add(room, PDF, "a.pdf", seen_by=SeenBy.LEADS, by=room.by)
    again = files.add(room, PDF, "b.pdf", by=contact)

    assert files.same_as(again, contact) is None
    assert files.same_as(again, room.by) == hidden


def test_one_that_is_hidden_gets_no_version_from_whom_may_not_see_it(room, contact):
    hidden = files.add(room, PDF, "a.pdf", seen_by=SeenBy.LEADS, by=room.by)

    assert refused(files.add_version, hidden, PDF + b"2", "a.pdf", by=contact) == "not-your-file"


def test_taking_away_takes_the_bytes_and_leaves_the_reason(room, contact):
    other = people.contact(name="Anders And")
    file = files.add(room, PDF, "a.pdf", by=contact)
    files.add_version(file, PDF + b"2", "a.pdf", by=contact)

    assert refused(files.remove, file, why="Ville bare", by=other) == "not-your-file"
    files.remove(file, why="Feil fil", by=contact)
    files.remove(file, why="En gang til", by=contact)

    assert (file.removed_why, KeptFile.objects.count()) == ("Feil fil", 0)
    assert list(files.seen_by(room.by, room)) == []
    assert refused(files.add_version, file, PDF, "a.pdf", by=contact) == "file-removed"


def test_an_archived_room_is_read_and_not_written_in(room, contact):
    file = files.add(room, PDF, "a.pdf", seen_by=SeenBy.LEADS, by=room.by)
    workspaces.archive(room, by=room.by)
    file.refresh_from_db()

    assert files.may_see(room.by, file)
    for verb, given in [(files.add, (room, PDF, "b.pdf")), (files.add_version, (file, PDF, "b.pdf"))]:
        assert refused(verb, *given, by=room.by) == "workspace-archived"
    assert refused(files.remove, file, why="Nei", by=room.by) == "workspace-archived"


def test_a_file_that_is_not_taken_leaves_nothing(room, contact):
    for content in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a\0\1=1;alert(1)", b"MZ\x90\0"):
        assert refused(files.add, room, content, "bilde.png", by=contact) == "upload-kind"

    assert (room.files.count(), KeptFile.objects.count()) == (0, 0)


def test_taken_out_whole_each_version_has_its_content_and_hash(room, contact):
    file = files.add(room, PDF, "a.pdf", by=contact)
    files.add_version(file, PDF + b"2", "a.pdf", note="Ny", by=room.by)

    taken = files_whole.taken_out(room)

    assert [(name, kept_files.open(kept).read()) for name, kept in taken["files"]] == [
        (f"files/{file.pk}-2-a.pdf", PDF + b"2"),
        (f"files/{file.pk}-1-a.pdf", PDF),
    ]
    (told,) = taken["workspace_files"]
    assert [(one["number"], one["by"], one["note"]) for one in told["versions"]] == [
        (2, "Liv Leder", "Ny"),
        (1, "Kari Nes", ""),
    ]
