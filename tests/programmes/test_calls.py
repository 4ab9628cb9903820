"""Calls come, change and go; each change is kept once, and how a call stands follows from its dates."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.programmes.announced import call, days, reading
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.announced import Deadline as Told
from vardevei.opendata.sources.rows import Rejected
from vardevei.programmes.domain import calls, changes
from vardevei.programmes.imports import calls as imports
from vardevei.programmes.models import Call, Change, Deadline, Intake

SPRING = datetime(2026, 4, 20, 12, tzinfo=UTC)


def told(kind=None):
    rows = Change.objects.order_by("pk").values_list("kind", "old", "new")
    return [row for row in rows if kind is None or row[0] == kind]


def standing(now):
    return dict(Call.objects.with_dates(now).values_list("identifier", "standing"))


def test_the_first_reading_is_no_news_and_the_second_is(take):
    take("2026-04-01", call(1))
    assert told() == []

    take("2026-04-02", call(1), call(2))
    assert told() == [("new", None, None)]
    assert Change.objects.get().call.identifier == "HORIZON-X-2026-02"


def test_the_same_again_changes_nothing(take):
    take("2026-04-01", call(1), call(2))
    intake = take("2026-04-02", call(1), call(2))
    assert (intake.counts["unchanged"], intake.counts["added"], intake.counts["changed"]) == (2, 0, 0)
    assert (Call.objects.count(), Deadline.objects.count(), Change.objects.count()) == (2, 2, 0)


def test_a_deadline_that_is_moved_is_told_with_both_dates(take):
    take("2026-04-01", call(1))
    take("2026-04-02", call(1, deadlines=days("2026-10-01")))
    assert told() == [("deadline", ["2026-09-16"], ["2026-10-01"])]
    assert [one.on for one in Deadline.objects.all()] == [date(2026, 10, 1)]


def test_the_second_stage_of_a_call_is_no_moved_deadline(take):
    """A snapshot tells only the next deadline: when the first is over, the next comes in its place."""
    take("2026-04-01", call(1, deadlines=days("2026-04-08")), silent=frozenset({"deadlines"}))
    take("2026-04-09", call(1, deadlines=days("2026-09-14")), silent=frozenset({"deadlines"}))
    assert told() == [("next-deadline", ["2026-04-08"], ["2026-09-14"])]
    assert list(Deadline.objects.values_list("stage", flat=True)) == [1, 2]


def test_a_snapshot_that_tells_only_the_next_deadline_takes_none_away(take):
    take("2026-04-01", call(1, deadlines=days("2026-05-08", "2026-09-14")))
    take("2026-04-02", call(1, deadlines=days("2026-05-08")), silent=frozenset({"deadlines"}))
    assert told() == []
    assert Deadline.objects.count() == 2

    take("2026-04-03", call(1, deadlines=days("2026-05-20")), silent=frozenset({"deadlines"}))
    assert told() == [("deadline", ["2026-05-08", "2026-09-14"], ["2026-05-20", "2026-09-14"])]


@pytest.mark.parametrize(
    ("change", "kind", "old", "new"),
    [
        ({"title": "Droughts"}, "title", "Floods in small towns 1", "Droughts"),
        ({"abstract": "Scope: fire."}, "text", "Scope: water in the centre.", "Scope: fire."),
        ({"opens_on": date(2026, 4, 22)}, "opening", "2026-03-01", "2026-04-22"),
        ({"identifier": "HORIZON-Y"}, "identifier", "HORIZON-X-2026-01", "HORIZON-Y"),
    ],
)
def test_what_readers_hear_of(take, change, kind, old, new):
    take("2026-04-01", call(1))
    take("2026-04-02", call(1, **change))
    assert told() == [(kind, old, new)]
    assert Call.objects.get().key == "horizon-x-2026-01"  # its address stays


def test_a_budget_tells_all_its_amounts(take):
    take("2026-04-01", call(1))
    take("2026-04-02", call(1, budget=Decimal("8000000.00"), grants=4))
    [(kind, old, new)] = told()
    assert (kind, old["budget"], new["budget"], old["grants"], new["grants"]) == (
        "budget", "7000000.00", "8000000.00", None, 4,
    )  # fmt: skip


def test_what_a_source_stops_saying_stays_as_it_was_said(take):
    take("2026-04-01", call(1))
    take("2026-04-02", call(1, abstract="", budget=None, opens_on=None, deadlines=()))
    assert told() == []
    kept = Call.objects.get()
    assert (kept.abstract, kept.budget, kept.opens_on) == ("Scope: water in the centre.", 7_000_000, date(2026, 3, 1))
    assert Deadline.objects.count() == 1


def test_a_text_that_this_kind_of_file_never_tells_is_filled_in_without_a_word(take):
    take("2026-04-01", call(1, abstract=""), silent=frozenset({"abstract"}))
    intake = take("2026-04-02", call(1))
    assert (told(), intake.counts["filled"]) == ([], 1)

    take("2026-04-03", call(1, abstract="Another scope."))
    assert [kind for kind, _, _ in told()] == ["text"]


def test_a_text_that_is_cut_in_one_reading_and_whole_in_the_next_is_the_same(take):
    take("2026-04-01", call(1, abstract="Scope: water in…"))
    take("2026-04-02", call(1, abstract="Scope: water  in the centre of small towns."))
    assert told() == []


def test_one_that_is_taken_away_before_its_deadline_has_gone_and_may_come_back(take):
    take("2026-04-01", call(1), call(2))
    take("2026-04-02", call(2))
    assert standing(SPRING) == {"HORIZON-X-2026-01": "gone", "HORIZON-X-2026-02": "open"}

    take("2026-04-03", call(1), call(2))
    assert standing(SPRING)["HORIZON-X-2026-01"] == "open"
    assert [kind for kind, _, _ in told()] == ["gone", "back"]


def test_one_whose_deadline_is_over_has_ended_and_not_gone(take):
    take("2026-04-01", call(1, deadlines=days("2026-04-10")), call(2))
    take("2026-04-12", call(2))
    assert (standing(SPRING)["HORIZON-X-2026-01"], told()) == ("closed", [])


def test_a_row_that_could_not_be_read_is_no_call_that_has_gone(take):
    take("2026-04-01", call(1), call(2), call(3))
    broken = Rejected(1, "date-unreadable", "The deadline is 'soon'.", {"identifier": "HORIZON-X-2026-01"})
    intake = take("2026-04-02", call(2), rejected=[broken])
    assert (intake.counts["missing"], intake.counts["gone"], intake.counts["rejected"]) == (1, 1, 1)
    assert intake.set_aside[0][1] == "date-unreadable"
    assert standing(SPRING)["HORIZON-X-2026-01"] == "open"


def test_an_extract_tells_nothing_of_what_it_lacks(take):
    take("2026-04-01", call(1), call(2))
    take("2026-04-02", call(1), complete=False)
    assert set(standing(SPRING).values()) == {"open"}


def test_an_answer_that_lacks_very_much_needs_a_persons_word(take):
    every = [call(number) for number in range(1, 31)]
    take("2026-04-01", *every)
    with pytest.raises(Problem) as caught:
        take("2026-04-02", *every[:5], accept_gone=False)
    assert caught.value.code == "import-loses-much"
    assert Intake.objects.count() == 1
    assert set(standing(SPRING).values()) == {"open"}


def test_an_older_file_after_a_newer_is_refused(take):
    take("2026-04-02", call(1))
    with pytest.raises(Problem) as caught:
        take("2026-04-01", call(1))
    assert caught.value.code == "calls-older"


def test_calls_that_pass_money_on_share_an_identifier_and_not_an_address(take):
    take("2026-04-01", call(7, kind="cascade", key="cascade/7", identifier="DIGITAL-1"),
         call(8, kind="cascade", key="cascade/8", identifier="DIGITAL-1"))  # fmt: skip
    assert sorted(Call.objects.values_list("key", flat=True)) == ["digital-1-7", "digital-1-8"]


def test_a_topic_that_comes_again_under_a_new_number_is_the_same(take):
    take("2026-04-01", call(1))
    take("2026-04-02", call(1, key="topic/999"))
    assert (Call.objects.count(), told()) == (1, [])
    assert Call.objects.get().source_key == "topic/999"


def test_how_a_call_stands_follows_from_its_dates(take):
    take(
        "2026-01-01",
        call(1, opens_on=date(2026, 5, 1)),
        call(2, deadlines=days("2026-04-20")),
        call(3, deadlines=(Told(date(2026, 4, 20), datetime(2026, 4, 20, 11, tzinfo=UTC)),)),
        call(4, opens_on=None, deadlines=()),
        call(5, deadlines=()),
    )
    assert [standing(SPRING)[f"HORIZON-X-2026-0{number}"] for number in range(1, 6)] == [
        "forthcoming", "open", "closed", "unknown", "open",
    ]  # fmt: skip
    assert [one.identifier[-1] for one in Call.objects.open(SPRING)] == ["2", "5"]


def test_what_happened_since_a_day_is_what_was_told_and_what_the_dates_brought(take):
    take("2026-04-01", call(1, opens_on=date(2026, 4, 16)), call(2, deadlines=days("2026-04-18")), call(3))
    take("2026-04-17", call(1, opens_on=date(2026, 4, 16)), call(2, deadlines=days("2026-04-18")),
         call(3, deadlines=days("2026-10-01")), call(4))  # fmt: skip

    since = changes.since(date(2026, 4, 15), until=SPRING)

    assert [(one.kind, one.call.identifier[-1]) for one in since] == [
        ("closed", "2"), ("new", "4"), ("deadline", "3"), ("opened", "1"),
    ]  # fmt: skip
    assert changes.since(date(2026, 4, 19), until=SPRING) == []
    assert len({one.mark for one in since}) == 4
    assert {one.identifier[-1] for one in calls.changed_since(date(2026, 4, 15))} == {"3", "4"}


@pytest.mark.shared
def test_the_five_real_snapshots_replayed_are_the_spring_of_2026(db, shared, django_assert_max_num_queries):
    from vardevei.opendata.sources.calling import EU_PORTAL

    files = sorted((shared / "calls").glob("grants_2026-*.json"))
    counts = []
    for file in files:
        made = imports.plan(EU_PORTAL.read(file))
        with django_assert_max_num_queries(80):
            counts.append(imports.apply(made, EU_PORTAL, file.name, accept_gone=True).counts)
        again = imports.plan(EU_PORTAL.read(file))
        assert again.is_empty
        assert again.unchanged == len(again.reading.rows)

    by_month = [(one["added"], one["changed"], one["gone"], one["back"]) for one in counts]
    assert by_month == [(932, 0, 0, 0), (104, 10, 50, 0), (106, 15, 10, 0), (71, 7, 7, 9), (98, 6, 12, 2)]
    assert counts[1]["filled"] == 668  # the first snapshot has no texts; that they come is no change

    # As of the last snapshot the dates say what the portal says.
    taken_at = Intake.objects.first().taken_at
    assert Call.objects.open(taken_at).count() == 436
    assert Call.objects.forthcoming(taken_at).count() == 271

    # "What has changed since 15 April?"
    happened = changes.since(date(2026, 4, 15), until=taken_at)
    kinds = {}
    for one in happened:
        kinds[str(one.kind)] = kinds.get(str(one.kind), 0) + 1
    assert kinds == {
        "new": 379, "opened": 133, "closed": 383, "gone": 79, "back": 11, "deadline": 15, "next-deadline": 8,
        "opening": 10, "identifier": 4, "text": 1, "title": 1, "budget": 1,
    }  # fmt: skip
    moved = {one.call.identifier: (one.old, one.new) for one in happened if one.kind == "deadline"}
    assert moved["HORIZON-EIC-2026-BAS-02-SCALEUP"] == (["2026-06-03"], ["2026-06-25"])
    assert moved["HORIZON-JU-EUROHPC-2026-NGC-04-01"] == (["2027-01-14"], ["2026-09-30"])


def test_a_plan_is_only_looked_at(db):
    assert imports.plan(reading("2026-04-01", call(1))).counts()["added"] == 1
    assert not Call.objects.exists()
