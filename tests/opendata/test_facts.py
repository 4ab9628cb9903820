"""Every built-in fact of the register, cell by cell, against the file of the publisher it came from.

The files lie beside the project and are not part of it; where they are absent these tests are left out.
"""

import csv
import json
import re
from collections import defaultdict
from datetime import date

import openpyxl
import pytest

from vardevei.opendata import attributes, places
from vardevei.opendata.editions.enhetsregisteret import is_organisation_number
from vardevei.opendata.register import BUILT_IN, rows

pytestmark = pytest.mark.shared
NOT_STATED = "9999"


def new_year(year):
    return date(year, 1, 1)


def table(file, encoding="utf-8", delimiter=","):
    with file.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def klass_list(shared, year):
    file = shared / "register" / "klass" / f"ssb_kommunekoder_{year}.csv"
    listed = {row["code"]: row["name"] for row in table(file, "latin-1", ";")}
    return {number: name for number, name in listed.items() if number != NOT_STATED}


def as_latin(name):
    """The name as a list in Latin-1 has it: what it lacks became a question mark, or n for ŋ."""
    return re.escape(name).replace("ŋ", "[n?]").replace("š", r"\?").replace("đ", r"\?")


def number_of(place, year):
    return place.number(new_year(year))


# --- numbers, names and successions


@pytest.mark.parametrize("year", [2013, 2017, 2018, 2019, 2020])
def test_numbers_are_those_of_statistics_norways_list(shared, year):
    assert {number_of(place, year) for place in places.on(new_year(year))} == set(klass_list(shared, year))


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_names_are_those_of_statistics_norways_list(shared, year):
    for number, name in klass_list(shared, year).items():
        listed = re.sub(r" \(.*\)$", "", name)
        ours = places.by_number(number, on=new_year(year)).official_name(new_year(year))
        assert re.fullmatch(as_latin(ours), listed), (number, listed, ours)


def test_the_list_of_2013_is_as_statistics_norway_has_it_today_so_three_names_come_too_early(shared):
    """The list was fetched later. Statistics Norway's own catalogue has these three from 2015."""
    different = set()
    for number, name in klass_list(shared, 2013).items():
        ours = places.by_number(number, on=new_year(2013)).official_name(new_year(2013))
        if not re.fullmatch(as_latin(ours), name):
            different.add(number)
        assert re.fullmatch(as_latin(places.by_number(number, on=new_year(2013)).official_name(new_year(2015))), name)
    assert different == {"1739", "1920", "1939"}


def test_every_change_list_is_in_the_register(shared):
    for file in sorted((shared / "register" / "klass").glob("kommuner_med_endringer_*.csv")):
        before, after = map(int, re.findall(r"20\d\d", file.name))
        with file.open(encoding="latin-1", newline="") as lines:
            listed = [(row[0][:4], row[1][:4]) for row in list(csv.reader(lines, delimiter=";"))[1:]]
        for old, new in listed:
            place = places.by_number(old, on=new_year(before))
            heirs = {found.number(new_year(after)) for found in places.on_borders_of(after).place(place).candidates}
            assert new in heirs, (file.name, old, new, heirs)


def test_the_steps_are_exactly_those_derived_from_the_change_lists(shared):
    steps = defaultdict(set)
    for row in table(shared / "register" / "successor_steps.csv"):
        steps[int(row["from_list"]), int(row["to_list"])].add((row["old"], row["new"]))
    for (before, after), listed in steps.items():
        ours = {
            (number_of(place, before), number_of(heir, after))
            for place in places.on(new_year(before))
            for heir in places.on_borders_of(after).place(place).candidates
        }
        assert ours == listed, (before, after)


def test_2014_to_2024_is_exactly_the_table_that_was_proven_complete(shared):
    listed = table(shared / "register" / "successor_2014_2024_exact.csv")
    ours = {
        (number_of(place, 2014), number_of(heir, 2024))
        for place in places.on(new_year(2014))
        for heir in places.on_borders_of(2024).place(place).candidates
    }
    assert ours == {(row["nr_2014"], row["nr_2024"]) for row in listed}
    assert len(ours) == 431
    for row in listed:
        assert kind(row["nr_2014"], row["nr_2024"]) == row["kind"], row


