"""A contact person finds her municipality in one step, however she spells it and whatever it was called."""

import pytest

from vardevei.opendata import finding


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Leksvik", "5054-2018"),  # became Indre Fosen in 2018
        ("1624", "5054-2018"),  # Rissa's number
        ("alesund", "1508-2024"),
        ("Lillestrom kommune", "3030-2020"),
        ("karasjokk", "2021"),
        ("Trondhjem", "5001-2020"),
        ("Gáivuotna", "1940"),
        ("gaivuona suohkan", "1940"),
        ("GUOVDAGEAIDNU", "2011"),
        ("Østfold fylke", "31-2024"),
        ("Oslo", "0301"),  # the municipality before the county of the same name
    ],
)
def test_the_first_hit_is_the_place_that_was_meant(typed, place):
    assert finding.find(typed)[0].place.id == place


def test_a_name_of_two_municipalities_leads_to_both():
    assert [hit.place.number() for hit in finding.find("vaaler")] == ["3114", "3419"]


def test_a_split_municipality_leads_to_all_parts_and_says_why():
    hits = finding.find("Tysfjord")

    assert [hit.place.name() for hit in hits] == ["Narvik", "Hamarøy"]
    assert all(hit.renamed and hit.was.name() == "Tysfjord" for hit in hits)


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "%", "kommune"])
def test_nothing_near_is_an_empty_answer(typed):
    assert finding.find(typed) == []
