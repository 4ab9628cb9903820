"""The county's contacts as pages: who sees them, what is shown, by hand, and the list that is looked over."""

import csv
import io
import tracemalloc
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from tests.organisations import contact_rows
from tests.people import BERGEN, INDRE_FOSEN, TRONDELAG, adviser, contact, place
from vardevei.core.models import Letter, Person
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.imports.contact_lists import comparing, reading
from vardevei.organisations.models import ContactList, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
PAGE, LISTS = "/fylke/50/kontakter/", "/fylke/50/kontakter/liste/"


@pytest.fixture
def ola(client: Client) -> Person:
    """Ola Vik, adviser in Trøndelag, signed in."""
    person = adviser()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return person


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def paste(client: Client, rows: str) -> str:
    """The address of the preview."""
    return client.post(LISTS, {"text": rows}).headers["Location"]


def test_only_the_countys_own_people_see_the_contacts(client):
    for person, status in [(adviser("46", "Per Vest"), 403), (contact(), 403), (adviser(), 200)]:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get(PAGE).status_code == status


def test_the_page_counts_and_says_who_is_missing_since_when(client, ola):
    contact()
    role = contacts.add(place("5021"), Facts("Tor Li", since=date(2020, 1, 1)), by=ola)
    contacts.end(role, by=ola, why="ny jobb", on=date(2024, 6, 30))

    page = text(client.get(PAGE))

    assert "<b>1 av 38 kommuner</b> har en kontakt." in page
    assert "Ledig siden 1. jul. 2024" in page


def test_filter_search_and_order(client, ola):
    contact(INDRE_FOSEN, "Kari Nes")
    contact("5001", "Åse Berg")
    contact("5056", "Ola Øst")

    found = text(client.get(PAGE, {"q": "åse"}))
    vacant = text(client.get(PAGE + "ledige/"))
    ordered = text(client.get(PAGE, {"sorter": "navn"}))

    assert ("Åse Berg" in found, "Kari Nes" in found) == (True, False)
    assert ("Åse Berg" in vacant, "Melhus" in vacant) == (False, True)
    assert ordered.index("Kari Nes") < ordered.index("Ola Øst") < ordered.index("Åse Berg")