def kind(old, new):
    before, after = places.by_number(old, on=new_year(2014)), places.by_number(new, on=new_year(2024))
    if before is after or before.areas == after.areas:
        return "unchanged" if old == new else "renumbered"
    return "merged" if before.areas <= after.areas else "split"


# --- population


YEARS = range(2005, 2027)
# what a split made: the source shares the old municipality equally between them, which is an estimate and not built in
SPLIT = {"1806": 2020, "1875": 2020, "5055": 2020, "5056": 2020, "5059": 2020, "1508": 2024, "1580": 2024}


def original(shared):
    """(number, year) -> population in the borders of the time."""
    listed = table(shared / "register" / "population_original_borders_2010_2021.csv")
    return {(row["kommunenummer"], int(row["year"])): int(row["population"]) for row in listed}


def on_todays_borders(shared):
    """(number, year) -> population. After 2026 the file repeats 2026: a projection that is not read."""
    listed = table(shared / "register" / "population_2024borders.csv")
    return {(row["kommunenummer"], int(row["year"])): int(float(row["pop_jan1_n"])) for row in listed}


def test_population_is_statistics_norways_in_every_cell(shared):
    expected = {}
    for (number, year), count in original(shared).items():
        if year >= 2013:
            expected[places.by_number(number, on=new_year(year)).id, year] = count
    for (number, year), count in on_todays_borders(shared).items():
        if year in YEARS and year >= SPLIT.get(number, 0):
            key = places.by_number(number, on=new_year(2024)).id, year
            assert expected.setdefault(key, count) == count, key
    expected |= {("1507-2020", 2022): 67114, ("1507-2020", 2023): 67520}  # the table of centrality, see below
    for number in ("1508", "1580"):  # whole municipalities of 2013-2019
        place = places.by_number(number, on=new_year(2024))
        for year in range(2013, 2020):
            parts = places.on_borders_of(year).place(place).candidates
            expected[place.id, year] = sum(original(shared)[number_of(part, year), year] for part in parts)

    ours = {(place.id, year): attributes.population(place, year) for place in places.all_places() for year in YEARS}

    assert {key: count for key, count in ours.items() if count is not None} == expected


def test_the_source_shares_split_municipalities_equally_so_its_parts_are_left_out(shared):
    counts = on_todays_borders(shared)

    assert counts["1508", 2021] == counts["1580", 2021] == original(shared)["1507", 2021] / 2
    tysfjord = original(shared)["1850", 2019]
    assert counts["1875", 2019] == pytest.approx(original(shared)["1849", 2019] + tysfjord / 2, abs=20)
    assert counts["0301", 2036] == counts["0301", 2026]


def test_today_is_the_sum_of_what_was_there_in_every_year():
    """The series of today's borders and that of the time agree wherever today's place is whole old ones."""
    compared = 0
    for place in places.on(new_year(2024)):
        for year in range(2013, 2022):
            parts = places.on_borders_of(year).place(place).candidates
            counts = [attributes.population(part, year) for part in parts]
            if None not in counts and all(part.areas <= place.areas for part in parts):
                assert attributes.population(place, year) == sum(counts)
                compared += 1
    assert compared > 3000


def test_the_gaps_in_population_are_the_known_ones():
    gaps = defaultdict(set)
    for year in range(2013, 2027):
        for place in places.on(new_year(year)):
            if attributes.population(place, year) is None:
                gaps[number_of(place, year)].add(year)
    assert gaps == {
        number: {2013, 2014, 2015, 2016} for number in ("0706", "0719", "0720")
    }  # before Sandefjord of 2017


# --- organisation numbers


def held(source):
    found = [row for row in rows(BUILT_IN / "organisation_numbers.csv") if source in row["source"]]
    return {(row["id"], row["organisation_number"]) for row in found}


def test_numbers_of_2020_are_those_of_klass_582(shared):
    listed = {
        (places.by_number(row["targetCode"], on=new_year(2020)).id, row["sourceCode"])
        for row in table(shared / "register" / "klass_municipality_orgnr.csv", "latin-1", ";")
    }
    assert held("KLASS 582") == listed
    assert len(listed) == 356


