"""Participation in the county's pages: by hand, corrections, files and names."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.opendata.sources.files import council
from tests.people import signed_in
from vardevei.core.domain import working
from vardevei.core.models import Run
from vardevei.opendata.sources import SOURCES
from vardevei.projects import imports
from vardevei.projects.domain import corrections
from vardevei.projects.imports import report
from vardevei.projects.models import Alias, ByHand, Participation, Unsure, Upload

pytestmark = pytest.mark.usefixtures("_register")
HERE = "/fylke/50/deltakelse/"
SAID = {
    "place": "Indre Fosen",
    "title": "Nordisk kystkultur",
    "family": "nordplus",
    "evidence": "told",
    "evidence_day": "2.11.2026",
    "partners": "Östersunds kommun, SE\nSteinkjer kommune, Norge",
    "amount": "25 000",
    "currency": "NOK",
}


def add(client, **changes):
    answer = client.post(f"{HERE}ny/", {**SAID, **changes})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return answer.url


def test_added_by_hand_it_stands_on_the_municipalitys_open_page_with_its_source():
    client = signed_in(people.adviser())

    page = client.get(add(client)).content.decode()

    row = Participation.objects.get()
    assert (row.organisation.name, row.amount, row.currency) == ("Indre Fosen", 25000, "NOK")
    assert "Steinkjer kommune: legg inn som egen deltakelse" in page
    public = signed_in(people.somebody()).get("/kommuner/5054/").content.decode()
    told = ("Registrert for hånd av Trøndelag fylkeskommune", "Kilde: kommunen fortalte det 2. november 2026")
    assert [words for words in told if words not in public.replace("\u00a0", " ")] == []
    assert "Ola Vik" not in public


def test_what_is_missing_is_said_on_the_field_and_nothing_is_written():
    answer = signed_in(people.adviser()).post(f"{HERE}ny/", {**SAID, "place": "", "evidence": "link"})

    html = answer.content.decode()
    assert "Skriv adressen til nettsiden." in html
    assert not ByHand.objects.exists()


def test_a_municipality_of_another_county_is_not_ours_to_add():
    answer = signed_in(people.adviser()).post(f"{HERE}ny/", {**SAID, "place": "Bergen"})

    assert "Kommunen ligger i et annet fylke" in answer.content.decode()
    assert not ByHand.objects.exists()


def test_edited_and_withdrawn():
    client = signed_in(people.adviser())
    page = add(client)

    client.post(f"{page}endre/", {**SAID, "title": "Kystkultur"})
    assert Participation.objects.get().project.title == "Kystkultur"
    client.post(f"{page}trekk/", {"why": "Ble ikke noe av"})

    assert "Ble ikke noe av" in client.get(page).content.decode()
    assert not Participation.objects.counted().exists()


@pytest.fixture
def built_in():
    imports.load_built_in()
    return Participation.objects.filter(organisation__name="Trondheim", organisation__kind="municipality").first()


def test_a_correction_is_shown_to_staff_and_marked_on_the_open_page(built_in):
    client = signed_in(people.adviser())
    page = f"{HERE}{built_in.pk}/"
    client.post(f"{page}rett/amount/", {"value": "1234", "why": "Sto i tilsagnet"})

    staff = client.get(page).content.decode()
    public = client.get(f"/kommuner/{built_in.organisation.number}/").content.decode()

    assert "Rettet av Trøndelag fylkeskommune" in staff
    assert "Sto i tilsagnet" in staff
    assert "Rettet av Trøndelag fylkeskommune" in public
    assert "kilden sier:" in public
    assert "Sto i tilsagnet" not in public
    correction = corrections.of_rows([built_in])[built_in.pk]["amount"]
    client.post(f"{page}angre/{correction.pk}/")
    assert "Rettet av" not in client.get(f"/kommuner/{built_in.organisation.number}/").content.decode()


def test_a_correction_that_cannot_be_is_said_on_the_form(built_in):
    answer = signed_in(people.adviser()).post(
        f"{HERE}{built_in.pk}/rett/end/", {"value": "1.1.2001", "why": "Sto i tilsagnet"}
    )

    assert "Rettelsen passer ikke med resten av raden." in answer.content.decode()


def test_a_row_of_another_county_is_refused(built_in):
    other = Participation.objects.filter(organisation__name="Bergen").first()
    ola = signed_in(people.adviser())

    assert [ola.get(f"{HERE}{pk}/").status_code for pk in (built_in.pk, other.pk)] == [200, 403]
    assert ola.post(f"{HERE}{other.pk}/rett/amount/", {"value": "1", "why": "x"}).status_code == 403


def upload(client, content, source="forskningsradet", **more):
    file = SimpleUploadedFile("fil.csv", content)
    return client.post(f"{HERE}fil/", {"source": source, "file": file, **more})


def test_an_uploaded_file_is_shown_and_then_taken_into_use_by_the_queue():
    client = signed_in(people.adviser())
    content = council({}, {"Deltakernr": "2", "Innvilget beløp organisasjon EUR": "mye"}).encode()

    preview = upload(client, content).url
    shown = client.get(preview).content.decode()

    assert not Participation.objects.exists()
    assert "Lagt til: 1" in shown
    assert "Lagt til side: 1" in shown
    client.post(f"{preview}bruk/")
    client.post(f"{preview}bruk/")
    run = Run.objects.get()
    working.carry_out(run.pk)
    assert Run.objects.get().problems == []
    assert Participation.objects.get().organisation.name == "Oslo"
    assert "Filen ble tatt i bruk" in client.get(preview).content.decode()


def test_only_the_plan_that_was_shown_is_applied():
    client = signed_in(people.adviser())
    preview = upload(client, council({}).encode()).url
    imports.load_built_in()  # somebody else, meanwhile: Oslo's row is there now

    client.post(f"{preview}bruk/")
    working.carry_out(Run.objects.get().pk)

    assert [one["code"] for one in Run.objects.get().problems] == ["plan-outdated"]
    assert Upload.objects.get().applied is None
    assert Upload.objects.get().report["unchanged"] + Upload.objects.get().report["changed"]["count"] == 1


@pytest.mark.parametrize("content", [b"%PDF-1.4 x", b"", b"Navn;Noe\nx;y\n", b'Navn;Noe\n"x;y\n', b"\x00\x01\x02"])
def test_a_wrong_or_broken_file_is_refused_in_the_readers_language_and_leaves_nothing(content):
    answer = upload(signed_in(people.adviser()), content)

    assert answer.status_code in (200, 400)
    assert "Nothing was changed" not in answer.content.decode()
    assert not Upload.objects.exists()


def test_a_list_with_unknown_columns_asks_which_is_which():
    client = signed_in(people.adviser())
    content = b"Kommune;Prosjekttittel;Kroner\nIndre Fosen kommune;Kystkultur;5000\n"

    preview = upload(client, content, "list").url
    assert "Filen sier ikke hvilket program" in client.get(preview).content.decode()
    chosen = {"family": "nordplus", "column-name": "Kommune", "column-title": "Prosjekttittel"}
    client.post(f"{preview}kolonner/", {**chosen, "column-amount": "Kroner"})

    assert "Lagt til: 1" in client.get(preview).content.decode()
    assert Upload.objects.get().publisher == "Trøndelag fylkeskommune"


def test_a_dropped_file_goes():
    client = signed_in(people.adviser())
    preview = upload(client, council({}).encode()).url

    client.post(f"{preview}forkast/")

    assert Upload.objects.get().file is None
    assert client.post(f"{preview}bruk/").url == preview
    assert not Run.objects.exists()


@pytest.mark.shared
def test_the_real_file_in_the_browser_has_the_same_counts_as_the_command(shared):
    path = shared / "participation" / "forskningsradet_h2020.csv"
    plan = imports.plan(SOURCES["forskningsradet"].read(path), imports.default_linker())

    upload(signed_in(people.adviser()), path.read_bytes())

    kept, wanted = Upload.objects.get().report, report.of(plan, 50).as_dict()
    assert kept == wanted
    assert (kept["rows_read"], kept["added"]["count"], kept["states"]) == (2931, 2931, {"not-ours": 2876, "placed": 55})


@pytest.fixture
def doubtful():
    """A Våler that nobody can place, and an adviser of one of its two counties."""
    delivery = imports.load_built_in() and Participation.objects.first().delivery
    project = Participation.objects.first().project
    for number, name in enumerate(("Våler kommune", "VÅLER KOMMUNE", "Våler i et fylke")):
        Participation.objects.create(
            project=project, source="list", key=str(number), delivery=delivery, name=name, country="NO", year=2016,
            link_state="doubtful", link_rule="same-name", link_candidates=["0137", "0426"],
        )  # fmt: skip
    return people.adviser("31", "Eva Øst")


def test_a_name_is_judged_and_the_next_one_comes(doubtful):
    client = signed_in(doubtful)
    queue = client.get("/fylke/31/deltakelse/navn/").content.decode()
    first = Participation.objects.doubtful().order_by("pk").first()
    assert queue.index("Våler kommune") < queue.index("Våler i et fylke")

    page = f"/fylke/31/deltakelse/navn/{first.pk}/"
    html = client.get(page).content.decode()
    assert "Flere kommuner hadde dette navnet det året" in html
    assert "Våler kommune (0137, Østfold)" in html
    answer = client.post(page, {"verdict": "0137", "why": "Adressen er Svinndal"})

    assert (Alias.objects.get().by, Alias.objects.get().on_behalf_of.number) == (doubtful, "31")
    assert Participation.objects.filter(source="list", organisation="0137").count() == 2
    client.post(answer.url, {"verdict": "unsure"})
    assert Unsure.objects.get().by == doubtful
    assert "Adressen er Svinndal" in client.get("/fylke/31/deltakelse/navn/avgjort/").content.decode()
    client.post(f"/fylke/31/deltakelse/navn/avgjort/{Alias.objects.get().pk}/")
    assert Participation.objects.doubtful().count() == 3


def test_another_county_does_not_see_the_name(doubtful):
    first = Participation.objects.doubtful().first()
    ola = signed_in(people.adviser())

    assert ola.get(f"{HERE}navn/{first.pk}/").status_code == 403
    assert "Våler" not in ola.get(f"{HERE}navn/").content.decode()


def test_the_queue_asks_the_database_as_often_for_three_names_as_for_one(doubtful):
    client = signed_in(doubtful)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get("/fylke/31/deltakelse/navn/")
        return len(asked)

    queries()
    three = queries()
    Participation.objects.filter(source="list").exclude(key="0").delete()
    assert queries() == three


def test_the_front_of_participation_says_what_waits():
    client = signed_in(people.adviser())
    add(client)
    upload(client, council({}).encode())

    html = client.get(HERE).content.decode()

    assert "Trøndelag la inn Nordisk kystkultur for Indre Fosen." in html
    assert "fil.csv er ikke tatt i bruk" in html
