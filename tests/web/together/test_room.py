"""A workspace's own pages: who sees what, and what a press does."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.people import signed_in
from vardevei.core.domain import working
from vardevei.core.models import Letter, Run
from vardevei.organisations import roles as kinds
from vardevei.workspaces.domain import discussion, events, followups, inviting, meetings, workspaces
from vardevei.workspaces.enums import MemberState, Part, Visibility
from vardevei.workspaces.models import Member, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
FROSTA, TRONDHEIM = "5036", "5001"


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def room(adviser) -> Workspace:
    return workspaces.begin(
        people.place(people.TRONDELAG), title="Kystnettverket", purpose="Vi samler oss om kysten.", by=adviser
    )


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_new_room_is_made_for_a_county_and_leads_to_inviting(adviser):
    client = signed_in(adviser)

    made = client.post("/arbeidsrom/nytt/50/", {"title": "Kystnettverket", "purpose": "", "visibility": "members"})

    room = Workspace.objects.get()
    assert made["Location"] == f"/arbeidsrom/{room.pk}/"
    assert "Bare du er med ennå" in text(client, f"/arbeidsrom/{room.pk}/")


def test_many_municipalities_are_asked_in_one_form_and_who_cannot_be_is_told(room, adviser):
    client = signed_in(adviser)
    people.contact()
    people.contact(FROSTA, "Frode Fros")
    address = f"/arbeidsrom/{room.pk}/inviter/kommuner/"

    page = text(client, address)
    assert "Kryss av minst én kommune." in client.post(address, {}).content.decode()
    client.post(address, {"municipalities": [people.INDRE_FOSEN]})
    client.post(address, {"municipalities": [people.INDRE_FOSEN, FROSTA, TRONDHEIM]})  # an older page

    assert "36 kommuner kan ikke inviteres" in page
    assert {str(one) for one in Member.objects.asked()} == {"Indre Fosen", "Frosta"}
    assert Letter.objects.count() == 2
    told = text(client, f"/arbeidsrom/{room.pk}/hvem/")
    assert "1 invitasjon er sendt." in told
    assert "Ikke sendt til Trondheim" in told
    assert "0 av 2 inviterte har svart." in told


def test_all_that_can_be_asked_are_asked_with_one_tick(room, adviser):
    people.contact()
    people.contact(FROSTA, "Frode Fros")

    signed_in(adviser).post(f"/arbeidsrom/{room.pk}/inviter/kommuner/", {"every": "on"})

    assert {str(one) for one in Member.objects.asked()} == {"Indre Fosen", "Frosta"}


def test_the_one_who_is_asked_answers_on_the_first_page(room, adviser):
    kari = people.contact()
    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    client, address = signed_in(kari), f"/arbeidsrom/{room.pk}/"

    assert "Skal Indre Fosen være med?" in text(client, address)
    assert client.get(f"{address}hvem/").status_code == 403
    assert client.post(f"{address}svar/", {"answer": "yes"})["Location"] == address

    assert "være med?" not in text(client, address)
    assert client.get(f"{address}hvem/").status_code == 200


def test_the_first_page_says_what_is_next_and_what_waits_for_the_one_who_looks(room, adviser):
    mia, per = people.somebody("Mia Med"), people.somebody("Per Med")
    for one in (mia, per):
        Member.objects.create(workspace=room, person=one, named=True)
    soon = timezone.now() + timedelta(days=3)
    event = events.begin(room, title="Samling", starts_at=soon, ends_at=soon + timedelta(hours=2), by=adviser)
    events.publish(event, by=adviser)
    events.begin(room, title="Bare en kladd", starts_at=soon, ends_at=soon + timedelta(hours=2), by=adviser)
    late = timezone.localdate() - timedelta(days=1)
    followups.set_up(room, what="Send tallene", who=mia, due=late, by=adviser)
    elsewhere = workspaces.begin(room.owner, title="Et annet rom", by=adviser)
    Member.objects.create(workspace=elsewhere, person=mia, named=True)
    followups.set_up(elsewhere, what="Noe annet", who=mia, due=late, by=adviser)

    hers, his = (text(signed_in(one), f"/arbeidsrom/{room.pk}/") for one in (mia, per))

    assert "Venter på deg her Send tallene Fristen var" in hers
    assert "Det neste Samling Arrangement" in hers
    assert "Bare en kladd" not in hers
    assert "Noe annet" not in hers
    assert "Send tallene" not in his


def test_a_visitor_to_an_open_room_sees_its_open_events_and_nothing_of_its_people(room, adviser):
    workspaces.change(room, title=room.title, purpose=room.purpose, visibility=Visibility.OPEN, by=adviser)
    soon = timezone.now() + timedelta(days=3)
    made = events.begin(room, title="Åpent møte", starts_at=soon, ends_at=soon + timedelta(hours=2), by=adviser)
    events.publish(made, by=adviser)
    meetings.call(room, title="Styremøte", starts_at=soon, ends_at=soon + timedelta(hours=1), by=adviser)

    seen = text(Client(), f"/arbeidsrom/{room.pk}/")

    assert "Åpent møte" in seen
    assert not [word for word in ("Styremøte", "Ola Vik", "er med") if word in seen]


def test_who_says_no_is_led_out(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser).person
    client = signed_in(guest)

    answered = client.post(f"/arbeidsrom/{room.pk}/svar/", {"answer": "no"})

    assert answered["Location"] == "/arbeidsrom/"
    assert client.get(f"/arbeidsrom/{room.pk}/").status_code == 404


def test_a_member_sees_who_is_in_but_neither_addresses_nor_who_said_no(room, adviser):
    mia, gone = people.somebody("Mia Med"), people.somebody("Nils Nei")
    Member.objects.create(workspace=room, person=mia, named=True)
    Member.objects.create(workspace=room, person=gone, named=True, state=MemberState.DECLINED)
    mine, address = signed_in(mia), f"/arbeidsrom/{room.pk}/hvem/"

    told = text(mine, address)

    assert "Ola Vik" in told
    assert "Nils Nei" not in told
    assert "Nils Nei" in text(signed_in(adviser), address)
    other = Member.objects.get(person=adviser).pk
    assert mine.get(f"{address}{other}/").status_code == mine.post(f"{address}{other}/", {"do": "remove"}).status_code
    assert Member.objects.get(pk=other).state == MemberState.IN


def test_one_is_let_lead_leaves_and_is_taken_out_by_a_press(room, adviser):
    mia = people.somebody("Mia Med")
    member = Member.objects.create(workspace=room, person=mia, named=True)
    address = f"/arbeidsrom/{room.pk}/hvem/{member.pk}/"

    signed_in(adviser).post(address, {"do": "lead"})
    assert Member.objects.get(pk=member.pk).part == Part.LEAD
    assert signed_in(mia).post(address, {"do": "leave"})["Location"] == "/arbeidsrom/"

    assert Member.objects.get(pk=member.pk).state == MemberState.LEFT


def test_the_list_has_what_each_may_see(room, adviser):
    mia, county = people.somebody("Mia Med"), people.adviser(name="Kai Kollega")
    Member.objects.create(workspace=room, person=mia, named=True)
    place = people.place(people.TRONDELAG)
    workspaces.begin(place, title="Åpent hus", visibility=Visibility.OPEN, by=adviser)
    workspaces.begin(place, title="Lukket krets", visibility=Visibility.NAMED, by=adviser)
    names = ["Kystnettverket", "Åpent hus", "Lukket krets"]

    seen = {
        who: [name for name in names if name in text(client, "/arbeidsrom/")]
        for who, client in {"mia": signed_in(mia), "county": signed_in(county), "visitor": Client()}.items()
    }

    assert seen == {"mia": names[:2], "county": names[:2], "visitor": names[1:2]}
    assert "Nytt arbeidsrom" not in text(signed_in(mia), "/arbeidsrom/")


def test_an_archived_room_is_read_by_its_members_and_changed_by_nobody(room, adviser):
    mia = people.somebody("Mia Med")
    Member.objects.create(workspace=room, person=mia, named=True)
    client, address = signed_in(adviser), f"/arbeidsrom/{room.pk}/"
    assert signed_in(mia).post(f"{address}arkiver/").status_code == 403

    client.post(f"{address}arkiver/")

    assert "Arkivert: det kan leses, men ikke endres." in text(signed_in(mia), address)
    assert client.get(f"{address}inviter/").status_code == 409
    assert "Åpne arbeidsrommet igjen" in text(client, f"{address}innstillinger/")
    client.post(f"{address}innstillinger/", {"title": "Nytt navn", "purpose": "", "visibility": "open"})
    assert Workspace.objects.get(pk=room.pk).title == "Kystnettverket"
    client.post(f"{address}apne/")
    assert client.get(f"{address}inviter/").status_code == 200


def test_two_who_change_the_settings_lose_nothing(room, adviser):
    client, address = signed_in(adviser), f"/arbeidsrom/{room.pk}/innstillinger/"
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    workspaces.change(room, title="Kysten", purpose=room.purpose, visibility="members", by=adviser)

    client.post(address, {**hidden, "title": "Kystnettverket", "purpose": "Nytt formål.", "visibility": "members"})

    room.refresh_from_db()
    assert (room.title, room.purpose) == ("Kysten", "Nytt formål.")


def test_a_lead_copies_it_and_takes_it_out_and_nobody_else_gets_at_the_archive(room, adviser):
    client, address = signed_in(adviser), f"/arbeidsrom/{room.pk}/"
    reader = people.with_role(kinds.DECISION_MAKER, people.TRONDELAG, "Dina Leser")

    copied = client.post(f"{address}kopier/", {"title": "Høsten", "first": "8.9.2027"})
    run = client.post(f"{address}ta-ut/")["Location"]

    made = Workspace.objects.get(copied_from=room)
    assert copied["Location"] == f"/arbeidsrom/{made.pk}/"
    assert client.get(run).status_code == 200
    assert signed_in(reader).get(run).status_code == 404


@pytest.mark.parametrize("visibility", ["members", "named"])
def test_an_administrator_sees_that_it_was_taken_out_and_not_what_is_in_it(room, adviser, visibility):
    workspaces.change(room, title=room.title, purpose="", visibility=visibility, by=adviser)
    run = signed_in(adviser).post(f"/arbeidsrom/{room.pk}/ta-ut/")["Location"]
    working.carry_out(Run.objects.get().pk)
    administrator = people.administrator()

    assert signed_in(adviser).get(f"{run}fil/").status_code == 200
    assert signed_in(administrator).get(run).status_code == 200
    assert signed_in(administrator).get(f"{run}fil/").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[2]], ids=str)
def test_the_pages_hold_in_a_browser(open_page, room, adviser, look):
    people.contact()
    inviting.person(room, "gjest@eksempel.no", name="Gro Gjest", by=adviser)
    thread = discussion.begin(room, title="Hva nå?", text="Skal vi søke sammen?", by=adviser)
    followup = followups.set_up(room, what="Skrive brev", due=timezone.localdate(), who=adviser, by=adviser)
    address, more = f"/arbeidsrom/{room.pk}/", (f"/samtale/{thread.pk}/", f"/oppfolging/{followup.pk}/")
    for path in (
        *more,
        f"{address}samtale/",
        f"{address}oppfolging/",
        "/arbeidsrom/",
        address,
        f"{address}hvem/",
        f"{address}inviter/kommuner/",
        f"{address}innstillinger/",
    ):
        page = open_page(path, look, adviser)
        check_axe(page)
        check_width(page)
