"""The programme guide: nothing without a source, three forms of language, and who may use what in which year."""

import re

import pytest
import yaml

from vardevei.opendata import eligible, families, places, programmes
from vardevei.opendata.problem import Problem
from vardevei.opendata.programmes import LANGUAGES

ALL = programmes.programmes()
FULL = [one for one in ALL.values() if one.in_full]


def facts():
    return [(one.code, fact) for one in ALL.values() for fact in one.all_facts()]


def test_every_fact_has_an_address_and_the_day_it_was_read():
    for code, fact in facts():
        assert fact.sources, (code, fact.words["en"])
        for source in fact.sources:
            assert re.fullmatch(r"https?://\S+\.\S+", source.address), (code, source)
            assert source.read_on.year == 2026, (code, source)


def test_every_fact_is_said_in_three_forms_of_language():
    for code, fact in facts():
        assert set(fact.words) == set(LANGUAGES), code
        assert fact.words["nb"] != fact.words["en"] or len(fact.words["nb"]) < 60, (code, fact.words)


def test_a_fact_without_a_source_cannot_be_loaded(tmp_path, monkeypatch):
    fact = {"about": "rate", "nb": "50 prosent", "nn": "50 prosent", "en": "50 per cent"}
    told = {"code": "x-2021", "family": "erasmus", "name": "X", "read": "2026-11-23", "facts": [fact]}
    (tmp_path / "x.yaml").write_text(yaml.safe_dump(told))
    monkeypatch.setattr(programmes, "FOLDER", tmp_path)

    with pytest.raises(Problem) as refused:
        programmes.programmes.__wrapped__()

    assert refused.value.code == "programme-broken"
    assert "50 per cent" in refused.value.why


def test_every_programme_in_full_says_first_whether_norway_is_in():
    for one in FULL:
        assert one.norway != "unknown", one.code
        assert one.facts[0].about == "norway", one.code


def test_at_least_twenty_programmes_are_told_in_full_and_every_listed_source_is_used():
    assert len(FULL) >= 20
    for file in programmes.FOLDER.glob("*.yaml"):
        text = file.read_text("utf-8")
        used = {key for listed in re.findall(r"from: \[([^\]]*)\]", text) for key in listed.split(", ")}
        assert set(yaml.safe_load(text).get("sources", {})) <= used, file.name


def test_norway_in_an_area_of_its_own_is_said_in_words_too():
    for one in FULL:
        if one.area and not one.area.everywhere:
            assert one.about("area"), one.code


def test_families_and_predecessors_are_known():
    known = {family.code for family in families.families()} | {"national"}
    for one in ALL.values():
        assert one.family in known, one.code
        assert set(one.before) <= set(ALL), one.code


# --- where


def verdict(code: str, number: str, year: int) -> str:
    place = places.by_number(number)
    assert place is not None
    return eligible.for_place(ALL[code], place, year).verdict


@pytest.mark.parametrize(
    ("code", "number", "year", "expected"),
    [
        ("interreg-aurora-2021", "1804", 2026, "yes"),  # Bodø
        ("interreg-aurora-2021", "5054", 2026, "yes"),  # Indre Fosen, in the sub-area Sápmi
        ("interreg-aurora-2021", "0301", 2026, "no"),  # Oslo
        ("interreg-aurora-2021", "3425", 2026, "partly"),  # Engerdal: only the Elgå district of Innlandet
        ("interreg-aurora-2021", "1804", 2030, "no"),  # Bodø again, after the period
        ("interreg-sverige-norge-2021", "5001", 2026, "yes"),  # Trondheim
        ("interreg-sverige-norge-2021", "3107", 2026, "partly"),  # Fredrikstad: "parts of Østfold"
        ("interreg-sverige-norge-2021", "4601", 2026, "no"),  # Bergen
        ("interreg-sverige-norge-2014", "0101", 2016, "yes"),  # Halden: inner and outer Østfold
        ("interreg-sverige-norge-2014", "0235", 2016, "partly"),  # Ullensaker
        ("interreg-oks-2021", "4204", 2026, "yes"),  # Kristiansand
        ("interreg-oks-2021", "5001", 2026, "no"),
        ("interreg-npa-2021", "1103", 2026, "no"),  # Stavanger: the west has left
        ("interreg-npa-2014", "1103", 2018, "yes"),
        ("interreg-north-sea-2021", "1804", 2026, "no"),
        ("interreg-north-sea-2021", "3107", 2026, "yes"),  # the sources name Viken, where Fredrikstad was
        ("interreg-north-sea-2014", "1804", 2018, "yes"),
        ("interreg-baltic-sea-2021", "5501", 2026, "no"),  # Tromsø
        ("interreg-europe-2021", "5501", 2026, "yes"),
        ("nora", "1103", 2026, "yes"),
        ("nora", "0301", 2026, "no"),
        ("horizon-europe-2021", "0301", 2026, "yes"),
        ("eea-grants-2021", "0301", 2026, "yes"),  # as a partner
        ("single-market-2021", "0301", 2026, "partly"),
        ("life-2021", "0301", 2026, "no"),
        ("cerv-2021", "0301", 2026, "no"),
        ("border-committees", "0301", 2026, "unknown"),
        ("interreg-botnia-atlantica-2014", "1804", 2018, "yes"),
        ("interreg-botnia-atlantica-2014", "5501", 2018, "no"),  # Tromsø
    ],
)
def test_a_municipality_is_in_or_out_by_area_and_year(code, number, year, expected):
    assert verdict(code, number, year) == expected


def test_a_municipality_that_is_gone_is_carried_to_the_borders_the_sources_name():
    """Tysfjord was split in 2020, and both parts went to municipalities of the north."""
    answer = eligible.for_place(ALL["interreg-aurora-2021"], places.by_number("1850"), 2021)

    assert answer.verdict == "yes"
    assert "Nordland" in answer.because["en"]


def test_counties_of_an_area_follow_the_borders_of_the_year():
    area = ALL["interreg-aurora-2021"].area
    assert area is not None

    named = {year: [county.name() for county in eligible.counties(area, year)[0]] for year in (2021, 2024)}

    assert named == {
        2021: ["Nordland", "Trøndelag", "Troms og Finnmark"],
        2024: ["Nordland", "Trøndelag", "Troms", "Finnmark"],
    }


def test_an_answer_of_yes_says_what_to_mind_first():
    """The rate stays on the page while the Norwegian money is gone."""
    answer = eligible.for_place(ALL["interreg-north-sea-2021"], places.by_number("3107"), 2026)

    assert answer.verdict == "yes"
    assert answer.because["en"].endswith("Ask first whether there is Norwegian money: it ran out after the first call.")


def test_the_answer_says_what_holds_only_there():
    answer = eligible.for_place(ALL["interreg-aurora-2021"], places.by_number("5054"), 2026)

    assert answer.because["nn"].endswith("Trøndelag er berre med i delområdet Sápmi.")
