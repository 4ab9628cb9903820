"""Municipalities and counties through time, told as advisers ask. The facts are checked in test_facts.py."""

import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardevei.opendata import places
from vardevei.opendata.editions import checking
from vardevei.opendata.problem import Problem

YEARS = range(2013, 2027)
SOMETIME = st.dates(date(2013, 1, 1), date(2026, 12, 31))
ANY_PLACE = st.sampled_from(sorted(places.register().places))


def new_year(year):
    return date(year, 1, 1)


def placing(number, when, borders):
    """(municipality, county, reason) on the borders of a year, of what had the number in a year."""
    found = places.on_borders_of(borders).place(places.by_number(number, on=new_year(when)))
    return (
        found.municipality and found.municipality.name(new_year(borders)),
        found.county and found.county.name(new_year(borders)),
        found.reason,
    )


def became(place, day, areas=None):
    """The numbers on the day of all that the place became, step by step, as long as some of its territory follows."""
    areas = areas or place.areas
    if place.exists(day):
        return {place.number(day)}
    heirs = [places.by_id(step.after) for step in places.successors(place)]
    return set().union(*(became(heir, day, areas & heir.areas) for heir in heirs if areas & heir.areas))


# --- how many there were


@pytest.mark.parametrize(
    ("years", "municipalities", "counties"),
    [
        (range(2013, 2017), 428, 19),
        (range(2017, 2018), 426, 19),
        (range(2018, 2020), 422, 18),
        (range(2020, 2024), 356, 11),
        (range(2024, 2027), 357, 15),
    ],
)
def test_how_many_there_were_in_each_year(years, municipalities, counties):
    for year in years:
        for day in (date(year, 1, 1), date(year, 6, 15), date(year, 12, 31)):
            assert (len(places.on(day)), len(places.on(day, "county"))) == (municipalities, counties)


def test_every_municipality_of_2014_has_a_chain_of_successors_to_2024():
    chains = {place.number(new_year(2014)): became(place, new_year(2024)) for place in places.on(new_year(2014))}

    assert len(chains) == 428
    assert all(chains.values())
    assert set().union(*chains.values()) == {place.number(new_year(2024)) for place in places.on(new_year(2024))}
    several = {number: sorted(after) for number, after in chains.items() if len(after) > 1}
    assert several == {"1613": ["5055", "5056", "5059"], "1850": ["1806", "1875"]}


# --- worked cases


@pytest.mark.parametrize(
    ("number", "when", "borders", "answer"),
    [
        # Lillestrøm was Skedsmo, Fet and Sørum, all in Akershus
        ("3030", 2021, 2014, (None, "Akershus", "several-predecessors")),
        # Asker was Asker in Akershus, and Hurum and Røyken in Buskerud
        ("3025", 2021, 2014, (None, None, "several-predecessors")),
        # Ålesund of 2020 was split; both parts lie in Møre og Romsdal
        ("1507", 2021, 2024, (None, "Møre og Romsdal", "split")),
        ("1507", 2021, 2021, ("Ålesund", "Møre og Romsdal", "")),
        # Haram of 2014 came back exactly, with another number
        ("1534", 2014, 2024, ("Haram", "Møre og Romsdal", "")),
        ("1580", 2024, 2014, ("Haram", "Møre og Romsdal", "")),
        ("1580", 2024, 2021, ("Ålesund", "Møre og Romsdal", "")),
        # Ålesund of 2014 is only a part of Ålesund of 2024, which was also Ørskog, Skodje and Sandøy
        ("1504", 2014, 2024, ("Ålesund", "Møre og Romsdal", "")),
        ("1508", 2024, 2014, (None, "Møre og Romsdal", "several-predecessors")),
        # Indre Fosen was Rissa in Sør-Trøndelag and Leksvik in Nord-Trøndelag
        ("5054", 2018, 2016, (None, None, "several-predecessors")),
        ("1718", 2016, 2024, ("Indre Fosen", "Trøndelag", "")),
        # Tysfjord went to Narvik and Hamarøy, both in Nordland
        ("1850", 2019, 2020, (None, "Nordland", "split")),
        # Snillfjord went to Heim, Hitra and Orkland
        ("5012", 2019, 2020, (None, "Trøndelag", "split")),
        # Halden had three numbers and is one place
        ("0101", 2014, 2021, ("Halden", "Viken", "")),
        ("3101", 2024, 2014, ("Halden", "Østfold", "")),
        # Rindal moved from Møre og Romsdal to Trøndelag
        ("1567", 2018, 2024, ("Rindal", "Trøndelag", "")),
        ("5061", 2024, 2018, ("Rindal", "Møre og Romsdal", "")),
        # Oslo is municipality and county in one
        ("0301", 2014, 2024, ("Oslo", "Oslo", "")),
    ],
)
def test_where_a_municipality_lies_on_other_borders(number, when, borders, answer):
    assert placing(number, when, borders) == answer


