"""My county: what the table says, that it can be sorted, filtered, saved and taken away, and who sees it."""

import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from tests import people
from tests.people import signed_in
from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import dialogue, notes, roles, steps
from vardevei.organisations.models import DialogueEntry, NextStep, Organisation, SavedView
from vardevei.projects import imports
from vardevei.web.county.overview import rows
from vardevei.web.county.overview.choice import months_before

pytestmark = pytest.mark.usefixtures("_register")


@pytest.fixture
def ola() -> Person:
    """An adviser whose county has one municipality with everything, one vacant, one with an address that bounced."""
    ola, today, fosen = people.adviser(), timezone.localdate(), people.place(people.INDRE_FOSEN)
    people.contact()
    ended = roles.give(kinds.CONTACT, to=people.somebody("Liv Berg"), at=people.place("5059"), by=None)
    ended.start = today - timedelta(days=900)
    ended.save()
    roles.end(ended, by=ola, on=today - timedelta(days=30))
    Person.objects.filter(pk=people.contact("5006", "Nils Holm").pk).update(bounced_at=timezone.now())
    dialogue.add(fosen, channel="visit", day=today - timedelta(days=200), text="Besøk", by=ola)
    steps.plan(fosen, what="=Ring ordføreren", due=today - timedelta(days=3), who=ola, by=ola)
    notes.write(fosen, text="Vil samarbeide om flom", by=ola)
    return ola


def names(client: Client, query: str = "") -> list[str]:
    return [row.name for row in client.get(f"/fylke/50/?{query}").context["rows"]]


def test_first_sentence_has_the_countys_numbers_and_what_is_overdue(ola) -> None:
    imports.load_built_in()

    html = signed_in(ola).get("/fylke/50/").content.decode()

    assert "Av 38 kommuner er <b>1 funnet</b> i kildene som er lastet inn, og <b>36 mangler kontakt</b>." in html
    assert "<b>1 kommune har et neste steg som er forfalt.</b>" in html
    assert "deltar ikke" not in html


def test_cells_say_what_is_known_and_what_is_not(ola) -> None:
    html = signed_in(ola).get("/fylke/50/").content.decode()

    said = ["adressen virker ikke", "ledig siden", "ikke funnet", "forfalt", "Vil samarbeide om flom"]
    assert [words for words in said if words not in html] == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("forfalt=1", ["Indre Fosen"]),
        ("q=flom", ["Indre Fosen"]),
        ("q=holm", ["Steinkjer"]),
        ("storrelse=50000-", ["Trondheim"]),
        ("funnet=ja", []),
        ("q=fosen&stille=6", ["Indre Fosen"]),
        ("q=fosen&stille=12", []),
        ("q=orkland&ledig=1", ["Orkland"]),
        ("q=fosen&ledig=1", []),
    ],
)
def test_filters(ola, query: str, found: list[str]) -> None:
    assert names(signed_in(ola), query) == found


def test_every_column_sorts_both_ways(ola) -> None:
    client = signed_in(ola)

    assert names(client)[-3:] == ["Verdal", "Ørland", "Åfjord"]
    assert names(client, "sorter=-kommune")[0] == "Åfjord"
    assert names(client, "sorter=neste")[0] == "Indre Fosen"
    assert names(client, "sorter=-sist")[0] == "Indre Fosen"
    assert names(client, "sorter=kontakt")[:2] == ["Indre Fosen", "Steinkjer"]
    for column in ("funnet", "kontakt", "strategi", "sist", "neste", "notat", "tull"):
        forwards, backwards = names(client, f"sorter={column}"), names(client, f"sorter=-{column}")
        assert sorted(forwards) == sorted(backwards)
        assert len(forwards) == 38


def test_a_link_with_its_day_shows_a_colleague_what_was_overdue_then(ola) -> None:
    before = (timezone.localdate() - timedelta(days=10)).isoformat()

    assert names(signed_in(people.adviser(name="Berit Bø")), f"forfalt=1&dato={before}") == []


