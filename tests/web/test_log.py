"""The log on its pages: in the reader's language, narrowed by a form, page by page, and as files."""

import io
import json

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.people import signed_in
from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import roles
from vardevei.web import logged

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
ADDRESS = "/fylke/50/logg/"


@pytest.fixture
def ola() -> Person:
    """An adviser, who has given Kari a role in Indre Fosen; another was given in Bergen, which is not hers."""
    ola = people.adviser()
    kari, per = people.somebody("Kari Nes"), people.somebody("Per Bø")
    roles.give(kinds.CONTACT, to=kari, at=people.place(people.INDRE_FOSEN), by=ola)
    roles.give(kinds.CONTACT, to=per, at=people.place(people.BERGEN), by=None)
    return ola


def test_a_county_reads_what_was_done_with_its_municipalities_and_nothing_more(ola) -> None:
    html = signed_in(ola).get(ADDRESS).content.decode()

    assert "Kari Nes fikk rollen Kontaktperson ved Indre Fosen." in html
    assert "Per Bø" not in html


def test_the_log_is_read_in_the_readers_language(ola) -> None:
    html = signed_in(ola).get("/en" + ADDRESS).content.decode()

    assert "Kari Nes was given the role" in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("handling=role-given", True),
        ("sted={place}&hvem={ola}", True),
        ("sted={county}&hvem={ola}", False),
        ("til=2020-01-01", False),
        ("fra=2020-01-01", True),
        ("handling=gibberish", True),
    ],
)
def test_the_log_is_narrowed_by_act_person_place_and_day(ola, query: str, found: bool) -> None:
    values = {"place": people.place("5054").pk, "county": people.place("50").pk, "ola": ola.pk}

    html = signed_in(ola).get(f"{ADDRESS}?{query.format(**values)}").content.decode()

    assert ("Kari Nes fikk rollen" in html) is found


def test_a_long_log_comes_in_pages_that_keep_the_choice(ola) -> None:
    for number in range(120):
        log.write("note-written", "Notat {n}.", by=ola, place=people.place("5054").pk, n=number)
    client = signed_in(ola)

    html = client.get(f"{ADDRESS}?handling=note-written").content.decode()
    last = client.get(f"{ADDRESS}?handling=note-written&side=3").content.decode()

    assert 'href="?handling=note-written&amp;side=3"' in html
    assert ("Notat 119." in html, "Notat 0." in html, "Notat 0." in last) == (True, False, True)


def test_files_hold_what_is_chosen(ola) -> None:
    log.write("note-written", "Et {what}.", by=ola, why="=1+1", place=people.place("5054").pk, what="notat")
    client = signed_in(ola)

    text, book, data = (client.get(f"{ADDRESS}fil.{kind}?handling=note-written") for kind in ("csv", "xlsx", "json"))

    assert text.content.decode("utf-8-sig").splitlines()[1].split(";")[1:] == [
        "Et notat.",
        "Ola Vik",
        "'=1+1",
        "Indre Fosen",
    ]
    rows = list(openpyxl.load_workbook(io.BytesIO(book.content)).active.values)
    assert (len(rows), rows[1][3]) == (2, "=1+1")
    assert [line["Hva"] for line in json.loads(data.content)] == ["Et notat."]


def test_three_lines_ask_the_database_as_often_as_one(ola) -> None:
    client, asked = signed_in(ola), []
    for names in (["En"], ["To", "Tre"]):
        for name in names:
            roles.give(
                kinds.CONTACT, to=people.somebody(name), at=people.place("5001"), by=people.somebody(f"{name} By")
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS)
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("who", "county", "site"),
    [
        (lambda: people.contact(name="Siv Sol"), 403, 403),
        (lambda: people.adviser(people.VESTLAND, "Liv Li"), 403, 403),
        (people.administrator, 200, 200),
        (lambda: people.adviser(name="Eva Moe"), 200, 403),
    ],
)
def test_who_reads_the_log(ola, who, county: int, site: int) -> None:
    client = signed_in(who())

    assert [client.get(address).status_code for address in (ADDRESS, f"{ADDRESS}fil.csv")] == [county] * 2
    assert [client.get(f"/fylke/alle/logg/{end}").status_code for end in ("", "fil.json")] == [site] * 2


def test_the_administrator_reads_everything(ola) -> None:
    html = signed_in(people.administrator()).get("/fylke/alle/logg/").content.decode()

    assert [name in html for name in ("Kari Nes fikk rollen", "Per Bø fikk rollen")] == [True, True]


def test_a_page_shows_the_log_of_its_record(ola) -> None:
    role = Person.objects.get(name="Kari Nes").roles.get()

    table = logged.of(role)

    assert [row.cells[1] for row in table.rows] == ["Kari Nes fikk rollen Kontaktperson ved Indre Fosen."]
    assert logged.of(ola) is None


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_log_looks_right(open_page, ola, look) -> None:
    page = open_page(f"{ADDRESS}?hvem={ola.pk}", look, ola)

    check_axe(page)
    check_width(page)