@pytest.mark.parametrize(
    ("number", "when", "borders", "county", "reason"),
    [
        ("30", 2021, 2024, None, "split"),  # Viken: Østfold, Akershus and Buskerud
        ("30", 2021, 2014, None, "several-predecessors"),
        ("02", 2014, 2021, "Viken", ""),
        ("02", 2014, 2024, "Akershus", ""),  # came back in the same borders
        ("32", 2024, 2014, "Akershus", ""),
        ("50", 2018, 2016, None, "several-predecessors"),
        ("16", 2016, 2018, "Trøndelag", ""),
        ("54", 2020, 2024, None, "split"),
    ],
)
def test_where_a_county_council_lies_on_other_borders(number, when, borders, county, reason):
    assert placing(number, when, borders) == (None, county, reason)


def test_which_old_area_went_where_in_the_three_splits():
    def parts(number, when):
        steps = places.successors(places.by_number(number, on=new_year(when)))
        assert all(step.area_source for step in steps)
        return {places.by_id(step.after).name(step.day): step.area["nb"] for step in steps}

    assert parts("5012", 2019) == {
        "Heim": "Vennastranda",
        "Hitra": "Sundan og Hemnskjela",
        "Orkland": "Krokstadøra",
    }
    assert parts("1850", 2019) == {
        "Narvik": "nordøstsiden av Tysfjord",
        "Hamarøy": "sørvestsiden av Tysfjord",
    }
    assert parts("1507", 2021) == {
        "Ålesund": "det som var Ålesund, Ørskog, Skodje og Sandøy",
        "Haram": "det som var Haram (1534)",
    }


def test_candidates_are_named_when_there_is_no_answer():
    found = places.on_borders_of(2014).place(places.by_number("3025", on=new_year(2021)))

    assert [place.name() for place in found.candidates] == ["Asker", "Røyken", "Hurum"]


# --- names


@pytest.mark.parametrize(
    ("number", "day", "official"),
    [
        ("1940", date(2016, 12, 31), "Gáivuotna - Kåfjord"),
        ("1940", date(2017, 1, 1), "Gáivuotna - Kåfjord - Kaivuono"),
        ("5540", date(2024, 1, 1), "Gáivuotna - Kåfjord - Kaivuono"),
        ("1739", date(2014, 12, 31), "Røyrvik"),
        ("1739", date(2015, 1, 1), "Raarvihke - Røyrvik"),
        ("5001", date(2022, 12, 31), "Trondheim"),
        ("5001", date(2023, 1, 1), "Trondheim - Tråante"),
        ("1875", date(2025, 1, 1), "Hábmer - Hamarøy"),
        ("1833", date(2024, 1, 1), "Rana - Raane"),
        ("5622", date(2024, 1, 1), "Porsanger - Porsáŋgu - Porsanki"),
        ("19", date(2019, 12, 31), "Troms - Romsa"),
        ("55", date(2024, 1, 1), "Troms - Romsa - Tromssa"),
        ("54", date(2021, 1, 1), "Troms og Finnmark - Romsa ja Finnmárku - Tromssa ja Finmarkku"),
        ("18", date(2021, 5, 6), "Nordland"),
        ("18", date(2021, 5, 7), "Nordland - Nordlánnda"),
        ("50", date(2019, 12, 31), "Trøndelag"),
        ("50", date(2020, 1, 1), "Trøndelag - Trööndelage"),
    ],
)
def test_official_names_by_date(number, day, official):
    assert places.by_number(number, on=day).official_name(day) == official


def test_the_norwegian_name_is_the_one_people_search_for():
    karasjok = places.by_number("2021", on=new_year(2014))

    assert karasjok.name() == "Karasjok"
    assert [(name.text, name.language) for name in karasjok.names_on()] == [
        ("Kárášjohka", "sami"),
        ("Karasjok", "norwegian"),
    ]


