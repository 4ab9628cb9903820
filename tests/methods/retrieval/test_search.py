"""A challenge in Norwegian finds calls in English, and says because of what."""

import pytest

from tests.methods.retrieval.test_reading import LINES, MARKED
from vardevei.methods.retrieval import Doc, Index, english, thesaurus
from vardevei.methods.retrieval.standing import standing

CALLS = [
    Doc(
        "FLOOD", {"title": "Flood protection in towns", "text": "Stormwater is led away. Parks can hold a flood back."}
    ),
    Doc("SUN", {"title": "Solar power", "text": "Renewable energy on roofs saves energy in public buildings."}),
    Doc(
        "BOTH", {"title": "Climate adaptation and energy", "text": "Stormwater, adaptation to the climate, and energy."}
    ),
    Doc("MOON", {"title": "Minerals on the moon", "text": "A flood of energy, energy, energy and more energy."}),
    Doc("VEILEDER", {"title": "Tilskudd til overvann", "text": "Kommuner kan få støtte til åpne grøfter."}, "nb"),
]


@pytest.fixture(scope="module")
def index():
    return Index.build(CALLS, thesaurus.parse(LINES))


def test_the_challenge_finds_the_call_and_its_sentence(index):
    best = next(hit for hit in index.search("Vi har problem med overvatn i sentrum") if hit.id == "FLOOD")

    assert best.because.sentence == "Stormwater is led away."
    assert best.because.words == (("overvatn", "stormwater"),)
    assert str(best.because) == "Stormwater is led away. [overvatn = stormwater]"


def test_a_text_in_norwegian_is_found_directly(index):
    assert "VEILEDER" in [hit.id for hit in index.search("overvatnet")]  # the other form of Norwegian


def test_several_concepts_beat_one_said_many_times(index):
    found = [hit.id for hit in index.search("overvann, klimatilpasning og energi")]

    assert found[0] == "BOTH"
    assert found.index("BOTH") < found.index("MOON")


def test_a_word_that_is_nearly_the_same_in_english_is_enough(index):
    assert [hit.id for hit in index.search("mineraler")] == ["MOON"]


def test_nothing_is_found_for_nothing(index):
    assert index.search("Hva kan vi søke på?") == []


def test_standing_holds_a_text_back():
    low = [Doc("A", {"title": "Energy"}, standing=0.5), Doc("B", {"title": "Energy"})]

    assert [hit.id for hit in Index.build(low, thesaurus.parse(LINES)).search("energi")] == ["B", "A"]


def test_where_and_for_whom_narrow_down_what_is_to_be_done():
    calls = [
        Doc("SCHOOL", {"title": "School, school and school again"}),
        Doc("ART", {"title": "Arts"}),
        Doc("BOTH", {"title": "Arts at school"}),
    ]
    index = Index.build(calls, thesaurus.parse(MARKED))

    assert [hit.id for hit in index.search("kunst i skolen")] == ["BOTH", "ART", "SCHOOL"]
    assert [hit.id for hit in index.search("skolen")] == ["SCHOOL", "BOTH"]  # alone it is what is asked for


def test_what_is_broader_finds_what_the_narrow_words_do_not():
    calls = [Doc("RISK", {"title": "Risk in the mountains"}), Doc("SLIDE", {"title": "Landslides"}), Doc("C", {})]
    index = Index.build(calls, thesaurus.parse(MARKED))

    found = index.search("ras")
    assert [hit.id for hit in found] == ["SLIDE", "RISK"]
    assert found[1].score < found[0].score / 2
    assert found[1].because.words == (("ras", "risk"),)


def test_words_written_together_or_apart_are_one():
    assert english.stems("well-being and start-ups in health care") == english.stems(
        "Wellbeing and startups in healthcare"
    )
    assert not {"park", "cycl", "age"} & set(english.stems("parking, cycling and ageing"))


@pytest.mark.parametrize("title", ["A clinical trial in towns", "Turbofan engines", "Schools in Latin America"])
def test_a_title_that_speaks_of_what_others_do_holds_a_call_back(title):
    assert standing("NEW-PROGRAMME-1", "", title) < standing("NEW-PROGRAMME-1", "", "Engineering culture in towns")
