"""One human being is one row."""

import pytest

from vardevei.core.domain import people
from vardevei.core.models import Person

pytestmark = pytest.mark.django_db


def test_the_same_address_is_the_same_person_however_it_is_written() -> None:
    first = people.find_or_make("kari.nes@eksempel.no", "Kari Nes")

    again = people.find_or_make("  Kari.Nes@Eksempel.NO ", "K. Nes")

    assert again == first
    assert Person.objects.get().name == "Kari Nes"


def test_a_name_fills_the_empty_one() -> None:
    people.find_or_make("post@eksempel.no")

    assert people.find_or_make("post@eksempel.no", "Ola Vik").name == "Ola Vik"


def test_without_an_address_two_of_the_same_name_are_two() -> None:
    assert people.find_or_make("", "Ola Vik") != people.find_or_make(None, "Ola Vik")


def test_nobody_can_sign_in_with_a_password_as_a_person_who_was_only_written_down() -> None:
    assert not people.find_or_make("kari.nes@eksempel.no").has_usable_password()
