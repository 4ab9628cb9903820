"""The page of long work: who may see it, that it follows the work, and that it works without JavaScript."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from tests import people
from tests.people import signed_in
from vardevei.core.domain import files, runs, working, works
from vardevei.core.models import Person, Run
from vardevei.opendata.problem import Problem
from vardevei.web import working as web_working

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@works.work("test-export", title="Kontaktlisten som regneark")
def export(track: working.Track):
    track.step("Skriver {name}.", done=1, of=2, name="Indre Fosen")
    track.count("rader", 1200)
    track.problem(Problem("upload-kind", "The file a.svg cannot be taken.", "It is a.", "Save.", name="a", kinds="PDF"))
    return files.keep(b"navn;epost\n", "kontakter.csv", by=track.run.by)


def begun(by: Person, **fields: object) -> Run:
    return runs.begin("test-export", by=by, place=people.place(people.TRONDELAG).pk, **fields)


def test_a_press_goes_to_the_runs_page_and_a_second_press_to_the_same() -> None:
    request, kari = RequestFactory().post("/fylke/50/kontakter/"), people.contact()

    answers = [web_working.begin(request, "test-export", by=kari, rows=3) for _press in range(2)]

    [run] = Run.objects.all()
    assert [answer.url for answer in answers] == [f"/fylke/arbeid/{run.pk}/"] * 2
    assert (run.back, run.values) == ("/fylke/50/kontakter/", {"rows": 3})
    assert DBTaskResult.objects.first().args_kwargs == {"args": [run.pk], "kwargs": {}}


def test_the_page_says_everything_when_the_work_is_done() -> None:
    kari = people.contact()
    run = begun(kari, back="/min-side/")
    working.carry_out(run.pk)

    html = signed_in(kari).get(f"/fylke/arbeid/{run.pk}/").content.decode()

    assert '<h1 class="ds-heading" data-size="lg">Kontaktlisten som regneark</h1>' in html
    said = ["Ferdig", "1\u202f200", "Vi kan ikke ta imot filen a.", "Last ned kontakter.csv", 'href="/min-side/"']
    assert [words for words in said if words not in html] == []
    assert "hx-trigger" not in html


def test_an_open_run_follows_itself_with_the_same_part_that_the_page_holds() -> None:
    kari = people.contact()
    run = begun(kari)
    client = signed_in(kari)

    page = client.get(f"/fylke/arbeid/{run.pk}/").content.decode()
    part = client.get(f"/fylke/arbeid/{run.pk}/", headers={"HX-Request": "true"}).content.decode()

    assert part.startswith('<div id="arbeid"')
    assert 'hx-trigger="every 2s"' in part
    assert part.partition("csrfmiddlewaretoken")[0] in page
    assert "Se hvor langt det er kommet" in page


def test_the_file_is_sent_as_a_download() -> None:
    kari = people.contact()
    run = begun(kari)
    working.carry_out(run.pk)

    answer = signed_in(kari).get(f"/fylke/arbeid/{run.pk}/fil/")

    assert (b"".join(answer), answer["Content-Type"]) == (b"navn;epost\n", "text/csv")


def test_a_stop_is_asked_for_with_a_press() -> None:
    kari = people.contact()
    run = begun(kari)

    answer = signed_in(kari).post(f"/fylke/arbeid/{run.pk}/stopp/")

    run.refresh_from_db()
    assert (answer.url, run.state) == (f"/fylke/arbeid/{run.pk}/", "cancelled")


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (lambda: people.adviser(), 200),
        (lambda: people.administrator(), 200),
        (lambda: people.adviser(people.VESTLAND), 404),
        (lambda: people.contact(name="En Annen"), 404),
    ],
)
def test_who_sees_a_run_of_a_county(who, status: int) -> None:
    run = begun(people.contact())
    client = signed_in(who())

    addresses = [f"/fylke/arbeid/{run.pk}/", f"/fylke/arbeid/{run.pk}/stopp/"]
    assert client.get(addresses[0]).status_code == status
    assert client.post(addresses[1]).status_code == (302 if status == 200 else 404)


def test_a_visitor_is_sent_to_sign_in() -> None:
    run = begun(people.contact())

    assert Client().get(f"/fylke/arbeid/{run.pk}/").status_code == 302


def test_the_county_sees_its_latest_work_and_the_administrator_all() -> None:
    ours = begun(people.contact())
    other = runs.begin("test-export", by=None, place=people.place(people.VESTLAND).pk)

    at_county = signed_in(people.adviser()).get("/fylke/50/arbeid/").content.decode()
    at_site = signed_in(people.administrator()).get("/fylke/alle/arbeid/").content.decode()

    assert [f"/fylke/arbeid/{run.pk}/" in at_county for run in (ours, other)] == [True, False]
    assert [f"/fylke/arbeid/{run.pk}/" in at_site for run in (ours, other)] == [True, True]


def test_a_list_of_three_asks_as_often_as_a_list_of_one() -> None:

    client = signed_in(people.adviser())
    asked = []
    for keys in (["a"], ["b", "c"]):
        for key in keys:
            Run.objects.create(kind="test-export", key=key, place=people.place("50").pk, by=people.somebody(key))
        with CaptureQueriesContext(connection) as queries:
            client.get("/fylke/50/arbeid/")
        asked.append(len(queries))

    assert asked[0] == asked[1]