def test_county_councils_are_those_of_enhetsregisteret_in_june_2026(shared):
    councils = json.loads((shared / "register" / "county_councils.json").read_text(encoding="utf-8"))["organ"]
    by_name = {place.name(new_year(2024)): place.id for place in places.on(new_year(2024), "county")}
    listed = {(by_name[council["name"].removesuffix(" fylkeskommune")], council["orgnr"]) for council in councils}

    assert held("29 June 2026") == listed
    assert len(listed) == 14


def bodies(shared, year):
    """Organisation number -> (form, name) of municipalities and county councils in the list of the year."""
    book = openpyxl.load_workbook(shared / "register" / "public_entities_2011_2021.xlsx", read_only=True)
    header, *entries = book[year].iter_rows(values_only=True)
    listed = [dict(zip(header, entry, strict=True)) for entry in entries]
    return {
        str(body["orgNumber"]): (body["orgForm"], body["entityName"])
        for body in listed
        if body["orgForm"] in ("KOMM", "FYLK")
    }


def test_numbers_of_2011_are_those_of_enhetsregisteret_but_for_two_that_ended_before_2013(shared):
    listed = bodies(shared, "2011")
    ours = {number for _, number in held("Enhetsregisteret 2011")}

    assert ours <= set(listed)
    assert {listed[number][1] for number in set(listed) - ours} == {"MOSVIK KOMMUNE", "BJARKØY KOMMUNE"}


def test_county_councils_of_2021_are_those_of_enhetsregisteret(shared):
    """The municipalities of that list are incomplete; those numbers come from KLASS 582 and all are known."""
    listed = bodies(shared, "2021")

    assert {number for _, number in held("Enhetsregisteret 2021")} == {
        number for number, (form, _) in listed.items() if form == "FYLK"
    }
    assert all(attributes.places_of_number(number) for number in listed)


def test_every_organisation_number_is_one_and_each_is_of_one_place_at_a_time():
    seen = defaultdict(list)
    for row in rows(BUILT_IN / "organisation_numbers.csv"):
        assert is_organisation_number(row["organisation_number"]), row
        assert row["source"]
        for year in row["seen"].split():
            seen[row["organisation_number"], year].append(row["id"])
    assert {key: ids for key, ids in seen.items() if len(ids) > 1 and set(ids) != {"03", "0301"}} == {}


# --- centrality, language form, website


def test_centrality_is_statistics_norways_in_every_cell(shared):
    sheet = openpyxl.load_workbook(shared / "register" / "centrality_kostra_2022_2024.xlsx", read_only=True).active
    header, *entries = sheet.iter_rows(values_only=True)
    columns = [header.index(name) for name in ("Kommunenummer", "year", "sentralitet")]
    expected = defaultdict(dict)
    for entry in entries:
        number, year, centrality = (entry[column] for column in columns)
        if number == "1580" and year < 2024:  # in the borders of the time there was no Haram: population 0
            continue
        if number == "1508" and year < 2024:  # and Ålesund's row has the population of both
            number = "1507"
        place = places.by_number(number)
        expected[place.id][str(year)] = str(centrality)

    ours = {row.pop("id"): row for row in rows(BUILT_IN / "centrality.csv")}

    assert {key: {year: value for year, value in row.items() if value} for key, row in ours.items()} == expected


def test_language_form_centre_and_website_are_those_of_2025_in_every_cell(shared):
    words = {"Bokmål": "bokmål", "Nynorsk": "nynorsk", "Nøytral": "neutral"}
    listed = json.loads((shared / "register" / "municipalities-2025.json").read_text(encoding="utf-8"))
    for entry in listed:
        place = places.by_number(entry["id"], on=new_year(2025))
        assert attributes.language_form(place) == words[entry["language"]]
        assert attributes.website(place) == entry["url"].removeprefix("https://")
        assert attributes.centre(place) == entry["adm_center"]
    today = {places.by_number(entry["id"], on=new_year(2025)).id for entry in listed}
    for name in ("language_forms", "websites"):
        assert {row["id"] for row in rows(BUILT_IN / f"{name}.csv")} == today
    assert len(today) == 357


# --- the folder


def test_every_fact_file_is_in_the_readme_with_licence_and_source():
    text = (BUILT_IN / "README.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([a-z0-9_]+\.csv)` \|", text, re.MULTILINE))

    assert {file.name for file in BUILT_IN.glob("*.csv")} <= described
