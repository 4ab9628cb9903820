"""Taking a new edition of the register: the difference is right, it is shown before it is written, and failures change
nothing. The services are local ones, with answers made from the register (local_services.py)."""

import json
import socket
import time
from datetime import date

import pytest
from click.testing import CliRunner

from tests.opendata import local_services
from tests.opendata.local_services import REFORM, made_up_number, send, unit
from vardevei.cli.update import command
from vardevei.opendata import attributes, edition, places
from vardevei.opendata.editions import answers, checking, planning, probing, writing
from vardevei.opendata.editions.asking import Patience
from vardevei.opendata.editions.enhetsregisteret import Enhetsregisteret, is_organisation_number
from vardevei.opendata.editions.klass import Klass
from vardevei.opendata.problem import Problem
from vardevei.opendata.register import load

HURRY = Patience(seconds=5, tries=3, first_wait=0.01)


@pytest.fixture
def services():
    with local_services.running() as running:
        yield running


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """An empty data folder: the built-in edition is in use before each test and after."""
    monkeypatch.setenv("VARDEVEI_DATA", str(tmp_path))
    places.forget()
    yield tmp_path
    monkeypatch.undo()
    places.forget()


def plan(services, on=REFORM, given=(), patience=HURRY):
    asked = Klass(services.address, patience), Enhetsregisteret(services.address, patience, size=100)
    return planning.make(*asked, on, answers.Answers(given), edition.folder_in_use())


def shown(found):
    return [f"{line.what}: {line.text}" for line in found.lines]


def places_shown(found):
    """The difference without organisation numbers, which the built-in facts have for few counties and new places."""
    return [line for line in shown(found) if "organisation number" not in line and not line.startswith("covers")]


def refused(services, code, **wanted):
    with pytest.raises(Problem) as caught:
        writing.write(plan(services, **wanted))
    assert caught.value.code == code
    assert edition.folder_in_use() == edition.BUILT_IN
    return caught.value


# --- what the difference says


def test_a_year_without_changes_only_covers_one_year_more(services):
    found = plan(services)

    assert places_shown(found) == []
    assert found.lines[-1].text == "2013-2027, was 2013-2026"
    assert (found.counts["municipality"], found.counts["county"], found.ended) == (357, 15, 0)
    assert found.versions["municipality"] == "Kommuneinndeling 2024"


def test_two_merge_into_a_new_place(services):
    services.change("131", "4625", "4601", "Bergen")  # as in 2020: Bergen's own number is not among the changes

    found = plan(services)
    writing.write(found)

    assert places_shown(found) == ["merged: Bergen (1201) + Austevoll (1244) -> Bergen (4601-2027) on 2027-01-01"]
    new = places.by_number("4601", on=REFORM)
    assert {step.before for step in places.predecessors(new)} == {"1201", "1244"}
    assert places.on_borders_of(2027).place(places.by_id("1244")).municipality is new
    assert places.on_borders_of(2024).place(new).reason == "several-predecessors"
    assert places.LAST_YEAR == 2027
    assert len(places.on(REFORM)) == 356


def test_a_new_number_and_a_new_name_are_the_same_place(services):
    services.change("131", "3203", "3299", "Asker og Heggedal")
    services.change("131", "1833", "1833", "Raane - Rana")

    found = plan(services)
    writing.write(found)

    asker = places.by_number("3299", on=REFORM)
    assert asker is places.by_number("3203", on=date(2026, 1, 1))
    assert (asker.name(date(2026, 6, 1)), asker.name(REFORM)) == ("Asker", "Asker og Heggedal")
    rana = places.by_number("1833", on=REFORM)
    assert [(name.text, name.language) for name in rana.names_on(REFORM)] == [("Raane", "sami"), ("Rana", "norwegian")]
    assert [line.split(":")[0] for line in places_shown(found)] == ["renumbered", "renamed", "renamed"]


def test_a_name_that_changed_without_a_dated_change_says_so(services):
    services.today["131"]["3203"] = "Asker herad"

    found = plan(services, on=date(2026, 11, 23))
    writing.write(found)

    assert places_shown(found) == ["renamed: Asker (3025-2020) is called Asker herad (3025-2020) from 2026-11-23"]
    assert places.by_id("3025-2020").names_on(REFORM)[0].note == planning.NOT_DATED


def test_a_list_without_the_letter_eng_renames_nobody(services):
    services.today["131"]["5622"] = "Porsanger - Porsángu - Porsanki"

    assert places_shown(plan(services)) == []


def test_the_county_of_a_renumbered_municipality_follows_its_number(services):
    services.change("131", "4635", "1199", "Gulen")

    writing.write(plan(services))

    assert places.county_of(places.by_number("1199", on=REFORM), REFORM).name() == "Rogaland"