def test_as_many_questions_for_43_municipalities_as_for_one(ola) -> None:
    today = timezone.localdate()
    vestland = [place for place in places.on(today) if place.number().startswith("46")]
    assert len(vestland) == 43
    for place in vestland:
        record = Organisation.objects.get(pk=place.id)
        people.contact(place.number(), f"Kontakt {place.number()}")
        DialogueEntry.objects.create(place=record, channel="phone", day=today)
        NextStep.objects.create(place=record, what="Ring", due=today, who=ola)

    asked = []
    for count in (1, 3, 43):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(rows.of_places(vestland[:count], today)) == count
        asked.append(len(queries))

    assert len(set(asked)) == 1
    assert asked[0] <= 8


def test_a_saved_view_is_shown_first_and_a_colleague_finds_it(ola) -> None:
    client = signed_in(ola)
    sent = {"name": "Ledige", "shared": "on", "first": "on", "query": "ledig=1&sorter=-kommune&skjult=1"}

    answer = client.post("/fylke/50/visninger/", sent)

    view = SavedView.objects.get()
    assert (answer.url, view.query) == (f"/fylke/50/?visning={view.pk}", "ledig=1&sorter=-kommune")
    assert names(client)[0] == "Åfjord"
    assert "Indre Fosen" not in names(client)
    assert len(names(client, "alle=1")) == 38
    colleague = signed_in(people.adviser(name="Berit Bø"))
    assert len(names(colleague)) == 38
    assert "delt av Ola Vik" in colleague.get("/fylke/50/").content.decode()
    assert names(colleague, f"visning={view.pk}") == names(client)


def test_exports_hold_what_is_shown_with_source_and_date(ola) -> None:
    client = signed_in(ola)
    address = "/fylke/50/oversikt.{}?q=fosen&kolonne=neste&kolonne=sist"

    text = client.get(address.format("csv")).content.decode("utf-8-sig")
    told = json.loads(client.get(address.format("json")).content)
    book = load_workbook(io.BytesIO(client.get(address.format("xlsx")).content))

    lines = text.splitlines()
    assert lines[0] == "Nummer;Kommune;Siste kontakt;Hvordan;Neste steg;Innen;Hvem gjør det"
    assert lines[1].startswith("5054;Indre Fosen;")
    assert "'=Ring ordføreren" in lines[1]  # never a formula in somebody's spreadsheet
    assert f"# Laget;{timezone.localdate().isoformat()}" in lines
    assert [row["Kommune"] for row in told["rows"]] == ["Indre Fosen"]
    assert "Kilder til deltakelse" in told["about"]
    assert [cell.value for cell in book["Kommuner"][2]][4] == "=Ring ordføreren"
    assert book["Kommuner"]["E2"].data_type == "s"


@pytest.mark.parametrize(
    ("somebody", "status"),
    [
        (lambda: people.adviser(), 200),
        (lambda: people.with_role(kinds.DECISION_MAKER, "50"), 200),
        (lambda: people.with_role(kinds.GRANT_OFFICER, "50"), 200),
        (people.administrator, 200),
        (lambda: people.adviser(people.VESTLAND), 403),
        (people.contact, 403),
        (people.somebody, 403),
    ],
)
@pytest.mark.parametrize("path", ["/fylke/50/", "/fylke/kommune/5054/", "/fylke/50/oversikt.csv"])
def test_who_sees_it(somebody, status: int, path: str) -> None:
    assert signed_in(somebody()).get(path).status_code == status


def test_a_visitor_is_asked_to_sign_in(client) -> None:
    assert client.get("/fylke/50/").status_code == 302


def test_one_county_opens_by_itself_and_several_are_a_choice() -> None:
    assert signed_in(people.adviser()).get("/fylke/").url == "/fylke/50/"

    assert len(signed_in(people.administrator()).get("/fylke/").context["counties"]) == 15


def test_months_are_counted_backwards() -> None:
    day = timezone.localdate().replace(year=2026, month=3, day=31)

    assert [months_before(day, months).isoformat() for months in (3, 6, 12)] == [
        "2025-12-28",
        "2025-09-28",
        "2025-03-28",
    ]