def test_as_many_questions_for_three_contacts_as_for_one(client, ola, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    contact(INDRE_FOSEN, "Kari Nes")
    with CaptureQueriesContext(connection) as for_one:
        client.get(PAGE)
    contact("5001", "Åse Berg")
    contact("5056", "Ola Øst")

    with django_assert_max_num_queries(len(for_one)):
        client.get(PAGE)


def test_a_contact_by_hand_added_changed_and_ended(client, ola):
    client.post(PAGE + "ny/", {"municipality": "5056", "name": "Kari Nes", "email": "Kari@x.no"})
    role = Role.objects.get(person__email="kari@x.no")
    client.post(f"{PAGE}{role.pk}/", {"name": "Kari Nes", "email": "ny@x.no", "title": "rektor"})
    refused = client.post(f"{PAGE}{role.pk}/slutt/", {"why": "", "on": ""})
    client.post(f"{PAGE}{role.pk}/slutt/", {"why": "ny jobb", "on": "2030-01-01"})

    role.refresh_from_db()
    assert (role.person.email, role.title, role.confirmed_on is not None) == ("ny@x.no", "rektor", True)
    assert refused.status_code == 422
    assert role.end == date(2030, 1, 1)


def test_what_was_written_stays_when_the_address_is_anothers(client, ola):
    contact("5001", "Åse Berg")
    role = contacts.add(place("5056"), Facts("Kari Nes", "kari@x.no"), by=ola)

    answer = client.post(f"{PAGE}{role.pk}/", {"name": "Kari Nesset", "email": "åse.berg@eksempel.no"})
    page = client.post(f"{PAGE}{role.pk}/", {"name": "Kari Nesset", "email": ola.email})

    assert (answer.status_code, page.status_code) == (422, 422)
    assert "tilhører en annen i Vardevei" in text(page)
    assert 'value="Kari Nesset"' in text(page)


def test_a_contact_in_another_county_is_not_found_here(client, ola):
    contact(BERGEN, "Rune Bryggen")
    role = Role.objects.get(person__name="Rune Bryggen")

    assert client.get(f"{PAGE}{role.pk}/").status_code == 404


def test_a_pasted_list_is_shown_before_anything_is_written(client, ola):
    address = paste(client, contact_rows.pasted())

    page = text(client.get(address))

    assert "<b>60 rader</b> er lest fra «Limt inn». 14 må du avgjøre. Ingenting er lagt inn ennå." in page
    assert "Leksvik ble en del av Indre Fosen." in page
    assert Role.objects.contacts().count() == 0


def test_decided_then_put_in_and_a_second_press_does_nothing(client, ola):
    address = paste(client, "Kommune\tNavn\tE-post\nSnillfjord\tKari Nes\tkari@x.no\nHitra\tOla Li\tola@x.no")
    one = ContactList.objects.get()
    question = comparing.plan(one).asked[0].questions[0]

    client.post(f"{address}valg/", {f"q:{question.key}": place("5055").pk})
    one.refresh_from_db()
    seal = comparing.plan(one).seal()
    first = client.post(f"{address}legg-inn/", {"seal": seal})
    second = client.post(f"{address}legg-inn/", {"seal": seal})

    assert (first.status_code, second.status_code) == (302, 302)
    assert sorted(str(role.organisation) for role in Role.objects.contacts()) == ["Heim", "Hitra"]
    assert "Listen er lagt inn" in text(client.get(address))
    assert Letter.objects.count() == 0


def test_a_letter_of_welcome_goes_only_when_it_is_asked_for(client, ola):
    address = paste(client, "Kommune\tNavn\tE-post\nHitra\tOla Li\tola@x.no\nFrøya\tKari Nes\t")
    seal = comparing.plan(ContactList.objects.get()).seal()

    client.post(f"{address}legg-inn/", {"seal": seal, "welcome": "on"})

    assert [letter.address for letter in Letter.objects.all()] == ["ola@x.no"]


def test_the_look_is_shown_again_when_the_contacts_have_changed(client, ola):
    address = paste(client, "Kommune\tNavn\tE-post\nHitra\tOla Li\tola@x.no")
    seal = comparing.plan(ContactList.objects.get()).seal()
    contacts.add(place("5056"), Facts("Ola Li", "annen@x.no"), by=ola)

    answer = client.post(f"{address}legg-inn/", {"seal": seal})

    assert answer.status_code == 409
    assert "Kontaktene har endret seg siden du så på listen." in text(answer)
    assert "annen@x.no" in text(answer)


def test_other_meanings_of_the_columns_are_chosen(client, ola):
    address = paste(client, "Sted\tHvem\tNoe\nHitra\tOla Li\tola@x.no")

    client.post(f"{address}kolonner/", {"column-0": "municipality", "column-1": "", "column-2": "email"})

    assert ContactList.objects.get().columns == {"0": "municipality", "2": "email"}


def test_another_sheet_is_chosen(client, ola):
    client.post(LISTS, {"file": SimpleUploadedFile("liste.xlsx", contact_rows.as_xlsx())})
    one = ContactList.objects.get()

    client.post(f"{LISTS}{one.pk}/kolonner/", {"sheet": "1"})

    one.refresh_from_db()
    assert (one.sheet, comparing.plan(one).rows) == (1, 1)


def merged() -> bytes:
    book = Workbook()
    page = book.active
    for cells in [["Kommune", "Navn", "E-post"], ["Hitra", "Ola Li", "ola@x.no"], [None, "Kari Nes", "kari@x.no"]]:
        page.append(cells)
    page.merge_cells("A2:A3")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_cell_merged_over_two_rows_belongs_to_both(ola):
    one = reading.from_file(merged(), "liste.xlsx", county=place(TRONDELAG), by=ola)

    assert [str(item.place) for item in comparing.plan(one).items] == ["Hitra", "Hitra"]


def test_a_small_file_that_merges_a_million_cells_takes_no_more_room_than_its_words(ola):
    """One line can merge every cell of a sheet; an object for each would take all the machine's memory."""
    book = Workbook()
    book.active.append(["Kommune", "Navn"])
    book.active.append(["Hitra", "Ola Li"])
    file, trap = io.BytesIO(), io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(trap, "w", zipfile.ZIP_DEFLATED) as made:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(
                    b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="C1:ALL1000"/></mergeCells>'
                )
            made.writestr(name, part)

    tracemalloc.start()
    one = reading.from_file(trap.getvalue(), "liste.xlsx", county=place(TRONDELAG), by=ola)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert comparing.plan(one).rows == 1
    assert most < 20_000_000


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
WRONG = [
    ("brev.pdf", b"%PDF-1.7 ...", "Filen er verken et regneark"),
    ("bilde.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "Filen er verken et regneark"),
    ("låst.xlsx", LOCKED, "Filen er låst med et passord."),
    ("skadet.xlsx", contact_rows.as_xlsx()[:900], "Filen kan ikke leses."),
    ("lang.csv", b"Kommune;Navn\n" + b"Hitra;Ola Li\n" * 100_000, "Listen har mer enn 5000 rader."),
    ("blank.csv", b"\n\n;;\n", "Det er ingenting å lese."),
]


@pytest.mark.parametrize(("name", "content", "said"), WRONG, ids=[name for name, _content, _said in WRONG])
def test_a_wrong_file_is_told_of_and_nothing_is_lost(client, ola, name, content, said):
    answer = client.post(LISTS, {"file": SimpleUploadedFile(name, content), "text": "Hitra\tOla Li"})

    assert answer.status_code == 422
    assert said in text(answer)
    assert "Hitra Ola Li</textarea>" in text(answer)
    assert ContactList.objects.count() == 0


def test_an_unfinished_list_is_found_again_and_can_be_thrown_away(client, ola):
    address = paste(client, "Kommune\tNavn\nHitra\tOla Li")

    assert f'href="{address}"' in text(client.get(LISTS))
    client.post(f"{address}forkast/")
    assert ContactList.objects.count() == 0


def test_rows_that_cannot_be_used_are_taken_out_with_their_reason(client, ola):
    address = paste(client, "Kommune\tNavn\nBergen\tOla Li\nHitra\tKari Nes")

    rows = list(csv.reader(io.StringIO(client.get(f"{address}avvist.csv").content.decode("utf-8-sig")), delimiter=";"))

    assert rows == [
        ["Rad", "Hvorfor", "Kommune", "Navn"],
        ["2", "Ligger ikke i Trøndelag, men: Bergen (Vestland).", "Bergen", "Ola Li"],
    ]


def test_the_contacts_come_out_in_the_countys_own_columns_or_in_ours(client, ola):
    address = paste(client, "Nr\tKommune\tHvem\tMail\n7\tHitra\tOla Li\tola@x.no")
    client.post(f"{address}kolonner/", {"column-1": "municipality", "column-2": "name", "column-3": "email"})
    client.post(f"{address}legg-inn/", {"seal": comparing.plan(ContactList.objects.get()).seal()})

    own = load_workbook(io.BytesIO(client.get("/fylke/50/kontakter/fil/egne.xlsx").content)).active
    ours = client.get("/fylke/50/kontakter/fil/alle.csv").content.decode("utf-8-sig").splitlines()

    assert list(own.values) == [("Nr", "Kommune", "Hvem", "Mail"), ("7", "Hitra", "Ola Li", "ola@x.no")]
    assert ours[0].startswith("Kommunenummer;Kommune;Navn;Tittel;E-post;Telefon")
    assert len(ours) == 39


def test_a_cell_in_a_csv_never_becomes_a_formula(client, ola):
    contacts.add(place("5056"), Facts("=1+1", "kari@x.no"), by=ola)

    assert "'=1+1" in client.get("/fylke/50/kontakter/fil/alle.csv").content.decode("utf-8-sig")
