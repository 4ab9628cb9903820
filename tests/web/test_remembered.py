"""A public page is made once for everybody, and anew when the data have changed."""

import pytest

from tests import people
from vardevei.figures.domain import mart
from vardevei.projects.models import Participation
from vardevei.web.remembered import may_be_remembered
from vardevei.workspaces.domain import files, workspaces
from vardevei.workspaces.enums import SeenBy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_site")]


def test_the_second_visitor_asks_nothing_of_the_database(client, django_assert_num_queries):
    first = client.get("/kommuner/")

    with django_assert_num_queries(0):
        second = client.get("/kommuner/")

    assert second.content == first.content
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_a_new_mart_makes_the_page_anew(client):
    assert "Trondheim er funnet i 2 prosjekter" in client.get("/kommuner/5001/").content.decode()

    Participation.objects.filter(name__icontains="trondheim").update(gone_at="2026-11-23T12:00:00Z")
    mart.build()

    assert "Trondheim er <b>ikke funnet</b>" in client.get("/kommuner/5001/").content.decode()


def test_languages_and_choices_are_kept_apart(client):
    pages = {client.get(path).content for path in ("/fylker/", "/nn/fylker/", "/fylker/?aar=2014", "/fylker/?aar=2018")}

    assert len(pages) == 4


def test_a_search_is_never_kept(rf):
    assert not may_be_remembered(rf.get("/sok/", {"q": "leksvik"}))
    assert may_be_remembered(rf.get("/sok/"))


def test_a_visitor_with_a_cookie_gets_a_page_of_her_own(client, rf):
    request = rf.get("/fylker/50/")
    request.COOKIES["sessionid"] = "x"

    assert not may_be_remembered(request)


def test_what_people_do_together_is_shown_as_it_is_now(client):
    room = workspaces.begin(people.place(people.TRONDELAG), title="Åpent nett", by=people.adviser())
    file = files.add(room, b"%PDF-1.7", "Plan.pdf", seen_by=SeenBy.ANYONE, by=room.by)
    assert "Plan.pdf" in client.get(f"/fil/{file.pk}/").content.decode()

    files.remove(file, why="Feil fil", by=room.by)

    page = client.get(f"/fil/{file.pk}/").content.decode()
    assert "Tatt bort" in page
