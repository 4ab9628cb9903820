"""One Problem in all its voices: page, alert in a page, form, JSON and terminal; and trouble with the machine."""

import errno
import subprocess
import sys

import pytest
from django import forms
from django.db import OperationalError, ProgrammingError
from django.test import Client, RequestFactory
from django.utils.translation import override
from playwright.sync_api import expect

from tests.browsing import LOOKS
from vardevei.core.troubles import as_problem
from vardevei.opendata.problem import Problem
from vardevei.web import problems
from vardevei.web.forms import Form

ADDRESS = "/problem/unknown/"
NORWEGIAN = [
    "Vi fant ingen kommune med nummer 9999.",
    "Nummeret finnes ikke i registeret for det året du valgte.",
    "Søk etter navnet, eller velg et annet år.",
]


class NumberForm(Form):
    code = "number"
    number = forms.CharField(required=False)


@pytest.fixture(autouse=True)
def _failing_addresses(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.urls_that_fail"


def test_a_browser_gets_a_page() -> None:
    answer = Client().get(ADDRESS, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    html = answer.content.decode()
    assert (answer.status_code, [said for said in NORWEGIAN if said not in html]) == (404, [])
    assert f'<h1 class="ds-heading" data-size="lg">{NORWEGIAN[0]}</h1>' in html


def test_htmx_gets_an_alert_for_the_place_that_every_page_has() -> None:
    answer = Client().get(ADDRESS, headers={"HX-Request": "true"})

    html = answer.content.decode()
    assert (answer.status_code, [said for said in NORWEGIAN if said not in html]) == (404, [])
    assert html.startswith('<div id="problem"')
    assert (answer["HX-Retarget"], answer["HX-Reselect"]) == ("#melding", "#problem")


def test_a_program_gets_json() -> None:
    answer = Client().get("/en" + ADDRESS, headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()) == (
        404,
        {
            "code": "unknown-municipality",
            "what": "We found no municipality with the number 9999.",
            "why": "The number is not in the register for the year you chose.",
            "todo": "Search for the name, or choose another year.",
        },
    )


def test_a_program_gets_json_for_a_page_that_is_not_there_too() -> None:
    answer = Client().get("/en/borte/", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (404, "http-404")


def test_a_form_says_it_at_the_field_and_keeps_what_was_written() -> None:
    form = NumberForm({"number": "9999"})
    assert form.is_valid()

    form.tell(Problem("unknown-municipality", "None.", "Never.", "Search.", number="9999"), "number")

    assert form.errors["number"] == [" ".join(NORWEGIAN)]
    assert form["number"].value() == "9999"


def test_the_terminal_says_it_in_english_and_ends_with_two() -> None:
    command = "from vardevei.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", command, "figure", "nothing"], capture_output=True, text=True)

    problem = as_problem(_raised())
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == problem.what


def _raised() -> Problem:
    from vardevei.opendata.figures.definitions import definition

    with pytest.raises(Problem) as raised:
        definition("nothing")
    return raised.value


@pytest.mark.parametrize(
    ("trouble", "code", "status"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full", 507),
        (OperationalError("database or disk is full"), "disk-full", 507),
        (OperationalError("database is locked"), "database-busy", 503),
        (OperationalError("FATAL: sorry, too many clients already"), "database-busy", 503),
        (OperationalError("no such table: core_person"), "not-set-up", 503),
        (ProgrammingError('relation "core_person" does not exist'), "not-set-up", 503),
    ],
)
def test_trouble_with_the_machine_is_told(trouble: Exception, code: str, status: int) -> None:
    request = RequestFactory().get("/", headers={"HX-Request": "true"})

    answer = problems.Problems(lambda request: None).process_exception(request, trouble)

    assert (as_problem(trouble).code, answer.status_code) == (code, status)


def test_a_fault_in_the_program_is_no_problem_of_the_reader() -> None:
    assert [as_problem(fault) for fault in (ValueError("x"), OSError(errno.EACCES, "x"), OperationalError("x"))] == [
        None,
        None,
        None,
    ]


def test_each_voice_says_the_same_in_nynorsk() -> None:
    problem = Problem("unknown-municipality", "None.", "Never.", "Search.", number="9999")
    with override("nn"):
        told = problems.text(problem)

    part = Client().get("/nn" + ADDRESS, headers={"HX-Request": "true"}).content.decode()
    json = Client().get("/nn" + ADDRESS, headers={"Accept": "application/json"}).json()
    assert told == " ".join(json[name] for name in ("what", "why", "todo"))
    assert json["what"] in part


@pytest.mark.browser
def test_in_a_browser_the_alert_shows_where_the_reader_is_and_the_page_stays(open_page) -> None:
    page = open_page("/pressing/", LOOKS[2])

    page.get_by_role("button", name="Press").click()

    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(NORWEGIAN[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("A page")
    page.get_by_role("button", name="Mend").click()
    expect(page.locator("#part")).to_have_text("mended")
    expect(alert).to_be_empty()
