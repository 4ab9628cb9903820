"""The pages of a meeting: called, minuted by two at once, approved, read by those without an account."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import people
from vardevei.core.models import Letter
from vardevei.workspaces.domain import agenda, meetings, minutes, workspaces
from vardevei.workspaces.models import AgendaItem, Attendee, FollowUp, Meeting, Member, Resolution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def liv(_register):
    return people.adviser(name="Liv Leder")


@pytest.fixture
def kari(_register):
    return people.contact()


@pytest.fixture
def meeting(liv, kari):
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverket", by=liv)
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN), added_by=liv)
    return meetings.call(room, title="Dialogmøte", starts_at=timezone.now() + timedelta(days=3), by=liv)


@pytest.fixture
def item(meeting, liv):
    return agenda.add(meeting, title="Veien videre", by=liv)


def page(client, name, *arguments, **query) -> str:
    return client.get(reverse(name, args=arguments), query).content.decode()


def sent(client, address: str, **data):
    """The form of a page, filled in and sent with the ticket that the page gave."""
    form = client.get(address).context["form"]
    return client.post(address, {"_form": form.signed_ticket, **data})


def test_a_county_calls_a_meeting_without_thinking_of_a_room(liv) -> None:
    client = people.signed_in(liv)

    sent(client, reverse("meeting-alone", args=[people.TRONDELAG]), title="Årsmøte", day="1.2.2027", begins="10:00")

    meeting = Meeting.objects.get()
    assert (meeting.workspace.alone, meeting.chair, f"{timezone.localtime(meeting.starts_at):%d.%m %H.%M}") == (
        True,
        liv,
        "01.02 10.00",
    )
    assert "Årsmøte" in page(client, "meeting", meeting.pk)


def test_a_time_without_a_day_is_asked_about(liv) -> None:
    answer = sent(people.signed_in(liv), reverse("meeting-alone", args=["50"]), title="Årsmøte", begins="10:00")

    assert "Skriv hvilken dag det er." in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_member_proposes_and_the_lead_takes_it_on(meeting, liv, kari) -> None:
    sent(people.signed_in(kari), reverse("agenda-item-new", args=[meeting.pk]), title="Bredbånd", kind="discussion")
    proposed = AgendaItem.objects.get()
    assert "Sett på sakslisten" in page(people.signed_in(liv), "meeting", meeting.pk)

    people.signed_in(liv).post(reverse("agenda-item-take-on", args=[proposed.pk]))

    assert "1. Bredbånd" in page(people.signed_in(kari), "meeting", meeting.pk)


def test_what_two_write_about_the_same_item_is_shown_side_by_side(meeting, item, liv) -> None:
    client, address = people.signed_in(liv), f"{reverse('meeting-minutes', args=[meeting.pk])}?sak={item.pk}"
    opened = client.get(address).context["form"]
    minutes.write(AgendaItem.objects.get(), text="Det andre skrev.", by=liv)

    answer = client.post(address, {"_form": opened.signed_ticket, "minutes": "Det jeg skrev."}).content.decode()

    assert "Det andre skrev." in answer
    assert "Det jeg skrev." in answer
    assert AgendaItem.objects.get().minutes == "Det andre skrev."


def test_minutes_are_saved_on_the_way_to_a_resolution_and_a_followup(meeting, item, liv, kari) -> None:
    client, address = people.signed_in(liv), f"{reverse('meeting-minutes', args=[meeting.pk])}?sak={item.pk}"

    answer = sent(client, address, minutes="Enige.", gaa="vedtak")
    assert answer.url == reverse("agenda-item-resolution", args=[item.pk])
    sent(client, answer.url, text="Vi går videre.", votes="unanimous")
    sent(client, reverse("agenda-item-followup", args=[item.pk]), what="Skrive plan", who=f"p{kari.pk}", due="1.2.2027")

    assert AgendaItem.objects.get().minutes == "Enige."
    assert Resolution.objects.get().text == "Vi går videre."
    assert (FollowUp.objects.get().who, FollowUp.objects.get().origin) == (kari, f"workspaces.agendaitem:{item.pk}")
    told = page(client, "meeting-minutes-now", meeting.pk, sak=item.pk)
    assert "Vi går videre." in told
    assert "Skrive plan" in told


def test_who_came_is_ticked_from_the_list(meeting, liv, kari) -> None:
    client = people.signed_in(liv)
    sent(client, reverse("meeting-people", args=[meeting.pk]), name="Gro Gjest", email="gro@eksempel.no")

    client.post(reverse("meeting-came", args=[meeting.pk]), {"kom": [f"p{kari.pk}"]})

    assert {str(one): one.came for one in Attendee.objects.all()} == {
        "Gro Gjest": False,
        "Kari Nes": True,
        "Liv Leder": False,
    }


def test_those_without_an_account_read_the_agenda_and_only_approved_minutes(client, meeting, item, liv) -> None:
    people.signed_in(liv).post(reverse("meeting-send-agenda", args=[meeting.pk]))
    assert Letter.objects.count() == 2
    minutes.write(AgendaItem.objects.get(), text="Vi var uenige.", by=liv)

    before = page(client, "meeting-papers", meeting.key)
    assert "Veien videre" in before
    assert "uenige" not in before
    assert client.get(reverse("meeting-papers-document", args=[meeting.key, "referat", "pdf"])).status_code == 404

    people.signed_in(liv).post(reverse("meeting-approve", args=[meeting.pk]))

    assert "Vi var uenige." in page(client, "meeting-papers", meeting.key)
    made = client.get(reverse("meeting-papers-document", args=[meeting.key, "referat", "docx"]))
    assert made.content.startswith(b"PK")
    assert 'filename="referat-dialogmote.docx"' in made["Content-Disposition"]


def test_the_link_to_the_papers_ends_a_year_after_the_meeting(client, meeting, item) -> None:
    Meeting.objects.update(starts_at=timezone.now() - timedelta(days=366), ends_at=timezone.now() - timedelta(days=365))

    answer = client.get(reverse("meeting-papers", args=[meeting.key]), follow=True)

    assert "/konto/" in answer.request["PATH_INFO"]
    assert client.get(reverse("meeting-papers-document", args=[meeting.key, "saksliste", "pdf"])).status_code == 404


def test_the_list_of_resolutions_says_what_followed(meeting, item, liv, kari) -> None:
    client = people.signed_in(liv)
    sent(client, reverse("agenda-item-resolution", args=[item.pk]), text="=1+1", votes="not-said")
    sent(client, reverse("agenda-item-followup", args=[item.pk]), what="Skrive plan", who=f"p{kari.pk}", due="1.2.2027")

    told = page(client, "workspace-resolutions", meeting.workspace_id, "csv")

    assert "Skrive plan: Kari Nes, innen 01.02.2027 (Åpen)" in told
    assert "'=1+1" in told


def test_approved_minutes_offer_only_an_addition(meeting, item, liv) -> None:
    minutes.write(item, text="Enige.", by=liv)
    minutes.approve(meeting, by=liv)
    client = people.signed_in(liv)

    assert client.get(reverse("meeting-minutes", args=[meeting.pk])).url == reverse("meeting", args=[meeting.pk])
    sent(client, reverse("meeting-add", args=[meeting.pk]), text="Det var tirsdag.")

    told = page(client, "meeting", meeting.pk)
    assert "Det var tirsdag." in told
    assert "Ny sak" not in told
