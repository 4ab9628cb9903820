"""The account page: address, password, sessions."""

import time

import pytest
from django.conf import settings as site
from django.test import Client
from django.urls import reverse

from tests.people import somebody
from tests.web.account.letters import path_sent_to
from vardevei.core.models import Letter, LogEntry, Person

pytestmark = pytest.mark.django_db
KARI, NEW = "kari.nes@eksempel.no", "kari@ny-adresse.no"
LONG = "en lang setning som jeg husker"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1"


def browser(agent: str = FIREFOX) -> Client:
    """A browser in which Kari has signed in by link."""
    client = Client(headers={"user-agent": agent})
    client.post(reverse("account_login"), {"email": KARI, "how": "link"})
    client.post(path_sent_to(KARI))
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def long_ago(client: Client) -> None:
    """The sign-in was more than an hour ago."""
    session = client.session
    session["signed_in"] = {**session["signed_in"], "at": time.time() - 3700}
    session.save()


def test_new_address_is_confirmed_by_a_link_to_it_and_told_to_the_old_one() -> None:
    kari = somebody("Kari Nes")
    client = browser()

    client.post(reverse("new-address"), {"email": NEW})
    kari.refresh_from_db()
    assert kari.email == KARI

    path = path_sent_to(NEW)
    assert client.get(path).status_code == 200
    client.post(path)

    kari.refresh_from_db()
    assert kari.email == NEW
    told = Letter.objects.get(code="address-changed")
    assert (told.address, told.to) == (KARI, kari)
    assert NEW in told.body
    assert client.post(path).status_code == 410


def test_address_that_another_has_is_not_taken_and_not_told_before_the_link() -> None:
    somebody("Kari Nes")
    somebody("Ola Vik", email=NEW)
    client = browser()

    client.post(reverse("new-address"), {"email": NEW})

    assert client.post(path_sent_to(NEW)).status_code == 409
    assert Person.objects.filter(email=KARI).exists()


def test_link_to_a_new_address_signs_nobody_in() -> None:
    somebody("Kari Nes")
    browser().post(reverse("new-address"), {"email": NEW})
    token = path_sent_to(NEW).rstrip("/").rpartition("/")[2]

    stranger = Client()
    stranger.post(reverse("sign-in-link", args=[token]))

    assert not is_in(stranger)
    assert not Person.objects.filter(email=NEW).exists()


def test_password_is_chosen_used_and_taken_away() -> None:
    kari = somebody("Kari Nes")
    client = browser()

    assert client.post(reverse("new-password"), {"password": LONG}).status_code == 302
    assert is_in(client)

    other = Client()
    wrong = other.post(reverse("password"), {"email": KARI, "password": "feil passord helt"})
    assert "E-postadressen eller passordet stemmer ikke." in wrong.content.decode()
    assert (
        other.post(reverse("password"), {"email": KARI, "password": LONG, "next": "/om/"}).headers["Location"] == "/om/"
    )

    client.post(reverse("no-password"))
    kari.refresh_from_db()
    assert not kari.has_usable_password()
    assert not is_in(other)


@pytest.mark.parametrize("weak", ["kort", "passordpassord"[:8], "123456789012", "kari.nes@eksempel.no"])
def test_weak_password_is_refused(weak: str) -> None:
    kari = somebody("Kari Nes")

    answer = browser().post(reverse("new-password"), {"password": weak})

    assert "Nytt passord: Passordet " in answer.content.decode()

    kari.refresh_from_db()
    assert not kari.has_usable_password()


def test_unknown_address_and_wrong_password_get_the_same_answer_and_are_hashed_alike(client) -> None:
    kari = somebody("Kari Nes")
    kari.set_password(LONG)
    kari.save()

    answers = {
        client.post(reverse("password"), {"email": email, "password": "feil passord helt"})
        .content.decode()
        .partition("<main")[2]
        .replace(email, "…")
        .partition("csrf")[0]
        for email in (KARI, "ingen@eksempel.no")
    }

    assert len(answers) == 1


@pytest.mark.parametrize("name", ["new-address", "new-password"])
def test_changes_that_open_the_account_ask_for_a_new_sign_in_after_an_hour(name: str) -> None:
    somebody("Kari Nes")
    client = browser()
    long_ago(client)

    assert client.get(reverse(name)).headers["Location"].startswith(reverse("account_login"))
    assert is_in(client)


def test_sessions_are_listed_with_this_one_marked_and_can_be_ended() -> None:
    somebody("Kari Nes")
    here, phone = browser(), browser(PHONE)

    page = here.get(reverse("account"))
    assert [(place.browser, place.here) for place in page.context["places"]] == [
        ("Firefox, Windows", True),
        ("Safari, iPhone", False),
    ]

    here.post(reverse("end-session"), {"session": page.context["places"][1].id})

    assert not is_in(phone)
    assert is_in(here)
    assert LogEntry.objects.get(act="sessions-ended").values["number"] == 1


def test_all_other_sessions_end_at_once_and_nobody_elses() -> None:
    somebody("Kari Nes")
    ola = Client()
    ola.force_login(somebody("Ola Vik"))
    here, second, third = browser(), browser(PHONE), browser()

    here.post(reverse("end-session"), {"session": "others"})

    assert [is_in(client) for client in (here, second, third, ola)] == [True, False, False, True]


def test_somebody_elses_session_cannot_be_ended() -> None:
    somebody("Kari Nes")
    here = browser()
    number = here.get(reverse("account")).context["places"][0].id
    ola = Client()
    ola.force_login(somebody("Ola Vik"))

    ola.post(reverse("end-session"), {"session": number})

    assert is_in(here)


def test_page_asks_the_database_as_often_for_three_sessions_as_for_one(django_assert_max_num_queries) -> None:
    somebody("Kari Nes")
    here = browser()
    here.get(reverse("account"))
    with django_assert_max_num_queries(20) as one:
        here.get(reverse("account"))
    browser(PHONE)
    browser()

    with django_assert_max_num_queries(20) as three:
        here.get(reverse("account"))

    assert len(three) == len(one)


def test_staff_are_signed_in_for_a_working_day_and_others_for_two_weeks() -> None:
    somebody("Kari Nes")

    assert browser().session.get_expiry_age() == pytest.approx(14 * 24 * 3600, abs=60)
    assert site.SESSION_COOKIE_HTTPONLY


@pytest.mark.parametrize("name", ["account", "new-address", "new-password", "paper-codes", "new-address-sent"])
def test_account_pages_are_for_those_who_are_signed_in(client, name: str) -> None:
    assert client.get(reverse(name)).headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["sign-out", "no-password", "end-session", "new-paper-codes"])
def test_what_changes_something_is_not_an_address_to_open(client, name: str) -> None:
    client.force_login(somebody("Kari Nes"))

    assert client.get(reverse(name)).status_code == 405