# --- looking up


def test_a_number_that_was_used_twice_leads_to_the_place_of_the_day():
    first, later = places.by_number("1103", on=new_year(2019)), places.by_number("1103", on=new_year(2020))
    assert first is not later
    assert (first.name(), later.name()) == ("Stavanger", "Stavanger")
    assert places.by_number("1103") is later


def test_a_number_nobody_has_is_none():
    assert places.by_number("9999") is None
    assert places.by_number("5054", on=new_year(2014)) is None


@pytest.mark.parametrize("year", [2012, 2027, 1900])
def test_a_year_outside_the_register_is_a_problem_that_says_which_are_inside(year):
    with pytest.raises(Problem) as caught:
        places.on_borders_of(year)
    assert caught.value.code == "year-without-register"
    assert "2013 to 2026" in caught.value.what


def test_the_county_of_a_place_that_was_not_there_is_a_problem():
    with pytest.raises(Problem) as caught:
        places.county_of(places.by_number("5054"), new_year(2014))
    assert caught.value.code == "place-not-there"


def test_the_years_are_those_of_the_edition():
    assert (places.FIRST_YEAR, places.LAST_YEAR) == (2013, 2026)
    with pytest.raises(AttributeError):
        _ = places.MIDDLE_YEAR


# --- what holds for all


def test_nothing_is_wrong_with_the_edition():
    assert checking.faults(places.register()) == []


@pytest.mark.parametrize("year", YEARS)
def test_placed_and_not_placed_is_all_for_every_place(year):
    borders = places.on_borders_of(year)

    for kind, there in (("municipality", borders.municipalities()), ("county", borders.counties())):
        placings = [borders.place(place) for place in places.all_places(kind)]
        reasons = Counter(placing.reason for placing in placings)
        assert reasons[""] + reasons["split"] + reasons["several-predecessors"] == len(placings)
        for placing in placings:
            settled = placing.municipality if kind == "municipality" else placing.county
            assert (settled is not None) == (placing.reason == "")
            assert settled in (*placing.candidates, None)
            assert placing.candidates
            assert set(placing.candidates) <= set(there)


@given(ANY_PLACE, SOMETIME)
def test_a_place_lies_in_itself_on_the_borders_of_a_year_it_existed(key, day):
    place = places.by_id(key)
    if place.exists(new_year(day.year)):
        found = places.on_borders_of(day.year).place(place)
        assert found.candidates == (place,)
        assert found.reason == ""


@given(SOMETIME)
def test_territories_never_overlap_and_always_cover_everything(day):
    for kind in ("municipality", "county"):
        held = [area for place in places.on(day, kind) for area in place.areas]
        assert len(held) == len(set(held))
        assert set(held) == set().union(*(place.areas for place in places.all_places(kind)))


@given(SOMETIME)
def test_numbers_lead_back_to_their_place_and_every_municipality_has_a_county(day):
    counties = places.on(day, "county")
    for place in places.on(day):
        assert places.by_number(place.number(day), on=day) is place
        assert places.county_of(place, day) in counties
        assert place.name(day) in [name.text for name in place.names_on(day)]
    assert {places.county_of(place, day) for place in places.on(day)} == set(counties)


@given(ANY_PLACE, ANY_PLACE)
def test_two_places_share_territory_or_not_whichever_is_asked(first, second):
    one, other = places.by_id(first), places.by_id(second)
    for year in YEARS:
        if one.kind == other.kind and other.exists(new_year(year)):
            inside = other in places.on_borders_of(year).place(one).candidates
            assert inside == bool(one.areas & other.areas)


@given(ANY_PLACE)
def test_a_place_ends_the_day_before_its_successors_start(key):
    place = places.by_id(key)
    steps = places.successors(place)

    assert bool(steps) == (place.period.end is not None)
    for step in steps:
        assert places.by_id(step.after).period.start == step.day == place.period.end + timedelta(days=1)
        assert step in places.predecessors(places.by_id(step.after))


# --- without Django


def test_the_library_is_usable_without_django():
    program = """
import sys
class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("no Django here")
sys.meta_path.insert(0, Nothing())
from datetime import date
from vardevei.opendata import attributes, finding, places
import vardevei.opendata.editions.planning, vardevei.opendata.editions.writing
print(len(places.on(date(2016, 6, 1))))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("428", 0), done.stderr
