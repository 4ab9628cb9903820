"""The pages and feeds of calls: what a reader sees first, what a calendar reads, and what a county editor may write."""

import json
import xml.etree.ElementTree as ElementTree
from datetime import timedelta

import pytest
import vobject
from django.utils import timezone

from tests.people import TRONDELAG, place, with_role
from tests.programmes.announced import call, days, reading
from vardevei.opendata.sources.announced import Deadline
from vardevei.opendata.sources.calling import EU_PORTAL
from vardevei.organisations import imports as organisations
from vardevei.organisations import roles as kinds
from vardevei.programmes import imports as programmes
from vardevei.programmes.domain import announcing
from vardevei.programmes.imports import calls as imports
from vardevei.programmes.models import Call, Programme

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = timezone.localdate()


def in_days(number):
    return (TODAY + timedelta(days=number)).isoformat()


@pytest.fixture
def take():
    def run(day, *rows):
        made = reading(in_days(day), *rows)
        imports.apply(imports.plan(made), EU_PORTAL, "x.json", accept_gone=True)

    return run


@pytest.fixture
def two(take):
    take(-10, call(1, deadlines=days(in_days(40))), call(2, deadlines=days(in_days(3)), title="Nearest"))


def html(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_open_comes_first_by_the_nearest_deadline(client, two):
    page = html(client, "/utlysninger/")
    assert "2 utlysninger" in page
    assert page.index("Nearest") < page.index("Floods in small towns 1")
    assert "om 3 dager" in page
    assert "om 5 uker" in page


def test_the_choices_narrow_the_list(client, two):
    assert "1 utlysning<" in html(client, "/utlysninger/?tekst=floods")
    assert "0 utlysninger" in html(client, "/utlysninger/?vis=forthcoming")
    assert "2 utlysninger" in html(client, "/utlysninger/?program=name:Horizon+Europe")
    assert "Vi fant ingen som heter" in html(client, "/utlysninger/?kommune=Ingensteds")


def test_what_a_municipality_surely_may_not_use_is_left_out(client):
    organisations.load()
    programmes.load()
    aurora = Programme.objects.get(code="interreg-aurora-2021")
    entry = announcing.Entry(
        programme=aurora, title="Nordområdene", address="https://example.org",
        deadlines=(Deadline(TODAY + timedelta(days=30)),),
    )  # fmt: skip
    announcing.announce(entry, by=None)

    assert "Nordområdene" in html(client, "/utlysninger/?kommune=Tromsø")
    assert "Nordområdene" not in html(client, "/utlysninger/?kommune=Bergen")
    page = html(client, f"/utlysninger/{Call.objects.get().key}/?q=Bergen")
    assert "ligger ikke i programområdet" in page


def test_the_page_of_a_call_tells_what_has_changed_and_marks_the_language(client, two, take):
    take(-2, call(1, deadlines=days(in_days(50)), abstract="Another scope."), call(2, deadlines=days(in_days(3))))
    page = html(client, "/utlysninger/horizon-x-2026-01/")
    assert "Fristen er flyttet fra" in page
    assert "Teksten er endret." in page
    assert "Scope: water in the centre." in page  # the text before
    assert '<h1 class="ds-heading" data-size="lg" lang="en">Floods in small towns 1</h1>' in page
    assert client.get("/utlysninger/finnes-ikke/").status_code == 404


def test_what_has_changed_since_a_day(client, two, take):
    take(-2, call(1, deadlines=days(in_days(50))), call(2, deadlines=days(in_days(3)), title="Nearest"), call(3))
    page = html(client, f"/utlysninger/endret/?siden={in_days(-5)}")
    assert "Fristen er flyttet fra" in page
    assert "Utlysningen er ny." in page
    assert "Ingenting er endret." in html(client, f"/utlysninger/endret/?siden={in_days(0)}")
    assert "Skriv dagen som" in html(client, "/utlysninger/endret/?siden=i+fjor")


def test_a_calendar_program_reads_the_deadlines_and_knows_a_moved_one_again(client, two, take):
    first = {one.uid.value: one for one in vobject.readOne(html(client, "/utlysninger/frister.ics")).vevent_list}
    take(-2, call(1, deadlines=days(in_days(50))))
    moved = {one.uid.value: one for one in vobject.readOne(html(client, "/utlysninger/frister.ics")).vevent_list}

    assert first.keys() == moved.keys()
    one = next(uid for uid in moved if uid.startswith("horizon-x-2026-01/1@"))
    assert (first[one].dtstart.value.isoformat(), moved[one].dtstart.value.isoformat()) == (in_days(40), in_days(50))
    assert int(moved[one].sequence.value) > int(first[one].sequence.value)

    # The other is gone before its deadline: cancelled, so that it leaves the calendar.
    other = next(uid for uid in moved if uid.startswith("horizon-x-2026-02/1@"))
    assert moved[other].status.value == "CANCELLED"

    [alone] = vobject.readOne(html(client, "/utlysninger/horizon-x-2026-01/frister.ics?minn=ja")).vevent_list
    assert alone.uid.value == one
    assert alone.valarm.trigger.value == timedelta(days=-14)


def test_a_feed_reader_reads_what_is_new_and_changed_once(client, two, take):
    take(-2, call(1, deadlines=days(in_days(50))), call(2, deadlines=days(in_days(3)), title="Nearest"), call(3))
    feed = ElementTree.fromstring(html(client, "/utlysninger/endret.atom"))
    again = ElementTree.fromstring(html(client, "/utlysninger/endret.atom"))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 2
    assert ids == [entry.findtext(f"{ATOM}id") for entry in again.iter(f"{ATOM}entry")]
    assert [entry.findtext(f"{ATOM}title").partition(":")[0] for entry in feed.iter(f"{ATOM}entry")] == [
        "Ny", "Ny dato for fristen",
    ]  # fmt: skip


def test_json_has_the_field_names_of_commongrants(client, two):
    told = json.loads(html(client, "/utlysninger/utlysninger.json"))
    one = next(item for item in told["items"] if item["title"].startswith("Floods"))
    assert one["status"] == {"value": "open"}
    assert one["funding"]["totalAmountAvailable"] == {"amount": "7000000.00", "currency": "EUR"}
    assert one["keyDates"]["closeDate"] == {"name": "Deadline", "eventType": "singleDate", "date": in_days(40)}
    assert {"id", "source", "customFields", "createdAt", "lastModifiedAt"} <= one.keys()
    assert html(client, "/utlysninger/utlysninger.csv").startswith("\ufeffidentifier;title;")
    assert client.get("/utlysninger/utlysninger.exe").status_code == 404


def test_a_call_by_hand_is_edited_with_its_changes_and_withdrawn_with_a_reason():
    organisations.load()
    programmes.load()
    editor = with_role(kinds.EDITOR, TRONDELAG, "Eva Redaktør")
    aurora = Programme.objects.get(code="interreg-aurora-2021")
    entry = announcing.Entry(
        programme=aurora, title="Sjette runde", address="https://example.org", deadlines=days("2027-03-01")
    )

    made = announcing.announce(entry, by=editor, county=place(TRONDELAG))
    assert announcing.announce(entry, by=editor, county=place(TRONDELAG)) == made  # pressed twice

    later = announcing.Entry(
        programme=aurora, title="Sjette runde", address="https://example.org", deadlines=days("2027-04-01")
    )
    announcing.edit(made, later, by=editor)
    announcing.withdraw(made, by=editor, why="Avlyst")
    assert list(made.changes.order_by("pk").values_list("kind", "new")) == [
        ("new", None), ("deadline", ["2027-04-01"]), ("gone", "Avlyst"),
    ]  # fmt: skip
    assert made.key == "sjette-runde-2027"


def test_the_number_of_questions_does_not_grow_with_the_list(client, take, django_assert_max_num_queries):
    take(-5, *[call(number, deadlines=days(in_days(number + 3))) for number in range(1, 21)])
    html(client, "/utlysninger/")
    with django_assert_max_num_queries(12):
        html(client, "/utlysninger/")
