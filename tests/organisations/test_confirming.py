"""«Er du fortsatt kontakt?»: yes confirms the role, no is told to the county and changes nothing by itself."""

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import answers
from vardevei.core.models import Letter
from vardevei.organisations.domain import confirming, mailings, roles
from vardevei.organisations.enums import Asked
from vardevei.organisations.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def letter(adviser) -> Letter:
    people.contact()
    mailing = mailings.begin(people.place(people.TRONDELAG), by=adviser, code="contact-confirm")
    mailing.save()
    mailings.send(mailing, by=adviser)
    return Letter.objects.get()


def test_built_in_letter_is_ready_to_send(letter: Letter) -> None:
    assert letter.subject == "Er du fortsatt kontakt for Indre Fosen?"
    assert letter.body.startswith("Hei Kari Nes,")
    assert letter.question is not None
    assert letter.question.asks_more("no", "nn").startswith("Kven er kontakt no?")


def test_yes_confirms_the_role_today(letter: Letter, adviser) -> None:
    answers.answer(letter, "yes")

    assert Role.objects.contacts().get().confirmed_on == timezone.localdate()
    assert list(confirming.waiting_for(adviser)) == []


def test_no_waits_for_the_county_until_the_role_ends(letter: Letter, adviser) -> None:
    answers.answer(letter, "yes")
    answers.answer(letter, "no", more="Ola Ny, ola@indrefosen.no")

    role = Role.objects.contacts().get()
    assert role.confirmed_on is None
    assert [one.sentence for one in confirming.waiting_for(adviser)] == [
        "Kari Nes er ikke lenger kontakt for Indre Fosen. Svaret sier: Ola Ny, ola@indrefosen.no"
    ]
    assert confirming.denied(people.place(people.INDRE_FOSEN))[role.person_id].more == "Ola Ny, ola@indrefosen.no"
    assert list(confirming.waiting_for(people.adviser(people.VESTLAND, "Liv Li"))) == []
    roles.end(role, by=adviser)
    assert list(confirming.waiting_for(adviser)) == []


def test_a_question_written_over_the_built_in_one_does_nothing(adviser) -> None:
    people.contact()
    mailing = mailings.begin(people.place(people.TRONDELAG), by=adviser, code="contact-confirm")
    mailing.asks, mailing.question_nb, mailing.choices_nb = Asked.CHOICE, "Hvilken dag?", "Mandag\nTirsdag"
    mailing.save()
    mailings.send(mailing, by=adviser)

    answers.answer(Letter.objects.get(), "1")

    assert Role.objects.contacts().get().confirmed_on is None
    assert list(confirming.waiting_for(adviser)) == []
