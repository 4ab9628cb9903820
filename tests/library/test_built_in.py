"""The built-in examples: complete in three forms, ours in words, each figure with its source, and never over people."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests import people
from vardevei.core import translated
from vardevei.library import sections
from vardevei.library.enums import Dimension, ExampleState, Model, RevisionState
from vardevei.library.imports import built_in, built_in_files
from vardevei.library.models import Example, Revision
from vardevei.opendata import families, places
from vardevei.organisations import imports as organisations
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme

FILES = built_in_files.read()
FORMS = ("nb", "nn", "en")
each = pytest.mark.parametrize("one", FILES, ids=[one.slug for one in FILES])


def words_in(value: Any) -> Iterator[dict[str, str]]:
    """Every text that is said in three forms."""
    if isinstance(value, dict) and "of" in value:
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from words_in(one)


# What lies in the files


def test_the_counties_municipalities_and_models_of_the_memo_are_there():
    assert len(FILES) == 17
    assert {one.fields["facts"]["model"] for one in FILES} == set(Model.values) - {Model.OTHER}
    assert [one.slug for one in FILES if "04" in one.fields["facts"]["organisations"]] == ["hedmark-cora"]


@each
def test_it_is_written_in_all_three_forms_and_no_form_is_a_copy_of_another(one):
    for words in words_in(one.fields):
        assert set(words) == {*FORMS, "of"}, words
        assert not any(translated.out_of_date(words, form, "nb") for form in FORMS)
    for section, words in one.fields["texts"].items():
        assert len({words[form] for form in FORMS}) == 3, section


@each
def test_each_section_has_a_text_or_is_said_to_be_missing_in_the_source_and_never_both(one):
    fields = one.fields
    filled = {code for code in ("resources", "evidence", "links") if fields[code]} | set(fields["texts"])
    filled |= {"period"} if fields["facts"].get("since") else set()

    assert filled.isdisjoint(fields["not_stated"])
    assert filled | set(fields["not_stated"]) == {section.code for section in sections.SECTIONS}


@each
def test_every_figure_says_where_it_is_from(one):
    for figure in one.fields["evidence"]:
        assert figure["source"], figure["what"]["nb"]
    assert one.fields["source"]["nb"]


def test_what_is_inferred_is_said():
    figures = next(one for one in FILES if one.slug == "hordaland-kommunenettverk").fields["evidence"]

    assert [figure["value"] for figure in figures] == [4, 33, 12] == [4, 33, round(100 * 4 / 33)]
    assert "Det er vår slutning" in figures[2]["what"]["nb"]


@each
def test_places_are_those_of_their_time_and_codes_are_known(one):
    facts = one.fields["facts"]
    for place in [*facts["organisations"], *facts["places"]]:
        end = places.by_id(place).period.end
        assert end is None or end.year >= 2017, f"{place} was gone when the memo was written"
    assert set(facts["dimensions"]) <= set(Dimension.values)
    assert {code.rpartition("-")[0] for code in facts["programmes"]} <= {family.code for family in families.families()}


@each
def test_no_sentence_is_the_memos(one, shared):
    memo = next((shared.parent / "seed").glob("*.txt"), None)
    if memo is None:
        pytest.skip("the memo is not beside the project")
    theirs = set(runs_of_eight(memo.read_text()))

    for words in words_in(one.fields):
        assert not theirs & set(runs_of_eight(words["nb"])), words["nb"]


def runs_of_eight(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[start : start + 8]) for start in range(len(words) - 7)]


# As records


@pytest.fixture
def loaded(db) -> dict[str, Example]:
    organisations.load()
    Programme.objects.create(code="erasmus-2014", family="erasmus", name={"nb": "Erasmus+"}, start=2014, end=2020)
    assert built_in.load() == len(FILES)
    return {one.slug: one for one in Example.objects.select_related("published", "county")}


def test_they_are_published_with_places_of_their_time_and_the_county_of_today(loaded):
    cora = loaded["hedmark-cora"]

    assert cora.built_in
    assert cora.state == ExampleState.PUBLISHED
    assert {str(place) for place in cora.organisations.all()} == {"Hedmark", "Kongsvinger", "Grue", "Eidskog"}
    assert str(cora.county) == "Innlandet"
    assert str(loaded["time-strategi"].county) == "Rogaland"
    assert str(loaded["ostfold-vedtak"].county) == "Østfold"
    assert loaded["ostfold-vedtak"].county != Organisation.objects.get(pk="01")
    assert [code.pk for code in loaded["hordaland-gruppemobilitet"].programmes.all()] == ["erasmus-2014"]


def test_loading_twice_changes_nothing(loaded):
    built_in.load()

    assert Revision.objects.count() == len(FILES)


def test_a_newer_text_becomes_a_new_revision_and_the_old_one_stays(loaded, monkeypatch):
    came_with(monkeypatch, "Ny tittel")

    assert built_in.load() == len(FILES)

    time = Example.objects.get(slug="time-strategi")
    assert time.published is not None
    assert time.published.texts["title"]["nb"] == "Ny tittel"
    assert [(one.number, one.state) for one in time.revisions.all()] == [
        (2, RevisionState.PUBLISHED),
        (1, RevisionState.REPLACED),
    ]
    assert Revision.objects.count() == len(FILES) + 2


def test_what_people_have_written_is_never_written_over(loaded, monkeypatch):
    time = loaded["time-strategi"]
    time.published.texts["title"]["nb"] = "Slik sier vi det i Time"
    time.published.save()
    came_with(monkeypatch, "Ny tittel")

    built_in.load()

    time.refresh_from_db()
    assert time.published.texts["title"]["nb"] == "Slik sier vi det i Time"


def test_nor_while_somebodys_change_waits_for_an_editor_or_after_it_was_withdrawn(loaded, monkeypatch):
    time, fosen = loaded["time-strategi"], loaded["indre-fosen-strategi"]
    Revision.objects.create(example=time, number=2, made_by=people.somebody())
    Example.objects.filter(pk=fosen.pk).update(state="withdrawn", withdrawn_on="2026-11-01", withdrawn_why="Galt.")
    came_with(monkeypatch, "Ny tittel")

    built_in.load()

    assert list(time.revisions.values_list("number", flat=True)) == [2, 1]
    assert Example.objects.get(pk=fosen.pk).state == ExampleState.WITHDRAWN


def came_with(monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    """A newer edition of the program says this of Time and Indre Fosen."""
    newer = built_in_files.read()
    for one in newer:
        if one.slug in ("time-strategi", "indre-fosen-strategi"):
            one.fields["texts"]["title"]["nb"] = title
            one.fields["facts"]["built_in"] = built_in_files.digest(one.fields)
    monkeypatch.setattr(built_in_files, "read", lambda: newer)
