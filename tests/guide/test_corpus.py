"""One search over everything: a sentence in nynorsk finds what is written in English, and says why."""

import pytest

from vardevei.guide.domain import corpus
from vardevei.programmes.models import Call

SENTENCE = "Vi har mykje overvatn og flaum i sentrum"


def by_kind(text: str, **options) -> dict[str, list[corpus.Found]]:
    found = corpus.search(text, **options)
    return {kind: [one for one in found if one.kind == kind] for kind in corpus.KINDS}


def test_a_sentence_in_nynorsk_finds_an_english_call_an_example_and_a_project_each_with_a_because(there):
    found = by_kind(SENTENCE, form="nn")

    (call,), (example,), (project,) = found["call"], found["example"], found["project"]
    assert (call.key, call.address) == ("rain-2026", ("call", "rain-2026"))
    assert call.because.sentence == "Towns test nature-based solutions against pluvial flooding in dense centres."
    assert example.title == "Trygge kjellere"
    assert dict(example.because.words)["overvatn"] == "overvann"
    assert project.title == "BEGIN – Stormwater and flood resilience"
    assert all(one.because.sentence and one.because.words for kind in found.values() for one in kind)


def test_a_programme_is_shown_in_the_form_the_reader_reads(there):
    found = by_kind("barnehage og skule", kinds=["programme"], form="nn")["programme"]

    assert [one.key for one in found] == ["nordplus-2023"]
    assert (found[0].language, found[0].title_language) == ("nn", "nn")


@pytest.mark.parametrize("typed", ["overvan", "overvatnet", "OVERVATN", "flomm i sentrum", "stormwater"])
def test_spelling_form_and_language_are_forgiven(there, typed):
    assert "rain-2026" in [one.key for one in corpus.search(typed, ["call"])]


def test_what_is_asked_for_twice_is_built_once_and_anew_when_the_data_changes(there, monkeypatch):
    corpus.search(SENTENCE)
    made = []
    monkeypatch.setattr(
        corpus, "_make", lambda place, stamp, make=corpus._make: made.append(place[1]) or make(place, stamp)
    )

    corpus.search(SENTENCE)
    assert made == []

    Call.objects.create(key="snow", source="hand", source_key="snow", family="other", title="Flooding after snow")
    assert {one.key for one in corpus.search(SENTENCE, ["call"])} == {"rain-2026", "snow"}
    assert made == ["call"]


def test_a_closed_call_is_not_found(there, django_assert_max_num_queries):
    call = Call.objects.get()
    call.deadlines.create(stage=1, at="2020-01-01T12:00:00Z")
    corpus.forget()

    assert corpus.search(SENTENCE, ["call"]) == []


def test_a_search_that_is_ready_asks_the_database_a_few_counts_only(there, django_assert_max_num_queries):
    corpus.warm()
    with django_assert_max_num_queries(12):
        corpus.search(SENTENCE)
