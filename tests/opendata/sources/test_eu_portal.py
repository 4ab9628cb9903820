"""The EU Funding & Tenders Portal, read from its real answers; and asked, at a local server that plays it."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.opendata.portal_server import portal
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import eu_portal, eu_portal_asking
from vardevei.opendata.sources.announced import Deadline, state
from vardevei.opendata.sources.eu_portal_asking import Patience

HASTY = Patience(seconds=5, tries=2, first_wait=0.01)
SNAPSHOTS = ["2026-03-13", "2026-04-15", "2026-05-15", "2026-06-15", "2026-07-15"]


def row(**changes):
    """A row of a snapshot, in the shape of the real ones."""
    told = {
        "id": "50000001TOPICSen", "identifier": "HORIZON-X-2026-01", "title": "Floods in small towns", "summary": "",
        "url": "https://ec.europa.eu/x", "callIdentifier": "HORIZON-X-2026", "callTitle": "Climate",
        "destination": None, "abstract": "Scope: water.", "actionType": "HORIZON Innovation Actions",
        "status": {"id": "31094502", "label": "Open"}, "kind": {"id": "1", "label": "Grant"},
        "startDate": "2026-01-05T00:00:00.000Z", "deadlineDate": "2026-09-16T00:00:00.000Z",
        "plannedOpeningDate": None, "deadlineModel": None, "programmeDivisions": [{"id": "1", "label": "1"}],
        "frameworkProgrammes": [{"id": "43108390", "label": "Horizon Europe (HORIZON)"}],
        "budget": {"totalBudgetEur": 7000000, "expectedGrants": 2, "minContributionEur": 3000000,
                   "maxContributionEur": 3500000, "years": ["2026"]},
    }  # fmt: skip
    return told | changes


def snapshot(tmp_path, *rows, **more):
    file = tmp_path / "grants.json"
    file.write_text(json.dumps({"generatedAt": "2026-06-01T06:00:00.000Z", "grants": list(rows)} | more))
    return eu_portal.read(file)


@pytest.mark.shared
@pytest.mark.parametrize("day", SNAPSHOTS)
def test_every_row_of_the_real_snapshots_is_accounted_for(shared, day):
    reading = eu_portal.read(shared / "calls" / f"grants_{day}.json")
    assert reading.rows_read == len(reading.rows) + len(reading.rejected) + sum(reading.passed_over.values())
    assert reading.taken_at.date().isoformat() == day
    assert reading.complete
    assert not reading.rejected
    assert len({call.key for call in reading.rows}) == len(reading.rows)
    assert not [call for call in reading.rows if call.title == call.identifier]


@pytest.mark.shared
def test_the_state_follows_from_the_dates_and_not_from_what_is_stated(shared):
    reading = eu_portal.read(shared / "calls" / "grants_2026-03-13.json")
    states = Counter((call.asserted, call.state(reading.taken_at)) for call in reading.rows)
    assert states[("open", "closed")] == 64
    assert states[("forthcoming", "closed")] == 3
    assert "abstract" in reading.silent  # this snapshot never tells it, so nothing is changed by its absence


@pytest.mark.shared
def test_the_real_answer_of_the_search_interface(shared):
    reading = eu_portal.read(shared / "calls" / "portal_search_page_trimmed.json")

    # Five rows are four calls; the cut-off budgets are told, and the calls are kept without.
    assert (reading.rows_read, len(reading.rows), reading.passed_over) == (5, 4, {"poorer": 1})
    assert [note.reason for note in reading.notes] == ["cut-off", "cut-off"]
    assert not reading.complete

    soil = reading.rows[0]
    assert [one.on for one in soil.deadlines] == [date(2027, 4, 8), date(2027, 9, 14)]
    assert (soil.key, soil.family, soil.opens_on) == ("topic/50138952", "horizon-europe", date(2027, 2, 4))
    assert "<" not in soil.abstract
    assert soil.identifier not in soil.keywords
    assert "Soil conservation" in soil.keywords

    # "Forthcoming" with a deadline of 2024, keywords as JSON in a string, and the address of a machine.
    arts = next(call for call in reading.rows if call.identifier == "HORIZON-CL2-2024-TRANSFORMATIONS-01-08")
    assert (arts.asserted, arts.state(datetime(2026, 6, 1, tzinfo=UTC))) == ("forthcoming", "closed")
    assert "New European Bauhaus" in arts.keywords
    assert arts.address.endswith("/topic-details/HORIZON-CL2-2024-TRANSFORMATIONS-01-08")


def test_of_several_rows_of_one_call_the_richest_is_taken(tmp_path):
    bare = row(id="1X", status={}, deadlineDate=None, abstract=None)
    reading = snapshot(tmp_path, bare, row(), bare)
    assert [call.abstract for call in reading.rows] == ["Scope: water."]
    assert reading.passed_over == {"poorer": 2}


def test_calls_that_pass_money_on_are_several_under_one_identifier(tmp_path):
    cascade = {"kind": {"id": "8"}, "callTitle": "First open call", "budget": None}
    second = cascade | {"callTitle": "Second open call"}
    reading = snapshot(tmp_path, row(id="1COMPETITIVE_CALLen", **cascade), row(id="2COMPETITIVE_CALLen", **second))
    assert [call.title for call in reading.rows] == ["First open call", "Second open call"]
    assert [call.call_title for call in reading.rows] == ["Floods in small towns"] * 2


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"identifier": ""}, "identifier-missing"),
        ({"deadlineDate": "soon"}, "date-unreadable"),
        ({"startDate": "0001-01-01T00:00:00.000Z"}, "date-unreadable"),
        ({"identifier": "X" * 200}, "identifier-too-long"),
    ],
)
def test_a_broken_row_is_set_aside_with_its_reason(tmp_path, changes, reason):
    reading = snapshot(tmp_path, row(), row(id="2TOPICSen") | changes)
    assert [one.reason for one in reading.rejected] == [reason]
    assert len(reading.rows) == 1
    assert reading.rejected[0].line == 2


def test_a_row_that_is_no_record_is_set_aside(tmp_path):
    reading = snapshot(tmp_path, row(), "half a row")
    assert [one.raw for one in reading.rejected] == [{"row": "half a row"}]


def test_an_amount_or_an_opening_that_makes_no_sense_is_left_out_and_told(tmp_path):
    odd = row(budget={"totalBudgetEur": "much", "expectedGrants": 1}, startDate="2026-12-01T00:00:00.000Z")
    reading = snapshot(tmp_path, odd)
    assert (reading.rows[0].budget, reading.rows[0].opens_on, reading.rows[0].grants) == (None, None, 1)
    assert {note.reason for note in reading.notes} == {"amount-unreadable", "opens-too-late"}


def test_a_snapshot_with_fewer_rows_than_it_says_is_refused(tmp_path):
    with pytest.raises(Problem, match="holds 1") as caught:
        snapshot(tmp_path, row(), source={"storedResults": 2})
    assert caught.value.code == "file-truncated"


@pytest.mark.parametrize(("text", "code"), [('{"grants": [', "file-truncated"), ('{"x": 1}', "file-not-understood")])
def test_a_file_that_cannot_be_trusted_is_refused_whole(tmp_path, text, code):
    file = tmp_path / "x.json"
    file.write_text(text)
    with pytest.raises(Problem) as caught:
        eu_portal.read(file)
    assert caught.value.code == code


def test_a_day_lasts_until_it_is_over_in_brussels_and_an_hour_until_it_strikes():
    day, hour = Deadline(date(2026, 9, 16)), Deadline(date(2026, 9, 16), datetime(2026, 9, 16, 15, 0, tzinfo=UTC))
    at = datetime(2026, 9, 16, 15, 30, tzinfo=UTC)
    assert [state(None, (one,), at) for one in (day, hour)] == ["open", "closed"]
    assert state(None, (day,), datetime(2026, 9, 16, 22, 1, tzinfo=UTC)) == "closed"  # past midnight in Brussels
    assert state(date(2026, 9, 17), (Deadline(date(2027, 1, 1)),), at) == "forthcoming"
    assert state(None, (), at) == "unknown"


def test_the_portals_seconds_are_no_change(tmp_path):
    first, second = (
        snapshot(tmp_path, row(deadlineDate=f"2026-07-17T21:59:{seconds}.000Z")).rows[0].deadlines
        for seconds in ("17", "45")
    )
    assert first == second


def test_amounts_and_programme(tmp_path):
    call = snapshot(tmp_path, row()).rows[0]
    assert (call.budget, call.smallest, call.largest, call.grants) == (7_000_000, 3_000_000, 3_500_000, 2)
    assert isinstance(call.budget, Decimal)
    assert (call.programme, call.divisions) == ("Horizon Europe", ())


# --- Asking -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def rows(shared):
    return json.loads((shared / "calls" / "portal_search_page_trimmed.json").read_text())["results"]


@pytest.mark.shared
def test_all_pages_are_fetched_with_the_question_as_files(tmp_path, rows):
    with portal(rows) as played:
        file = eu_portal_asking.fetch(tmp_path, played.address, HASTY)
    assert [asked["pageNumber"] for asked, _ in played.asked] == ["1", "2", "3"]
    asked, parts = played.asked[0]
    assert asked["apiKey"] == "SEDIA"
    assert parts["languages"] == ["en"]
    assert {"terms": {"status": ["31094501", "31094502"]}} in parts["query"]["bool"]["must"]
    reading = eu_portal.read(file)
    assert (len(reading.rows), reading.complete) == (4, True)


@pytest.mark.shared
@pytest.mark.parametrize("fault", ["500", "cut"])
def test_a_fault_that_passes_is_waited_for(tmp_path, rows, fault):
    with portal(rows) as played:
        played.broken = [fault]
        assert len(eu_portal.read(eu_portal_asking.fetch(tmp_path, played.address, HASTY)).rows) == 4


@pytest.mark.shared
@pytest.mark.parametrize(("fault", "why"), [("500", "the error 500"), ("cut", "cut off")])
def test_a_fault_that_stays_is_told_and_what_was_there_stays(tmp_path, rows, fault, why):
    (tmp_path / eu_portal_asking.FILE).write_text("yesterday's")
    with portal(rows) as played:
        played.broken = [fault] * 9
        with pytest.raises(Problem, match=why) as caught:
            eu_portal_asking.fetch(tmp_path, played.address, HASTY)
    assert caught.value.code == "source-failed"
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(eu_portal_asking.FILE, "yesterday's")]


def test_a_server_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Problem, match="connection failed"):
        eu_portal_asking.fetch(tmp_path, "http://127.0.0.1:9/search", HASTY)