def test_a_county_is_made_of_two_and_its_municipalities_keep_their_identity(services):
    moved = [number for number in local_services.names("municipality") if number[:2] in ("39", "40")]
    for new, old in enumerate(moved, start=3801):
        services.change("131", old, str(new), services.today["131"][old])
    for old in ("39", "40"):
        services.change("104", old, "38", "Vestfold og Telemark")

    found = plan(services)
    writing.write(found)

    assert [line for line in places_shown(found) if line.startswith("merged")] == [
        "merged: Vestfold (39-2024) + Telemark (40-2024) -> Vestfold og Telemark (38-2027) on 2027-01-01"
    ]
    horten = places.by_number("3901", on=date(2026, 1, 1))
    assert places.county_of(horten, REFORM).id == "38-2027"
    assert len(places.on(REFORM, "county")) == 14


# --- splits need a person, unless there is only one way


def test_a_municipality_of_one_area_is_divided_and_old_borders_stay_exact(services):
    services.change("131", "4216", "4290", "Birkeland")
    services.change("131", "4216", "4291", "Herefoss")

    found = plan(services)
    writing.write(found)

    assert places_shown(found) == [
        "split: Birkenes (0928) -> Birkeland (4290-2027), Herefoss (4291-2027) on 2027-01-01"
    ]
    assert found.answers.questions == []
    old, new = places.by_number("4216", on=date(2026, 1, 1)), places.by_number("4291", on=REFORM)
    assert places.on_borders_of(2014).place(new).municipality is old
    assert places.on_borders_of(2027).place(old).reason == "split"
    assert old.areas == {"0928/4290-2027", "0928/4291-2027"}


def split_of_indre_fosen(services):
    services.change("131", "5054", "5090", "Rissa")
    services.change("131", "5054", "5091", "Leksvik")


def test_a_split_of_what_was_merged_asks_where_each_old_area_went(services):
    split_of_indre_fosen(services)

    error = refused(services, "questions-open")
    found = plan(services)

    assert [(question.about, question.key) for question in found.answers.questions] == [
        ("area", "5054 1624"),
        ("area", "5054 1718"),
    ]
    assert "(Rissa)" in found.answers.questions[0].why
    assert "--answers" in error.todo


def test_the_answers_settle_the_split(services):
    split_of_indre_fosen(services)

    given = [
        ("area", "5054 1624", "5090"),
        ("area", "5054 1718", "5091 5090"),
        ("part_en", "5054 5091", "the eastern part"),
        ("part_nb", "5054 5091", "den østlige delen"),
        ("part_source", "5054 5091", "made up"),
    ]
    writing.write(plan(services, given=given))

    rissa, leksvik = places.by_number("5090", on=REFORM), places.by_number("5091", on=REFORM)
    assert rissa.areas == {"1624", "1718/5090-2027"}
    assert places.on_borders_of(2016).place(leksvik).municipality is places.by_id("1718")
    assert places.on_borders_of(2027).place(places.by_id("1624")).municipality is rissa
    assert places.on_borders_of(2027).place(places.by_id("1718")).municipality is None
    assert places.predecessors(leksvik)[0].area["en"] == "the eastern part"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5092")], "answer-not-possible"),
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5090")], "answer-not-possible"),
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5091"), ("area", "9 9", "5091")], "answers-not-used"),
    ],
)
def test_answers_that_cannot_be_right_change_nothing(services, given, code):
    split_of_indre_fosen(services)

    refused(services, code, given=given)


def test_a_new_name_of_two_languages_asks_which(services):
    services.change("131", "3101", "3101", "Halden - Fredrikshald")

    error = refused(services, "questions-open")
    writing.write(plan(services, given=[("language", "Fredrikshald", "kven")]))

    assert "1 questions" in error.what
    assert [name.language for name in places.by_id("0101").names_on(REFORM)] == ["norwegian", "kven"]


# --- organisation numbers


def test_a_new_organisation_number_is_shown_and_kept_beside_the_old(services):
    oslo = next(entry for entry in services.units["KOMM"] if entry["navn"] == "OSLO KOMMUNE")
    before = oslo["organisasjonsnummer"]
    oslo["organisasjonsnummer"] = made_up_number(12345678)

    found = plan(services)
    writing.write(found)

    assert f"changed number: Oslo (0301): organisation number {made_up_number(12345678)}" in shown(found)
    numbers = {entry.number: entry for entry in attributes.organisation_numbers(places.by_id("0301"))}
    assert set(numbers) == {before, made_up_number(12345678)}
    assert (numbers[made_up_number(12345678)].seen, 2027 in numbers[before].seen) == ((2027,), False)


