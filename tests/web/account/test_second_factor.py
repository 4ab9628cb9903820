"""A code from an app for staff who sign in by link or password; nobody else is asked."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.people import adviser, contact, somebody
from tests.web.account.letters import path_sent_to
from vardevei.core.domain import second_factor
from vardevei.core.models import LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import roles
from vardevei.organisations.roles import ROLES, STAFF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
OLA = "ola.vik@eksempel.no"


def code(secret: str, ahead: int = 0) -> str:
    """What the app shows now, or will show some half-minutes ahead."""
    return format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + ahead))


def come_by_link(client: Client, email: str = OLA, next: str = "") -> str:
    """Sign in by link; where that led."""
    client.post(reverse("account_login"), {"email": email, "how": "link", "next": next})
    return client.post(path_sent_to(email)).headers["Location"]


def signed_in_as(client: Client) -> str | None:
    return Person.objects.filter(pk=client.session.get("_auth_user_id")).values_list("email", flat=True).first()


def test_every_role_outside_a_municipality_is_staff() -> None:
    assert [role.code for role in ROLES if role not in STAFF] == ["contact", "member"]


def test_staff_set_it_up_before_they_are_in_and_then_go_where_they_were_going(client) -> None:
    adviser()

    assert come_by_link(client, next="/min-side/") == reverse("second-factor")
    assert signed_in_as(client) is None
    assert client.get("/min-side/").headers["Location"].startswith(reverse("account_login"))

    html = client.get(reverse("second-factor")).content.decode()
    secret = re.search(r'class="secret"[^>]*>([A-Z2-7 ]+)<', html)[1]
    assert 'src="data:image/svg+xml;base64,' in html
    done = client.post(reverse("second-factor"), {"code": code(secret)})

    assert signed_in_as(client) == OLA
    assert done.headers["Location"] == reverse("paper-codes")
    assert client.post(reverse("paper-codes")).headers["Location"] == "/min-side/"


def test_codes_on_paper_are_shown_once_and_can_be_kept_as_a_file(client) -> None:
    adviser()
    come_by_link(client)
    secret = client.get(reverse("second-factor")).context["secret"]
    client.post(reverse("second-factor"), {"code": code(secret)})

    codes = client.get(reverse("paper-codes")).context["codes"]
    file = client.get(reverse("paper-codes") + "?fil")
    assert len(codes) == 10
    assert all(one in file.content.decode() for one in codes)
    assert file.headers["Content-Disposition"] == 'attachment; filename="vardevei.txt"'

    client.post(reverse("paper-codes"))
    assert client.get(reverse("paper-codes")).headers["Location"] == reverse("account")


def with_app(client: Client) -> tuple[Person, str]:
    """Staff who set it up some time ago, and the secret in the app."""
    ola, secret = adviser(), second_factor.new_secret()
    second_factor.set_up(ola, secret, code(secret))
    return ola, secret


def test_code_is_asked_for_and_a_wrong_one_is_told_on_the_field(client) -> None:
    _ola, secret = with_app(client)
    assert come_by_link(client) == reverse("second-factor")

    wrong = client.post(reverse("second-factor"), {"code": "000000"})
    assert "Koden stemmer ikke." in wrong.content.decode()
    assert signed_in_as(client) is None

    client.post(reverse("second-factor"), {"code": code(secret, 1)})
    assert signed_in_as(client) == OLA


def half_a_minute_later(person: Person, used: str) -> None:
    """The library has forgotten the code by then, and takes it for a minute more."""
    app = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP).wrap()
    cache.delete(app._get_used_cache_key(used))


def test_the_same_code_does_not_open_twice(client) -> None:
    ola, secret = with_app(client)
    now = code(secret, 1)

    second_factor.check(ola, now)

    for again in (now, f"{now[:3]}-{now[3:]}", f"{now}.", f"\t{now}"):
        half_a_minute_later(ola, now)
        with pytest.raises(Problem, match="not right"):
            second_factor.check(ola, again)


def test_secret_that_somebody_else_was_shown_in_this_browser_is_not_hers(client) -> None:
    adviser()
    adviser(name="Eva Berg")
    come_by_link(client)
    seen = client.get(reverse("second-factor")).context["secret"]

    come_by_link(client, "eva.berg@eksempel.no")

    assert client.get(reverse("second-factor")).context["secret"] != seen


def test_code_on_paper_opens_once(client) -> None:
    ola, _secret = with_app(client)
    paper = second_factor.paper_codes(ola)[0]
    come_by_link(client)

    client.post(reverse("second-factor"), {"code": paper})

    assert signed_in_as(client) == OLA
    assert len(second_factor.paper_codes(ola)) == 9
    with pytest.raises(Problem):
        second_factor.check(ola, paper)


def test_too_many_codes_close_the_way_for_a_while(client) -> None:
    _ola, secret = with_app(client)
    come_by_link(client)
    for number in range(6):
        client.post(reverse("second-factor"), {"code": f"00000{number}"})

    refused = client.post(reverse("second-factor"), {"code": code(secret)})

    assert refused.status_code == 429
    assert "Vent 15 min." in refused.content.decode()
    assert signed_in_as(client) is None
    assert LogEntry.objects.filter(act="locked-out").count() == 1


def test_password_alone_is_not_enough_for_staff(client) -> None:
    ola, _secret = with_app(client)
    ola.set_password("en lang setning som jeg husker")
    ola.save()

    client.post(reverse("password"), {"email": OLA, "password": "en lang setning som jeg husker"})

    assert signed_in_as(client) is None


def test_contact_of_a_municipality_is_never_asked_even_if_she_was_staff_before(client) -> None:
    ola, _secret = with_app(client)
    roles.end(ola.roles.get(), by=None)
    roles.give(kinds.CONTACT, to=ola, at=contact().roles.get().organisation, by=None)

    come_by_link(client)

    assert signed_in_as(client) == OLA


def test_whoever_becomes_staff_while_signed_in_is_asked_at_the_next_page(client) -> None:
    kari = somebody("Kari Nes")
    come_by_link(client, "kari.nes@eksempel.no")
    assert client.get("/min-side/").status_code == 200
    roles.give(kinds.ADVISER, to=kari, at=adviser().roles.get().organisation, by=None)

    assert client.get("/min-side/").headers["Location"].startswith(reverse("second-factor"))
    assert client.get(reverse("second-factor")).status_code == 200


def test_reset_is_logged_and_lets_the_person_set_it_up_anew(client) -> None:
    ola, _secret = with_app(client)

    assert second_factor.reset(ola, by=None, why="Mistet telefonen")

    assert LogEntry.objects.get(act="second-factor-reset").why == "Mistet telefonen"
    come_by_link(client)
    assert "Sett opp innlogging med kode" in client.get(reverse("second-factor")).content.decode()


def test_new_codes_on_paper_close_the_old_ones(client) -> None:
    ola, _secret = with_app(client)
    old = second_factor.paper_codes(ola)
    client.force_login(ola)

    assert client.post(reverse("new-paper-codes")).headers["Location"] == reverse("paper-codes")

    assert not set(old) & set(second_factor.paper_codes(ola))
