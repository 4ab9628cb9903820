"""The pages of events, and the calendars that programs subscribe to, as a browser and a program meet them."""

import pytest
import vobject
from django.test import Client
from django.urls import reverse

from tests import people
from tests.people import signed_in
from tests.web.opened import ticket
from tests.workspaces.calendar.making import at, draft, published, room
from vardevei.core.models import Letter
from vardevei.workspaces.domain import calendars, events, sign_up_options, signups
from vardevei.workspaces.models import Block, CalendarAddress, Event, Member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
NEW = "/arrangement/nytt/50/"
SENT = {
    "title": "Muligheter i Europa", "text": "", "language": "nb", "day": "12.5.2027", "begins": "9", "ends": "15.30",
    "last_day": "", "mode": "place", "municipality": "Indre Fosen", "venue": "Fosenhallen", "online_address": "",
    "who": "yes",
}  # fmt: skip


def post(client: Client, address: str, **sent: str):
    return client.post(address, {"_form": ticket(client, address), **sent})


def calendar(client: Client, address: str):
    return vobject.readOne(client.get(address).content.decode(), validate=True)


def test_an_adviser_makes_an_event_and_anyone_finds_it_when_it_is_published() -> None:
    adviser, visitor = signed_in(people.adviser()), Client()

    page = post(adviser, NEW, **SENT)["Location"]
    hidden = visitor.get("/arrangementer/").content.decode()
    adviser.post(f"{page}publiser/")

    event = Event.objects.get()
    assert (event.starts_at, event.ends_at) == (at("2027-05-12 09:00"), at("2027-05-12 15:30"))
    assert "Muligheter i Europa" not in hidden
    assert "Muligheter i Europa" in visitor.get("/arrangementer/?fylke=50").content.decode()
    assert "Muligheter i Europa" not in visitor.get("/arrangementer/?fylke=46").content.decode()
    shown = visitor.get(page).content.decode()
    assert "onsdag 12. mai 2027 kl. 9.00–15.30" in shown
    assert "Fosenhallen, Indre Fosen" in shown
    assert "Trøndelag fylkeskommune" in shown
    assert f"{page}endre/" not in shown


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "28.3.2027", "begins": "2.30", "ends": "5"}, "Klokken 02.30 finnes ikke denne natten"),
        ({"begins": "22", "ends": "1"}, "Det slutter før det begynner"),
        ({"begins": "halv ti"}, "Skriv klokkeslettet med timer og minutter"),
        ({"municipality": "", "venue": ""}, "Skriv hvor det er"),
        ({"online_address": "ikke en adresse", "mode": "both"}, "nettadresse"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_made(changed: dict[str, str], said: str) -> None:
    adviser = signed_in(people.adviser())

    answer = post(adviser, NEW, **{**SENT, **changed})

    assert said in answer.content.decode()
    assert not Event.objects.exists()


def test_over_midnight_is_written_with_the_last_day() -> None:
    adviser = signed_in(people.adviser())

    page = post(adviser, NEW, **{**SENT, "begins": "2200", "ends": "1", "last_day": "13.5.2027"})["Location"]

    assert Event.objects.get().ends_at == at("2027-05-13 01:00")
    assert "12. mai 2027 kl. 22.00 til 13. mai 2027 kl. 1.00" in adviser.get(page).content.decode()


def test_the_programme_stands_day_by_day_on_the_page() -> None:
    event = published(starts_at=at("2027-05-12 18:00"), ends_at=at("2027-05-13 12:00"))
    adviser = signed_in(event.by)
    address = f"/arrangement/{event.pk}/program/"

    post(adviser, address, title="Frokost", day="2027-05-13", begins="8", ends="", held_by="", text="")
    post(adviser, address, title="Middag", day="2027-05-12", begins="19", ends="21.30", held_by="Kari", text="")
    late = post(adviser, address, title="Seint", day="2027-05-13", begins="14", ends="", held_by="", text="")

    shown = Client().get(f"/arrangement/{event.pk}/").content.decode()
    parts = ("12.\u00a0mai", "19.00", "Middag", "Kari", "13.\u00a0mai", "08.00", "Frokost")
    where = [shown.index(part, shown.index("Program</h2>")) for part in parts]
    assert where == sorted(where)
    assert "utenfor tiden til arrangementet" in late.content.decode()


def test_the_online_address_is_shown_to_those_who_come_and_not_to_others() -> None:
    event = published(mode="online", online_address="https://video.example/fosen")
    sign_up_options.set_up(event, by=event.by)
    kari = people.somebody("Kari Nes")
    signups.sign_up(event, name="Kari Nes", email=kari.email or "", by=kari)

    for address in (event.path, f"{event.path}arrangement.ics"):
        assert "video.example" not in Client().get(address).content.decode()
        assert "video.example" in signed_in(kari).get(address).content.decode()


def test_somebody_invited_sees_an_event_that_is_not_for_all() -> None:
    event = published(open=False)
    sign_up_options.set_up(event, by=event.by)
    kari = people.somebody("Kari Nes")

    before = signed_in(kari).get(event.path).status_code
    signups.SignUp.objects.create(event=event, person=kari, state="invited", over_at=event.ends_at)

    assert (before, signed_in(kari).get(event.path).status_code) == (404, 200)
    assert Client().get(event.path).status_code == 302


def test_a_visitor_learns_nothing_of_the_room_that_an_open_event_is_in() -> None:
    event = published(room())

    shown = Client().get(event.path).content.decode()

    assert event.workspace.title not in shown
    assert f"/arbeidsrom/{event.workspace_id}/" not in shown


def test_changing_says_how_many_are_written_to_and_that_the_programme_goes_along() -> None:
    event = published()
    sign_up_options.set_up(event, by=event.by)
    client, address = signed_in(event.by), f"/arrangement/{event.pk}/endre/"

    before = client.get(address).content.decode()
    signups.sign_up(event, name="Kari Nes", email="kari@eksempel.no")
    Block.objects.create(event=event, starts_at=event.starts_at, title="Kaffe")
    after = client.get(address).content.decode()

    assert "Ingen får brev" in before
    assert "flyttes programmet" not in before
    assert "1 påmeldt får brev" in after
    assert "flyttes programmet like langt" in after


def test_cancelling_says_how_many_are_told_and_the_page_stays() -> None:
    event = published()
    sign_up_options.set_up(event, by=event.by)
    signups.sign_up(event, name="Kari Nes", email="kari@eksempel.no")
    adviser, address = signed_in(event.by), f"/arrangement/{event.pk}/avlys/"
    asked = adviser.get(address).content.decode()

    post(adviser, address, why="Sykdom.")

    assert "1 påmeldt får brev" in asked
    assert Letter.objects.filter(code="event-cancelled").count() == 1
    shown = Client().get(event.path).content.decode()
    assert "Arrangementet er avlyst." in shown
    assert "Sykdom." in shown


def test_a_page_that_is_open_while_another_saves_writes_nothing_over() -> None:
    event = draft()
    ola, eva = signed_in(event.by), signed_in(people.adviser(name="Eva Lie"))
    address = f"/arrangement/{event.pk}/endre/"
    opened = ticket(eva, address)

    post(ola, address, **{**SENT, "venue": "Rådhuset"})
    clash = eva.post(address, {"_form": opened, **SENT, "venue": "Biblioteket"})

    assert Event.objects.get().venue == "Rådhuset"
    assert "Rådhuset" in clash.content.decode()
    assert "Biblioteket" in clash.content.decode()


def test_a_countys_feed_is_for_anyone_and_holds_what_is_open() -> None:
    event = published()
    published(event.workspace, title="Lukket", open=False)
    draft(event.workspace, title="Kladd")
    events.cancel(published(event.workspace, title="Avlyst kurs"), by=event.by)

    answer = Client().get("/arrangementer/50.ics")
    again = Client().get("/arrangementer/50.ics", headers={"If-None-Match": answer["ETag"]})

    found = vobject.readOne(answer.content.decode(), validate=True)
    assert sorted(entry.summary.value for entry in found.vevent_list) == ["Avlyst: Avlyst kurs", "Muligheter i Europa"]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get("/arrangementer/99.ics").status_code == 404


def test_a_new_event_is_on_the_list_and_in_the_feed_at_once() -> None:
    """Public pages are otherwise remembered until the figures change."""
    first = published()
    for address in ("/arrangementer/", "/arrangementer/50.ics", first.path):
        assert Client().get(address)["Cache-Control"] == "private, no-cache"


def test_a_calendar_program_reads_a_room_by_a_secret_address_that_can_be_exchanged() -> None:
    event, kari = published(open=False), people.somebody("Kari Nes")
    member = Member.objects.create(workspace=event.workspace, person=kari, named=True)
    page = reverse("workspace-calendar-subscribe", args=[event.workspace_id])
    assert signed_in(kari).get(page).status_code == 200
    old = CalendarAddress.objects.get()

    first = calendar(Client(), f"/kalender/{old.secret}.ics")
    signed_in(kari).post(f"/kalender/{old.pk}/ny-adresse/")
    new = CalendarAddress.objects.get()
    member.delete()

    assert first.vevent.summary.value == "Muligheter i Europa"
    assert new.secret != old.secret
    assert Client().get(f"/kalender/{old.secret}.ics").status_code == 404
    assert Client().get(f"/kalender/{new.secret}.ics").status_code == 404  # no longer in the room


def test_my_calendar_holds_what_i_signed_up_to_with_the_way_in_and_goes_with_me() -> None:
    event = published(mode="online", online_address="https://video.example/fosen")
    published(event.workspace, title="Noe annet")
    sign_up_options.set_up(event, by=event.by)
    kari = people.somebody("Kari Nes")
    signups.sign_up(event, name="Kari Nes", email=kari.email or "", by=kari)
    address = f"/kalender/{calendars.address_for(kari).secret}.ics"

    mine = calendar(Client(), address)
    kari.is_active = False
    kari.save()

    assert [entry.summary.value for entry in mine.vevent_list] == ["Muligheter i Europa"]
    assert mine.vevent.location.value == "https://video.example/fosen"
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_asks_the_database_as_often_for_many_as_for_one(many: int, django_assert_num_queries) -> None:
    workspace = room()
    for _n in range(many):
        published(workspace)

    with django_assert_num_queries(3):
        Client().get("/arrangementer/")
    with django_assert_num_queries(3):
        Client().get("/arrangementer/50.ics")
