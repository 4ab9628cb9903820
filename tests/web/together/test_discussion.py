"""Conversations on pages: writing, notifying, changing, and the link that stops letters."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from tests import people
from vardevei.core.models import Letter
from vardevei.workspaces.domain import discussion, files, notices, workspaces
from vardevei.workspaces.enums import NoticeChoice, SeenBy
from vardevei.workspaces.models import Member, Mention, Notices, Thread

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def room():
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser(name="Liv Leder"))
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    return room


@pytest.fixture
def contact():
    return people.contact()


def test_a_contact_begins_a_conversation_and_one_is_notified_by_a_cross(room, contact):
    browser = people.signed_in(contact)
    page = browser.get(f"/arbeidsrom/{room.pk}/samtale/ny/").content.decode()
    assert "Liv Leder" in page
    assert "Kari Nes</label>" not in page  # nobody notifies herself

    browser.post(f"/arbeidsrom/{room.pk}/samtale/ny/", {"title": "Klima", "text": "Hei", "notify": [room.by.pk]})

    assert [mention.person for mention in Mention.objects.all()] == [room.by]
    assert "Klima" in browser.get(f"/arbeidsrom/{room.pk}/samtale/").content.decode()


def test_what_is_written_is_shown_as_words_with_its_links_and_nothing_more(room, contact):
    words = "Se https://eksempel.no/a?b=1&c=2\n\n<script>alert(1)</script> javascript:alert(1) <a href='//x.no'>x</a>"
    thread = discussion.begin(room, title="<b>Klima</b>", text=words, by=contact)

    page = people.signed_in(room.by).get(f"/samtale/{thread.pk}/").content.decode()

    assert '<a href="https://eksempel.no/a?b=1&amp;c=2" rel="nofollow">' in page
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "<a href='//x.no'" not in page
    assert "<b>Klima" not in page
    assert page.count("&lt;script&gt;") == 1


def test_opening_the_page_is_reading_what_was_meant_for_one(room, contact):
    thread = discussion.begin(room, title="Klima", text="Kari?", by=room.by, mentions=[contact])

    assert "Nettverk: Klima" in people.signed_in(contact).get("/min-side/").content.decode()
    people.signed_in(contact).get(f"/samtale/{thread.pk}/")
    assert list(notices.waiting_for(contact)) == []


def test_one_answers_changes_and_withdraws_ones_own(room, contact):
    thread = discussion.begin(room, title="Klima", text="Hva gjør dere?", by=room.by)
    browser = people.signed_in(contact)
    browser.post(f"/samtale/{thread.pk}/", {"text": "Vi sykkler"})
    said = thread.contributions.last()

    browser.post(f"/innlegg/{said.pk}/endre/", {"text": "Vi sykler"})
    page = browser.get(f"/samtale/{thread.pk}/").content.decode()
    assert "Vi sykler" in page
    assert "Vi sykkler" in page  # what stood before

    assert browser.post(f"/innlegg/{thread.contributions.first().pk}/trekk/").status_code == 403
    browser.post(f"/innlegg/{said.pk}/trekk/")
    page = browser.get(f"/samtale/{thread.pk}/").content.decode()
    assert "ble trukket" in page
    assert "Vi sykler" not in page


def test_the_link_in_a_letter_stops_them_by_a_press_and_not_by_being_opened(client, room, contact):
    notices.choose(contact, room, NoticeChoice.AT_ONCE, by=contact)
    discussion.begin(room, title="Klima", text="Hei", by=room.by)
    link = "/samtale/varsler/" + Letter.objects.get(to=contact).body.partition("/samtale/varsler/")[2].split()[0]

    assert "Vil du stoppe" in client.get(link).content.decode()
    assert Notices.objects.get(person=contact).choice == NoticeChoice.AT_ONCE
    page = client.post(link, {"choice": "none"}, follow=True).content.decode()

    assert "Du får ikke flere varsler" in page
    assert notices.choice_of(contact, room) == NoticeChoice.NONE
    assert client.get("/samtale/varsler/6a3c3b0e-0f0f-4c7e-9d57-000000000000/").status_code == 404


def test_the_part_on_a_things_page_shows_talk_only_to_those_who_see_the_thing(room, contact):
    file = files.add(room, b"%PDF-1.7", "plan.pdf", seen_by=SeenBy.LEADS, by=room.by)
    discussion.write_about(file, text="Bare for oss", by=room.by)

    def part(person) -> str:
        client = people.signed_in(person)
        request = RequestFactory().get("/")
        request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
        request.user = person
        return Template("{% load talk %}{% discussion file %}").render(Context({"request": request, "file": file}))

    assert "Bare for oss" in part(room.by)
    assert "samtale/" in part(room.by)
    assert "Bare for oss" not in part(contact)
    assert "Samtale" not in part(contact)


def test_talk_of_a_thing_begins_on_a_page_of_its_own(room, contact):
    file = files.add(room, b"%PDF-1.7", "plan.pdf", by=room.by)
    address = f"/samtale/om/workspaces.workspacefile:{file.pk}/"

    people.signed_in(contact).post(address, {"text": "Side 2 mangler"})

    thread = Thread.objects.get()
    assert people.signed_in(contact).get(address)["Location"] == f"/samtale/{thread.pk}/"
    assert "Side 2 mangler" in people.signed_in(contact).get(f"/fil/{file.pk}/").content.decode()
    for wrong in ("workspaces.workspacefile:0", "core.person:1", "tull"):
        assert people.signed_in(contact).get(f"/samtale/om/{wrong}/").status_code == 404
