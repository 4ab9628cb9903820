"""Nothing is written unless it is whole and right, and answers that cannot be trusted change nothing."""

import json
import socket
import time
from datetime import date

import pytest

from tests.opendata.editions.steps import (
    HURRY,
    a_list_instead,
    cut_off,
    fields_missing,
    hang_up,
    page,
    plan,
    refused,
    shown,
    status,
    wrong_charset,
)
from tests.opendata.local_services import REFORM, send
from vardevei.opendata import attributes, edition, places
from vardevei.opendata.editions import checking, writing
from vardevei.opendata.editions.asking import Patience
from vardevei.opendata.editions.enhetsregisteret import is_organisation_number
from vardevei.opendata.editions.klass import Klass
from vardevei.opendata.problem import Problem
from vardevei.opendata.register import load

# --- nothing is written unless it is whole and right


def test_a_second_run_has_nothing_to_say(services):
    writing.write(plan(services))

    with pytest.raises(Problem) as caught:
        plan(services)
    assert caught.value.code == "edition-already-covers"
    assert [line for line in shown(plan(services, on=date(2027, 6, 1))) if "covers" in line] == []


def test_the_new_edition_holds_everything_the_old_one_held(services, data):
    folder = writing.write(plan(services))

    new, old = load(folder), load(edition.BUILT_IN)
    assert checking.faults(new) == []
    assert list(new.places) == list(old.places)
    assert new.successions == old.successions
    assert all(new.places[key].names == old.places[key].names for key in old.places)
    about = edition.read(folder)
    assert (about.last_year, about.known_until, about.made_on) == (2027, REFORM, date.today())
    assert services.address + "/classifications/131" in {source.address for source in about.sources}
    assert attributes.language_form(places.by_id("0301")) == "neutral"  # not in the edition: the built-in fact
    assert sorted(path.name for path in (data / "register").iterdir()) == [folder.name, "in-use.txt"]


def test_an_edition_that_contradicts_itself_is_never_put_in_use(services, data):
    found = plan(services)
    found.tables.rows["territories"][5]["areas"] = "0101"

    with pytest.raises(Problem) as caught:
        writing.write(found)

    assert caught.value.code == "edition-inconsistent"
    assert edition.folder_in_use() == edition.BUILT_IN
    assert list((data / "register").iterdir()) == []


def test_a_broken_pointer_says_how_to_get_back(data):
    (data / "register").mkdir()
    (data / "register" / "in-use.txt").write_text("2027-01-01T000000\n", encoding="utf-8")

    with pytest.raises(Problem) as caught:
        edition.folder_in_use()
    assert "in-use.txt" in caught.value.todo


def test_a_newer_program_wins_over_an_older_fetched_edition(services):
    folder = writing.write(plan(services))
    text = (folder / "edition.csv").read_text(encoding="utf-8")
    (folder / "edition.csv").write_text(text.replace(date.today().isoformat(), "2020-01-01", 1), encoding="utf-8")

    assert edition.folder_in_use() == edition.BUILT_IN


# --- answers that cannot be trusted


def test_nothing_listed_is_refused(services):
    services.today["131"] = {}

    refused(services, "source-empty")


def test_a_list_that_lost_municipalities_is_refused(services):
    services.today["131"] = {number: name for number, name in services.today["131"].items() if number < "5000"}

    error = refused(services, "changes-do-not-explain")

    assert "Gone without a successor: 5001" in error.why


def test_a_number_out_of_nothing_is_refused(services):
    services.change("131", "", "4299", "Nykommune")

    assert "New without a predecessor: 4299" in refused(services, "changes-do-not-explain").why


def test_a_huge_difference_needs_a_word_more(services):
    ended = [number for number in services.today["131"] if number.startswith(("11", "15", "18"))]
    for number in ended:
        services.change("131", number, f"{number[:2]}99", "Stor")

    refused(services, "difference-too-large")
    writing.write(plan(services), accept_large=True)

    assert len(places.on(REFORM)) == 357 - len(ended) + 3


@pytest.mark.parametrize("where", ["/codesAt", "/changes", "/classifications/104", "/enheter"])
@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (status(500), "error 500"),
        (status(404), "error 404"),
        (page, "text/html"),
        (cut_off, "cut off"),
        (wrong_charset, "cut off or is not JSON"),
        (fields_missing, "lacks"),
        (a_list_instead, "lacks"),
        (hang_up, "connection failed"),
    ],
)
def test_an_answer_that_cannot_be_used_changes_nothing(services, where, broken, why):
    services.broken = lambda handler: where in handler.path and broken(handler)

    error = refused(services, "source-failed")

    assert why in error.why
    assert services.address in error.what


def test_no_server_at_all():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Problem) as caught:
        Klass(address, HURRY).names("municipality", REFORM)
    assert "connection failed" in caught.value.why


def test_a_server_that_never_ends_its_answer_is_given_up(services):
    def slowly(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        end = time.monotonic() + 5
        while time.monotonic() < end:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.01)  # the server dawdles; the test waits for the client's own limit
        return True

    services.broken = slowly
    with pytest.raises(Problem) as caught:
        plan(services, patience=Patience(seconds=0.3, tries=1, first_wait=0.01))
    assert "in time" in caught.value.why


def test_a_fault_that_passes_is_tried_again(services):
    faults = iter([True, True])
    services.broken = lambda handler: next(faults, False) and status(503)(handler)

    assert plan(services).counts["municipality"] == 357


def test_pages_that_do_not_add_up_are_refused(services):
    services.units["KOMM"].append(services.units["KOMM"][0])  # moved from one page to the next between two questions

    assert "listed 358" in refused(services, "source-failed").why


def test_more_units_than_the_window_shows_are_refused(services):
    answer = {"_embedded": {"enheter": []}, "page": {"totalElements": 10_001, "totalPages": 101}}
    services.broken = lambda handler: (
        "/enheter" in handler.path and send(handler, 200, "application/json", json.dumps(answer).encode())
    )

    assert "shows only 10000" in refused(services, "source-failed").why


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("958935420", True),
        ("958935421", False),
        ("95893542", False),
        ("", False),
        ("95893542a", False),
        ("٩٥٨٩٣٥٤٢٠", False),
    ],
)
def test_organisation_numbers_have_a_check_digit(number, right):
    assert is_organisation_number(number) is right
