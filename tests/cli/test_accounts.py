"""The commands that let the first administrator in, and help when mail or a phone is gone."""

import re
import time

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from tests.people import adviser
from vardevei.cli.main import group
from vardevei.core.domain import second_factor
from vardevei.core.models import LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
SETUP = ["setup", "--county", "50", "--name", "Anne Admin", "--email", "anne@eksempel.no"]


def run(*words: str, typed: str = "") -> str:
    """What the command printed; a Problem is raised as it is."""
    done = CliRunner().invoke(group, words, input=typed)
    if done.exception:
        raise done.exception
    return done.output


def link_in(printed: str) -> str:
    return re.search(r"https?://[^/\s]+(/\S+)", printed)[1]


def test_setup_makes_an_administrator_who_is_editor_in_the_county_and_gets_in(client) -> None:
    printed = run(*SETUP)

    assert "Anne Admin is administrator, and editor in Trøndelag." in printed
    assert set(Role.objects.values_list("code", "organisation__name")) == {
        ("administrator", None),
        ("editor", "Trøndelag"),
    }
    assert client.post(link_in(printed)).headers["Location"] == reverse("second-factor")


def test_setup_asks_for_what_is_not_given() -> None:
    printed = run("setup", typed="trøndelag\nAnne Admin\nanne@eksempel.no\n")

    assert "Your county (name or number):" in printed
    assert Person.objects.get().email == "anne@eksempel.no"


def test_setup_twice_changes_nothing_and_prints_a_new_link() -> None:
    first, second = run(*SETUP), run(*SETUP)

    assert link_in(first) != link_in(second)
    assert (Person.objects.count(), Role.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--county", "Atlantis", "county-unknown"),
        ("--county", "5001", "county-unknown"),
        ("--email", "anne", "address-not-whole"),
        ("--name", " ", "name-missing"),
    ],
)
def test_setup_refuses_nonsense_and_makes_nothing(option: str, value: str, code: str) -> None:
    words = [value if SETUP[number - 1] == option else word for number, word in enumerate(SETUP)]

    with pytest.raises(Problem) as refused:
        run(*words)

    assert refused.value.code == code
    assert not Person.objects.exists()


def test_sign_in_link_is_printed_for_somebody_who_is_there() -> None:
    ola = adviser()

    assert Client().get(link_in(run("sign-in-link", "Ola.Vik@eksempel.no"))).status_code == 200
    with pytest.raises(Problem, match="Nobody has the address"):
        run("sign-in-link", "ingen@eksempel.no")
    Person.objects.filter(pk=ola.pk).update(is_active=False)
    with pytest.raises(Problem, match="Nobody has the address"):
        run("sign-in-link", "ola.vik@eksempel.no")


def test_second_factor_is_reset_and_the_log_says_why() -> None:
    ola, secret = adviser(), second_factor.new_secret()
    second_factor.set_up(ola, secret, second_factor.totp.format_hotp_value(_now(secret)))

    assert "sets it up again" in run("reset-second-factor", "ola.vik@eksempel.no", "--why", "Mistet telefonen")

    assert not second_factor.is_set_up(ola)
    assert LogEntry.objects.get(act="second-factor-reset").why == "Mistet telefonen"
    assert "had not set it up" in run("reset-second-factor", "ola.vik@eksempel.no")


def _now(secret: str) -> int:
    return second_factor.totp.hotp_value(secret, int(time.time()) // 30)
