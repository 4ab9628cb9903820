"""An example on its way: proposed, sent back, revised, accepted, published, changed, confirmed, withdrawn."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.library.examples import content, county_editor, network_editor, published
from tests.people import BERGEN, contact, place, somebody, with_role
from vardevei.core.domain import addresses, answers
from vardevei.core.models import Letter, LogEntry
from vardevei.library.domain import (
    comments,
    completeness,
    confirmations,
    differences,
    examples,
    proposal_keys,
    reviews,
    revisions,
)
from vardevei.library.enums import ExampleState, ReviewChoice, RevisionState
from vardevei.library.models import Example, Revision
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
ASK, DECLINE, ACCEPT = ReviewChoice.ASK, ReviewChoice.DECLINE, ReviewChoice.ACCEPT


def letters(code: str) -> list[str]:
    return sorted(letter.to.name for letter in Letter.objects.filter(code=code).select_related("to"))


def test_from_a_strangers_proposal_to_a_page_for_all() -> None:
    """Written without an account, confirmed by mail, sent back, written again, accepted, published."""
    rita, nils, stranger = county_editor(), network_editor(), somebody("Siri Utenfor")

    example = examples.propose(content(), by=stranger, signed_in=False)
    assert example.revisions.get().state == RevisionState.UNCONFIRMED
    assert letters("example-confirm") == ["Siri Utenfor"]
    assert letters("example-to-review") == []  # nobody is asked to look at what nobody stands for

    examples.confirm(example)
    assert letters("example-to-review") == ["Rita Redaktør"]
    assert [one.kind for one in reviews.waiting_for(rita)] == ["example-review"]

    reviews.decide(example.revisions.get(), ASK, by=rita, grounds="Hvor mange kom?")
    example.refresh_from_db()
    assert example.state == ExampleState.RETURNED
    assert "Hvor mange kom?" in Letter.objects.get(code="example-returned").body
    assert [one.kind for one in reviews.waiting_for(stranger)] == ["example-returned"]

    second = revisions.send(example, content(note="Antallet står der nå."), by=stranger)
    assert list(reviews.waiting_for(stranger)) == []
    reviews.decide(second, ACCEPT, by=rita)
    assert [one.about for one in reviews.waiting_for(nils)] == [example.slug]
    reviews.decide(second, ACCEPT, by=nils)

    example.refresh_from_db()
    assert (example.state, example.published) == (ExampleState.PUBLISHED, second)
    assert list(Example.objects.public()) == [example]
    assert example.model == "course"
    assert [one.name for one in example.organisations.all()] == ["Indre Fosen"]
    assert letters("example-published") == ["Siri Utenfor"]


def test_a_press_on_the_link_counts_once() -> None:
    county_editor()
    example = examples.propose(content(), by=somebody("Siri Utenfor"), signed_in=False)

    examples.confirm(example)
    examples.confirm(example)

    assert letters("example-to-review") == ["Rita Redaktør"]
    assert LogEntry.objects.filter(act="revision-confirm").count() == 1


def test_a_proposal_nobody_confirms_goes_after_thirty_days() -> None:
    kept = examples.propose(content("Ny"), by=somebody("En Ny"), signed_in=False)
    old = examples.propose(content("Gammel"), by=somebody("En Gammel"), signed_in=False)
    Example.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=31))

    assert examples.forget_unconfirmed() == 1

    assert list(Example.objects.all()) == [kept]


def test_where_no_county_has_an_editor_the_network_looks() -> None:
    network_editor()

    example = examples.propose(content(), by=somebody("Siri"))

    assert example.state == ExampleState.AT_NETWORK
    assert letters("example-to-review") == ["Nils Nett"]


def test_a_no_needs_grounds_and_another_countys_editor_has_no_say() -> None:
    rita, other = county_editor(), with_role(kinds.EDITOR, "46", "Vestlands Editor")
    revision = examples.propose(content(), by=somebody("Siri")).revisions.get()

    with pytest.raises(Problem) as without:
        reviews.decide(revision, DECLINE, by=rita)
    with pytest.raises(Problem) as anothers:
        reviews.decide(revision, ACCEPT, by=other)

    assert (without.value.code, anothers.value.code) == ("step-without-why", "step-not-yours")
    assert reviews.possible(revision, other) == []
    assert reviews.possible(revision, rita) == [ASK, DECLINE, ACCEPT]


def test_a_change_goes_the_same_way_while_readers_see_what_was() -> None:
    owner = contact()
    example = published(by=owner)
    first, rita = example.published, county_editor()

    second = revisions.send(example, content("Kurs som ga søknader"), by=owner)

    example.refresh_from_db()
    assert (example.state, example.published) == (ExampleState.PUBLISHED, first)
    with pytest.raises(Problem) as busy:
        revisions.send(example, content("Enda en"), by=owner)
    assert busy.value.code == "revision-waiting"

    reviews.decide(second, ACCEPT, by=rita)
    reviews.decide(second, ACCEPT, by=network_editor_again())
    example.refresh_from_db()
    first.refresh_from_db()
    assert (example.published, first.state) == (second, RevisionState.REPLACED)
    assert [(one.heading, one.pieces) for one in differences.between(first, second)] == [
        ("Tittel", [("same", "Kurs som "), ("gone", "gav"), ("new", "ga"), ("same", " søknader")])
    ]


def network_editor_again():
    from vardevei.core.models import Person

    return Person.objects.get(email="nils.nett@eksempel.no")


def test_two_revisions_cannot_be_looked_at_at_once_whatever_the_code_does() -> None:
    county_editor()
    example = examples.propose(content(), by=somebody("Siri"))

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(example=example, number=2, state=RevisionState.AT_NETWORK)


def test_a_translation_knows_when_the_original_has_changed() -> None:
    owner = contact()
    example = published(by=owner)
    nils = network_editor_again()
    english = revisions.translate(example, "en", {"title": "Courses", "resources.0": "Teacher"}, by=owner)
    reviews.decide(english, ACCEPT, by=nils)
    example.refresh_from_db()

    from vardevei.core import translated

    words = example.published.texts["title"]
    assert (words["en"], translated.out_of_date(words, "en", "nb")) == ("Courses", False)
    assert example.published.resources[0]["what"]["en"] == "Teacher"

    changed = revisions.send(example, content("Kurs og søknader"), by=owner)
    words = changed.texts["title"]
    assert (words["en"], translated.out_of_date(words, "en", "nb")) == ("Courses", True)
    assert changed.resources[0]["what"]["en"] == "Teacher"  # a row that is the same keeps its translation


def test_completeness_counts_ten_and_says_what_is_missing() -> None:
    revision = published().published

    found = completeness.of(revision)

    assert (found.filled, found.total) == (2, 10)
    assert [section.code for section in found.missing] == [
        "target_group",
        "problem",
        "evidence",
        "what_failed",
        "transfer",
        "links",
        "period",
        "contact",
    ]


def test_the_owner_is_asked_once_a_year_and_one_press_confirms() -> None:
    contact(name="Kari Nes")
    example = published()
    Revision.objects.update(published_at=timezone.now() - timedelta(days=366))
    example.refresh_from_db()

    assert (confirmations.ask_owners(), confirmations.ask_owners()) == (1, 0)

    letter = Letter.objects.get(code="example-still-true")
    assert letter.to.name == "Kari Nes"
    assert addresses.answer(letter.key, "yes", letter.form) in letter.body
    answers.answer(letter, "yes")
    example.refresh_from_db()
    assert example.confirmed_on == timezone.localdate()


def test_an_owners_no_changes_nothing_and_tells_the_editors() -> None:
    contact()
    example = published()
    county_editor()
    Revision.objects.update(published_at=timezone.now() - timedelta(days=366))
    confirmations.ask_owners()

    answers.answer(Letter.objects.get(code="example-still-true"), "no", more="Kurset er lagt ned.")

    example.refresh_from_db()
    assert (example.state, example.confirmed_on) == (ExampleState.PUBLISHED, None)
    told = Letter.objects.get(code="example-not-true")
    assert told.to.name == "Rita Redaktør"
    assert "Kurset er lagt ned." in told.body


def test_two_years_without_a_word_is_marked() -> None:
    example = published()
    example.confirmed_on = date(2024, 3, 1)

    assert not confirmations.is_old(example, date(2026, 3, 1))
    assert confirmations.is_old(example, date(2026, 3, 2))


def test_withdrawing_says_why_and_keeps_what_was_read() -> None:
    rita = county_editor()
    example = published()

    with pytest.raises(Problem) as without:
        examples.withdraw(example, by=rita, why="  ")
    examples.withdraw(example, by=rita, why="Ordningen er lagt ned.")

    assert without.value.code == "example-withdraw-not-now"
    assert list(Example.objects.public()) == []
    assert "Ordningen er lagt ned." in Letter.objects.get(code="example-withdrawn").body
    assert example.published is not None


def test_a_question_reaches_the_owner_and_an_answer_the_one_who_asked() -> None:
    kari, asker = contact(name="Kari Nes"), somebody("Grue Kontakt")
    example = published()

    asked = comments.write(example, "Hvor lenge varte kurset?", by=asker)
    assert letters("example-commented") == ["Kari Nes"]
    comments.write(example, "Seks kvelder.", by=kari, answers=asked)

    assert letters("example-commented") == ["Grue Kontakt", "Kari Nes"]
    with pytest.raises(Problem):
        comments.remove(asked, by=somebody("En Annen"))
    comments.remove(asked, by=asker)
    assert asked.text == ""


def test_a_comment_can_become_a_change() -> None:
    owner = contact()
    example = published(by=owner)
    said = comments.write(example, "Nå er det åtte kvelder.", by=somebody("Grue Kontakt"))

    sent = revisions.send(example, content("Kurs, åtte kvelder"), by=owner, comment=said)

    said.refresh_from_db()
    assert said.used_in == sent


def test_titles_that_are_alike_get_addresses_of_their_own() -> None:
    first = examples.propose(content("Å lære på Røst"), by=somebody("En"))
    second = examples.propose(content("Å lære på Røst"), by=somebody("To"))
    page = examples.propose(content("Nytt"), by=somebody("Tre"))

    assert [one.slug for one in (first, second, page)] == ["a-laere-pa-rost", "a-laere-pa-rost-2", "nytt-2"]


def test_a_link_is_for_one_example_and_one_person() -> None:
    example = examples.propose(content(), by=somebody("Siri"))
    token = proposal_keys.token(example, example.by)

    assert proposal_keys.find(token) == (example, example.by)
    with pytest.raises(Problem) as forged:
        proposal_keys.find(token.replace(str(example.pk), str(example.pk + 1), 1))
    assert forged.value.code == "link-broken"


def test_what_a_municipality_did_is_looked_at_by_todays_county() -> None:
    bergen = place(BERGEN)

    example = examples.propose(content(facts={"organisations": [bergen.pk]}), by=somebody("Siri"))

    assert str(example.county) == "Vestland"


@pytest.mark.parametrize("gone", ["title", "lead", "who"])
def test_what_says_nothing_is_not_sent(gone: str) -> None:
    full = content()
    texts = {code: text for code, text in full.texts.items() if code != gone}
    facts = {} if gone == "who" else full.facts

    with pytest.raises(Problem) as short:
        examples.propose(content(texts=texts, facts=facts), by=somebody("Siri"))

    assert short.value.code == "example-too-short"
