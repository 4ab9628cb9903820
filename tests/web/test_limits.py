"""How often somebody may try, counted for each address and each account."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.people import somebody
from tests.web.account.letters import path_sent_to
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.web import limits
from vardevei.web.limits import Limit

pytestmark = pytest.mark.django_db
KARI, LONG = "kari.nes@eksempel.no", "en lang setning som jeg husker"
TWICE = Limit("for-a-test", 2, 10)


def from_address(number: int) -> Client:
    return Client(REMOTE_ADDR=f"192.0.2.{number}")


def try_password(client: Client, password: str) -> int:
    return client.post(reverse("password"), {"email": KARI, "password": password}).status_code


def test_third_try_of_two_is_refused_and_told_how_long_it_lasts() -> None:
    limits.count(TWICE, "kari")
    limits.count(TWICE, "Kari ")

    with pytest.raises(Problem) as refused:
        limits.count(TWICE, "kari")

    assert refused.value.code == "too-many-tries"
    assert refused.value.values["minutes"] == 10
    limits.count(TWICE, "ola")


def test_right_try_takes_back_itself_and_not_the_wrong_ones() -> None:
    limits.count(TWICE, "kari")
    limits.count(TWICE, "kari")
    limits.forgive(TWICE, "kari")

    limits.count(TWICE, "kari")

    with pytest.raises(Problem):
        limits.count(TWICE, "kari")


def test_passwords_of_an_account_are_closed_from_everywhere_and_the_link_still_works() -> None:
    kari = somebody("Kari Nes")
    kari.set_password(LONG)
    kari.save()
    tries = limits.PASSWORDS_OF.tries
    assert {try_password(from_address(number), "feil passord helt") for number in range(tries)} == {200}

    assert try_password(from_address(99), LONG) == 429

    assert LogEntry.objects.filter(act="locked-out").count() == 1
    client = from_address(99)
    client.post(reverse("account_login"), {"email": KARI, "how": "link"})
    assert client.post(path_sent_to(KARI)).status_code == 302


def test_address_that_tries_many_accounts_is_closed_too() -> None:
    client = from_address(7)
    for number in range(limits.PASSWORDS_HERE.tries):
        client.post(reverse("password"), {"email": f"a{number}@eksempel.no", "password": "feil"})

    assert client.post(reverse("password"), {"email": "b@eksempel.no", "password": "feil"}).status_code == 429
    assert from_address(8).post(reverse("password"), {"email": "b@eksempel.no", "password": "feil"}).status_code == 200


def test_nobody_is_flooded_with_links(client) -> None:
    answers = [
        client.post(reverse("account_login"), {"email": KARI, "how": "link"}).status_code
        for _number in range(limits.LINKS_TO.tries + 1)
    ]

    assert answers == [302] * limits.LINKS_TO.tries + [429]
    assert Letter.objects.count() == limits.LINKS_TO.tries


def test_visitor_behind_a_proxy_is_counted_by_her_own_address(settings, rf) -> None:
    forged = rf.post("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "6.6.6.6, 192.0.2.5"})

    assert limits.address_of(forged) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert limits.address_of(forged) == "192.0.2.5"


def test_counts_are_not_crowded_out() -> None:
    assert cache._max_entries >= 100_000
