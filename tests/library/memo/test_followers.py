"""What the memo says of those who followed: Indre Fosen after Time, with the day, the cause, and the document."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from tests import people
from tests.web.worlds.files import PDF
from vardevei.library.domain import adoptions, editions, memo_documents, memo_sections, memo_words, strategies
from vardevei.library.imports import built_in as built_in_examples
from vardevei.library.imports import memo as built_in
from vardevei.library.imports import register
from vardevei.library.models import Adoption, Edition, Example
from vardevei.web.library.memo import told_changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def memo():
    """Edition 1 has Time's example, before anyone had followed it."""
    built_in_examples.load()
    built_in.load()
    found = memo_sections.memo()
    editions.first(found, decided={"nb": "Ingen", "nn": "Ingen", "en": "Nobody"})
    return found


def printed(content, form="nb") -> str:
    """All words of lists in the memo, where followers stand."""
    lists = [block for block in memo_words.of(content, form)["parts"] if block["kind"] == "list"]
    return "\n".join("".join(run["text"] for run in item) for block in lists for item in block["items"])


def test_indre_fosen_after_time_is_in_the_next_edition_with_day_cause_help_and_document(memo, nina) -> None:
    kari, example = people.contact(), Example.objects.get(slug="time-strategi")
    strategy = strategies.register(
        people.place("5054"),
        strategies.Said("international", title="Ut i verden", adopted_on=date(2018, 5, 15)),
        document=strategies.Document(PDF, "strategi.pdf"),
        by=kari,
    )
    said = adoptions.Said("in-use", date(2018, 5, 15), cause="Partnerne spurte.", help="Fylket.", strategy=strategy)
    adoptions.follow(example, people.place("5054"), said, by=kari)

    edition = editions.publish(memo, on=timezone.localdate(), decided="Nettverksmøtet", by=nina)

    with override("nb"):
        (line,) = told_changes.lines(edition.changes, "nb")
    assert line[0] == "Fulgt av flere"
    assert line[2] == "Indre Fosen kommune, 15. mai 2018: Partnerne spurte."
    told = printed(edition.content)
    assert (
        "Indre Fosen kommune: Tatt i bruk 15. mai 2018. Hvorfor: Partnerne spurte. Hjelp: Fylket. Ut i verden." in told
    )
    assert strategy.file.sha256[:16] in told
    assert "Indre Fosen kommune: Tatt i bruk" not in printed(Edition.objects.get(number=1).content)
    assert memo_documents.make(edition, "pdf", "nn")[:5] == b"%PDF-"


def test_what_is_taken_back_stays_in_the_edition_and_is_said_in_the_next(memo, nina) -> None:
    kari, example = people.contact(), Example.objects.get(slug="time-strategi")
    one = adoptions.follow(example, people.place("5054"), adoptions.Said("under-way", date(2018, 5, 15)), by=kari)
    second = editions.publish(memo, on=timezone.localdate(), decided="Møtet", by=nina)
    adoptions.withdraw(one, why="Det var et annet eksempel.", by=kari)

    content, changes = editions.preview(memo)

    assert [(change["kind"], change["who"]) for change in changes] == [("example-left", "Indre Fosen kommune")]
    assert "Indre Fosen kommune: I gang" in printed(second.content)
    assert "Indre Fosen kommune: I gang" not in printed(content)


def test_the_one_that_comes_with_the_program_is_printed_in_each_form_of_language(memo) -> None:
    register.load()
    content, _changes = editions.preview(memo)

    assert Adoption.objects.get().built_in
    assert "Godt samarbeid med fylkeskommunen" in printed(content, "nb")
    assert "Partnarar i internasjonale prosjekt" in printed(content, "nn")
    assert "Partners in international projects" in printed(content, "en")


def test_to_consider_it_is_not_to_follow(memo) -> None:
    kari, example = people.contact(), Example.objects.get(slug="time-strategi")
    adoptions.follow(example, people.place("5054"), adoptions.Said("considering", timezone.localdate()), by=kari)

    assert editions.preview(memo)[1] == []