def test_a_number_seen_again_gets_the_year_and_is_no_difference(services):
    found = plan(services)
    writing.write(found)

    assert found.confirmed > 300
    assert attributes.organisation_numbers(places.by_id("0301"))[0].seen[-1] == 2027
    assert "Enhetsregisteret 2027" in attributes.organisation_numbers(places.by_id("0301"))[0].source


def test_every_unit_of_today_finds_its_place(services):
    found = plan(services)

    matched = {line.text for line in found.lines if line.what in ("new number", "changed number")}
    assert (found.aside, len(matched) + found.confirmed) == ([], 357 + 14)


def test_units_that_are_not_certain_are_set_aside_with_the_reason(services):
    services.units["KOMM"] += [
        unit(made_up_number(11111111), "Longyearbyen lokalstyre", "KOMM", "2100"),
        unit(made_up_number(22222222), "Våler kommune", "KOMM", "0301"),
        unit(made_up_number(33333333), "Bodø kommune", "KOMM", "1804"),
    ]

    found = plan(services)

    reasons = {sentence.split(" ", 1)[1] for sentence in found.aside if not sentence.startswith("Bodø (")}
    assert reasons >= {
        "LONGYEARBYEN LOKALSTYRE: no place today has its name",
        "VÅLER KOMMUNE: its name is that of several places",
        "BODØ KOMMUNE: several units answer to Bodø (1804)",
    }


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


def status(code):
    return lambda handler: send(handler, code, "application/json", b"{}")


def page(handler):
    return send(handler, 200, "text/html", b"<html>Sign in</html>")


def cut_off(handler):
    return send(handler, 200, "application/json", b'{"codes": [{"code": "0301", "na')


def wrong_charset(handler):
    return send(handler, 200, "application/json", '{"codes": "\u00e5"}'.encode("latin-1"))


def fields_missing(handler):
    return send(handler, 200, "application/json", b'{"codes": [{"kode": "0301"}], "versions": [], "page": {}}')


def a_list_instead(handler):
    return send(handler, 200, "application/json", b"[1, 2]")


def hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)
    return True


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


# --- the commands


def run(services, *more):
    addresses = ("--klass", services.address, "--enhetsregisteret", services.address)
    return CliRunner().invoke(command, ["register", "--on", "2027-01-01", *addresses, *more])


def test_the_command_shows_the_difference_and_writes_only_when_told(services, data):
    services.change("131", "4625", "4601", "Bergen")

    shown = run(services)
    assert shown.exit_code == 0
    assert "merged         Bergen (1201) + Austevoll (1244) -> Bergen (4601-2027)" in shown.output
    assert "--apply" in shown.output
    assert edition.folder_in_use() == edition.BUILT_IN

    written = run(services, "--apply")
    assert (written.exit_code, "vardevei facts" in written.output) == (0, True)
    assert edition.folder_in_use().parent == data / "register"


def test_the_questions_are_printed_as_a_file_to_fill_in(services, tmp_path):
    split_of_indre_fosen(services)
    output = run(services).output
    questions = output[output.index("about,key,answer") :].splitlines()[:3]
    filled = [questions[0], questions[1].replace(",,", ",5090,"), questions[2].replace(",,", ",5091,")]
    file = tmp_path / "answers.csv"
    file.write_text("\n".join(filled), encoding="utf-8")

    written = run(services, "--apply", "--answers", str(file))

    assert (written.exit_code, written.exception) == (0, None)
    assert places.by_number("5091", on=REFORM).areas == {"1718"}


@pytest.mark.parametrize("text", ["about;key;answer\narea;1;2", "about,key,answer\nweather,x,y"])
def test_a_file_of_answers_that_is_something_else(tmp_path, text):
    file = tmp_path / "answers.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        answers.read(file)
    assert caught.value.code == "answers-not-understood"


def test_a_service_that_answers_as_expected_is_reachable(services):
    found = probing.run(probing.probes(services.address, services.address)[:3], seconds=5)

    assert [outcome.good for outcome in found] == [True, True, True]
    assert not any(outcome.probe.tried for outcome in found)


@pytest.mark.parametrize(
    ("broken", "reached", "fault"),
    [
        (status(500), True, "answered with the error 500"),
        (page, True, 'answered, but without "codes"'),
        (hang_up, False, "no connection"),
    ],
)
def test_a_service_that_does_not_says_why(services, broken, reached, fault):
    services.broken = broken

    outcome = probing.run(probing.probes(services.address, services.address)[:1], seconds=5)[0]

    assert (outcome.reached, outcome.good) == (reached, False)
    assert outcome.fault.startswith(fault)
