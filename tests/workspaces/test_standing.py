"""Who may do what in a workspace: a table written by hand, each act by each standing."""

import pytest

from tests import people
from vardevei.workspaces import rules
from vardevei.workspaces.domain import workspaces
from vardevei.workspaces.enums import MemberState, Part, Visibility
from vardevei.workspaces.models import Member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

#                    see  people part  run   close
MAY = {
    "lead":         ["x", "x", "x", "x", "x"],
    "member":       ["x", "x", "x", "-", "-"],
    "through":      ["x", "x", "x", "-", "-"],
    "invited":      ["x", "-", "-", "-", "-"],
    "county":       ["x", "x", "x", "x", "x"],
    "other county": ["-", "-", "-", "-", "-"],
    "visitor":      ["-", "-", "-", "-", "-"],
}  # fmt: skip
# In a room for named people only the names count, also for the county.
NAMED = {**MAY, "through": ["-"] * 5, "county": ["-"] * 5}


@pytest.fixture
def room():
    return workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser(name="Liv Leder"))


@pytest.fixture
def who(room):
    member, invited = people.somebody("Mia Med"), people.somebody("Ivar Invitert")
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    Member.objects.create(workspace=room, person=member, named=True)
    Member.objects.create(workspace=room, person=invited, named=True, state=MemberState.INVITED)
    return {
        "lead": room.by,
        "member": member,
        "through": people.contact(),
        "invited": invited,
        "county": people.adviser(),
        "other county": people.adviser(people.VESTLAND, "Vigdis Vest"),
        "visitor": None,
    }


def _told(room, who) -> dict[str, list[str]]:
    return {
        name: ["x" if rules.may(person, act, room) else "-" for act in rules.INSIDE] for name, person in who.items()
    }


def test_what_each_may_do_in_a_room_for_its_members(room, who):
    assert _told(room, who) == MAY


def test_in_a_room_for_named_people_only_the_names_count(room, who):
    room.visibility = Visibility.NAMED
    room.save()

    assert _told(room, who) == NAMED


def test_the_county_takes_up_a_room_for_named_people_that_nobody_leads_any_more(room, who):
    room.visibility = Visibility.NAMED
    room.save()
    room.by.is_active = False
    room.by.save()

    assert _told(room, who)["county"] == MAY["county"]
    assert rules.visible_to(who["county"]).filter(pk=room.pk).exists()


def test_anyone_sees_an_open_room_and_nobody_more(room, who):
    room.visibility = Visibility.OPEN
    room.save()

    told = _told(room, who)

    assert told["visitor"] == told["other county"] == ["x", "-", "-", "-", "-"]
    assert told["member"] == MAY["member"]


def test_an_archived_room_is_read_and_can_be_opened_again(room, who):
    workspaces.archive(room, by=room.by)

    told = _told(room, who)

    assert told["lead"] == ["x", "x", "-", "-", "x"]
    assert told["member"] == ["x", "x", "-", "-", "-"]


@pytest.mark.parametrize("visibility", Visibility.values)
def test_lists_show_what_pages_open(room, who, visibility):
    room.visibility = visibility
    room.save()

    for name, person in who.items():
        assert rules.visible_to(person).filter(pk=room.pk).exists() == rules.may(person, rules.SEE, room), name


def test_who_works_for_what_a_member_became_is_in(room):
    """Rissa was a member; it became Indre Fosen."""
    from vardevei.opendata import places
    from vardevei.organisations.models import Organisation

    rissa = next(place for place in places.all_places("municipality") if place.name() == "Rissa")
    Member.objects.create(workspace=room, organisation=Organisation.objects.get(pk=rissa.id), part=Part.MEMBER)

    assert rules.may(people.contact(), rules.SEE, room)
