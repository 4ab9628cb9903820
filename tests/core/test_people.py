"""One human being is one row."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore

from vardevei.core.domain import letters, log, people
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


def test_an_erased_person_is_gone_everywhere_and_what_was_done_still_counts() -> None:
    kari, ola = people.find_or_make("kari.nes@eksempel.no", "Kari Nes"), people.find_or_make("ola.vik@eksempel.no")
    EmailAddress.objects.create(user=kari, email=kari.email, verified=True, primary=True)
    session = SessionStore()
    session.create()
    UserSession.objects.create(user=kari, session_key=session.session_key, ip="127.0.0.1", user_agent="Firefox")
    letter = letters.write("mail-test", to=kari, form="nb", by=ola)
    done = log.write("tried", "{who} prøvde.", by=kari, who=kari)

    people.erase(kari, by=kari, why="")

    kari.refresh_from_db()
    letter.refresh_from_db()
    assert (kari.name, kari.email, kari.is_active) == ("", None, False)
    assert not EmailAddress.objects.exists()
    assert not UserSession.objects.exists()
    assert not session.exists(session.session_key)
    assert (letter.to, letter.address, letter.state) == (None, "", "failed")
    assert [sentence for _entry, sentence in log.sentences([done])] == ["en slettet person prøvde."]
    assert everything_written_down().find("kari") == -1
    assert Person.objects.count() == 2


def everything_written_down() -> str:
    """All values of all tables, in small letters."""
    tables = (model._default_manager.values_list() for model in apps.get_models())
    return str([list(rows) for rows in tables]).lower()
