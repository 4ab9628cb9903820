"""A reader's contribution is accepted, edition 2 has a change list, and edition 1 stays as it was."""

import copy
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.models import Letter
from vardevei.library.domain import contributions, editions, memo_changes, memo_sections
from vardevei.library.imports import memo as built_in
from vardevei.library.models import Contribution, Edition, Section
from vardevei.opendata.problem import Problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def section(slug="nordiske-programmer") -> Section:
    return Section.objects.get(slug=slug)


def test_from_contribution_to_edition_two(memo, kari, eva, nina) -> None:
    before = copy.deepcopy(Edition.objects.get(number=1).content)

    given = contributions.give(section(), text="Ta med Nordplus.", form="nb", question="Hvem har lister?", by=kari)
    contributions.remark(given, text="Enig.", by=eva)
    contributions.accept(given, answer="Det mangler, ja.", by=eva)
    memo_sections.write(section(), form="nb", text="Nå med Nordplus.", by=eva)
    edition = editions.publish(memo, on=timezone.localdate(), decided="Nettverksmøtet", by=nina)

    assert edition.number == 2
    assert [(one["kind"], one["what"]["nb"]) for one in edition.changes] == [
        ("section-changed", "Nordiske programmer"),
        ("contribution-accepted", "Nordiske programmer"),
    ]
    assert Contribution.objects.get().edition == edition
    assert [letter.code for letter in Letter.objects.filter(to=kari).order_by("pk")] == [
        "memo-contribution-answered",
        "memo-contribution-published",
    ]
    old = Edition.objects.get(number=1)
    assert old.content == before
    assert editions.is_whole(old)
    assert editions.is_whole(edition)


def test_a_no_has_a_word_of_why_and_is_told(memo, kari, eva) -> None:
    given = contributions.give(section(), text="Ta med reklame.", form="nn", by=kari)

    with pytest.raises(Problem) as problem:
        contributions.decline(given, answer="  ", by=eva)
    contributions.decline(given, answer="Notatet har ikke reklame.", by=eva)

    assert problem.value.code == "contribution-without-why"
    letter = Letter.objects.get(to=kari)
    assert "Det blir ikke tatt med nå" in letter.body
    assert "Notatet har ikke reklame." in letter.body


def test_only_the_networks_editor_publishes_and_only_editors_write(memo, kari, eva) -> None:
    with pytest.raises(Problem) as problem:
        editions.publish(memo, on=timezone.localdate(), decided="Meg", by=eva)
    assert problem.value.code == "not-allowed"
    with pytest.raises(Problem):
        memo_sections.write(section(), form="nb", text="Mitt", by=kari)


def test_somebody_made_up_cannot_contribute(memo) -> None:
    with pytest.raises(Problem) as problem:
        contributions.give(section(), text="Hei", form="nb", by=people.somebody(made_up=True))

    assert problem.value.code == "contribution-not-yours"


def test_an_edition_that_would_be_the_same_or_out_of_order_is_refused(memo, nina, eva) -> None:
    with pytest.raises(Problem) as same:
        editions.publish(memo, on=timezone.localdate(), decided="Møtet", by=nina)
    memo_sections.write(section(), form="nb", text="Nytt", by=eva)
    with pytest.raises(Problem) as early:
        editions.publish(memo, on=timezone.localdate() - timedelta(days=1), decided="Møtet", by=nina)

    assert (same.value.code, early.value.code) == ("edition-nothing-new", "edition-before-the-last")


def test_a_published_edition_cannot_be_saved_again(memo) -> None:
    edition = Edition.objects.get()
    edition.content = {}

    with pytest.raises(TypeError):
        edition.save()


def test_every_kind_of_change_is_found() -> None:
    def part(slug, example=None, figure=None, text="a", **more):
        return {"slug": slug, "title": {"nb": slug}, "text": {"nb": text}, "questions": {}, "sources": [],
                "original": "nb", "examples": [example] if example else [], "figure": figure, **more}  # fmt: skip

    def example(slug, revision):
        return {"slug": slug, "revision": revision, "texts": {"title": {"nb": slug}}, "original": "nb"}

    def figure(count, day):
        return {"title": {"nb": "Tall"}, "sentence": {"nb": f"{count}"}, "rows": [count], "read_at": day, "sha256": day}

    old = {"sections": [part("a", example("time", 1)), part("b", example("cora", 1), figure(1, "x")), part("c"),
                        part("f", figure=figure(5, "x"))]}  # fmt: skip
    new = {"sections": [part("b", example("time", 2), figure(2, "y")), part("a", example("ny", 1), text="b"), part("d"),
                        part("f", figure=figure(5, "y"))]}  # fmt: skip

    assert [(one["kind"], one["what"].get("nb", "")) for one in memo_changes.between(old, new)] == [
        ("section-added", "d"),
        ("section-removed", "c"),
        ("section-changed", "a"),
        ("sections-reordered", ""),
        ("example-added", "ny"),
        ("example-revised", "time"),
        ("example-withdrawn", "cora"),
        ("figure-changed", "Tall"),
    ]


def test_what_somebody_has_written_is_not_written_over_by_the_built_in_files(memo, eva) -> None:
    memo_sections.write(section(), form="nb", text="Vårt eget", by=eva)
    memo_sections.remove(section("bakgrunn"), by=eva)

    built_in.load()

    assert section().text["nb"] == "Vårt eget"
    assert section("bakgrunn").removed_at
    assert built_in.first_edition() is None


def test_a_translation_knows_that_its_original_was_changed(memo, eva) -> None:
    memo_sections.write(section(), form="nb", text="Nytt", by=eva)

    assert memo_sections.is_stale(section(), "nn")
    assert not memo_sections.is_stale(section(), "nb")
    memo_sections.write(section(), form="nn", title=section().title["nn"], text="Ny tekst", by=eva)
    assert "text" in section().__dict__
    assert section().text["nn"] == "Ny tekst"


@pytest.mark.parametrize("file", built_in.read(), ids=lambda file: file.slug)
def test_every_built_in_part_says_as_much_in_three_forms(file) -> None:
    title, text, questions = (file.words[name] for name in ("title", "text", "questions"))

    assert all(title.values())
    assert all(text.values())
    assert len({len(said.splitlines()) for said in questions.values()}) == 1
    assert len({len(said.split("\n\n")) for said in text.values()}) == 1
    assert text["nb"] != text["nn"]
