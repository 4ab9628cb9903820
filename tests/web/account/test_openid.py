"""OpenID Connect against a real provider on loopback, from the first visit to the second."""

import logging
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.mail import free_port
from tests.people import adviser, somebody
from tests.web.account.conftest import KARI, NAMELESS, NUMBERED, PID, use
from tests.web.account.letters import path_sent_to
from tests.web.account.test_second_factor import code
from vardevei.core.domain import second_factor
from vardevei.core.models import LogEntry, Person
from vardevei.web.account.openid import claims

pytestmark = pytest.mark.django_db
EMAIL = "kari.nes@eksempel.no"


def begin(client: Client, **more: str) -> str:
    """Press the provider's button; the address the browser is sent to."""
    return client.post(reverse("openid-start", args=["prove"]), more).headers["Location"]


def come_back(client: Client, sub: str, **more: str) -> object:
    """Sign in at the provider as somebody, and come back with what it gave."""
    answer = requests.post(begin(client, **more), data={"sub": sub}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def signed_in_as(client: Client) -> str | None:
    return Person.objects.filter(pk=client.session.get("_auth_user_id")).values_list("email", flat=True).first()


def test_browser_is_sent_with_pkce_state_and_nonce_and_one_return_address(client, provider, settings) -> None:
    client.cookies["django_language"] = "nn"
    asked = parse_qs(urlsplit(begin(client)).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert all(len(asked[name][0]) > 10 for name in ("code_challenge", "state", "nonce"))
    assert asked["redirect_uri"] == [f"{settings.VARDEVEI['address']}/konto/inn/prove/tilbake/"]


def test_first_time_an_address_is_asked_for_and_proved_and_then_the_key_is_enough(client, provider) -> None:
    kari = somebody("Kari Nes")

    first = come_back(client, KARI.sub, next="/om/")

    # The provider says an address that Kari has. That proves nothing.
    assert first.headers["Location"] == reverse("vouched-for")
    assert signed_in_as(client) is None
    assert not SocialAccount.objects.exists()

    client.post(reverse("vouched-for"), {"email": EMAIL})
    pressed = client.post(path_sent_to(EMAIL))
    assert pressed.headers["Location"] == "/om/"
    assert SocialAccount.objects.get().user == kari

    later = Client()
    assert come_back(later, KARI.sub, next="/om/").headers["Location"] == "/om/"
    assert signed_in_as(later) == EMAIL


def test_reader_comes_back_to_her_own_language(client, provider) -> None:
    asked = client.post("/nn/konto/inn/prove/ut/").headers["Location"]
    back = urlsplit(requests.post(asked, data={"sub": KARI.sub}, allow_redirects=False, timeout=5).headers["Location"])

    assert client.get(f"{back.path}?{back.query}").headers["Location"] == "/nn/konto/inn/ny/"


def test_link_opened_in_another_browser_signs_in_and_connects_nothing(client, provider) -> None:
    """Else somebody could send her own sign-in to a person she wants to be, and wait for a press."""
    somebody("Kari Nes")
    come_back(client, KARI.sub)
    client.post(reverse("vouched-for"), {"email": EMAIL})

    other = Client()
    other.post(path_sent_to(EMAIL))

    assert signed_in_as(other) == EMAIL
    assert not SocialAccount.objects.exists()


@pytest.mark.usefixtures("_register")
def test_mailbox_and_a_provider_do_not_get_past_the_app_of_staff(client, provider) -> None:
    """Somebody has got into Ola's mailbox, and has a sign-in of their own at the provider."""
    ola, secret = adviser(), second_factor.new_secret()
    second_factor.set_up(ola, secret, code(secret))
    come_back(client, KARI.sub)
    client.post(reverse("vouched-for"), {"email": ola.email})

    pressed = client.post(path_sent_to(ola.email))

    assert pressed.headers["Location"] == reverse("second-factor")
    assert (signed_in_as(client), SocialAccount.objects.count()) == (None, 0)

    # Ola himself has the app: what he asked for is done when the code is shown.
    shown = client.post(reverse("second-factor"), {"code": code(secret, 1)})
    assert client.get(shown.headers["Location"]).headers["Location"] == reverse("account")
    assert SocialAccount.objects.get().user == ola
    assert client.get(reverse("vouched-for")).headers["Location"] == reverse("account_login")


def test_no_national_identity_number_is_kept_anywhere(client, provider, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    come_back(client, KARI.sub)
    client.post(reverse("vouched-for"), {"email": EMAIL})
    client.post(path_sent_to(EMAIL), {"name": "Kari Nes"})
    come_back(client, KARI.sub)

    kept = SocialAccount.objects.get()
    assert (kept.provider, kept.uid, kept.extra_data) == ("prove", KARI.sub, {})
    assert not SocialToken.objects.exists()
    sessions = [str(row.get_decoded()) for row in Session.objects.all()]
    rows = [str(vars(row)) for model in (Person, LogEntry, SocialAccount) for row in model.objects.all()]
    assert [text for text in [*sessions, *rows] if PID in text] == []
    ours = [record for record in caplog.records if not record.name.startswith(("oidc", "werkzeug"))]
    assert [record.getMessage() for record in ours if PID in record.getMessage()] == []


def test_provider_that_names_people_by_their_national_number_is_refused(client, provider) -> None:
    answer = come_back(client, NUMBERED.sub)

    assert answer.status_code == 400
    assert "Tjenesten kaller personer ved fødselsnummer" in answer.content.decode()
    assert PID not in answer.content.decode()


@pytest.mark.parametrize(("text", "is_one"), [(PID, True), ("12345678901", False), ("2307942193", False), ("", False)])
def test_national_numbers_are_known_by_their_check_digits(text: str, is_one: bool) -> None:
    assert claims.is_national_number(text) is is_one


def test_provider_without_an_address_leads_to_the_page_that_asks_for_one(client, provider) -> None:
    come_back(client, NAMELESS.sub)

    client.post(reverse("vouched-for"), {"email": "ny.her@eksempel.no"})
    client.post(path_sent_to("ny.her@eksempel.no"), {"name": "Ny Her"})

    assert SocialAccount.objects.get().user.email == "ny.her@eksempel.no"


def test_organisation_number_is_a_suggestion_and_gives_no_role(client, provider) -> None:
    come_back(client, NAMELESS.sub)
    client.post(reverse("vouched-for"), {"email": EMAIL})
    client.post(path_sent_to(EMAIL), {"name": "Kari Nes"})

    assert "Det gir ingen rolle her" in client.get(reverse("account")).content.decode()
    assert not Person.objects.get().roles.exists()


@pytest.mark.usefixtures("_register")
def test_staff_who_come_by_the_provider_are_not_asked_for_a_code(client, provider) -> None:
    ola = adviser()
    SocialAccount.objects.create(provider="prove", uid=KARI.sub, user=ola)

    come_back(client, KARI.sub)

    assert signed_in_as(client) == ola.email
    assert client.get(reverse("start")).status_code == 200


def test_closed_account_is_not_let_in_by_the_provider(client, provider) -> None:
    SocialAccount.objects.create(provider="prove", uid=KARI.sub, user=somebody("Kari Nes", is_active=False))

    assert come_back(client, KARI.sub).status_code == 403
    assert signed_in_as(client) is None


def test_whoever_is_signed_in_connects_and_disconnects_on_the_account_page(client, provider) -> None:
    kari = somebody("Kari Nes")
    client.force_login(kari)

    assert come_back(client, KARI.sub, connect="1").headers["Location"] == reverse("account")
    assert SocialAccount.objects.get().user == kari

    client.post(reverse("openid-disconnect", args=["prove"]))
    assert not SocialAccount.objects.exists()
    assert set(LogEntry.objects.values_list("act", flat=True)) >= {"provider-connected", "provider-disconnected"}


def test_last_way_in_is_never_taken_away(client, provider) -> None:
    nobody = somebody("Uten Adresse", email=None)
    SocialAccount.objects.create(provider="prove", uid=KARI.sub, user=nobody)
    client.force_login(nobody)

    answer = client.post(reverse("openid-disconnect", args=["prove"]))

    assert answer.status_code == 409
    assert SocialAccount.objects.exists()


def test_sign_in_that_belongs_to_another_is_not_taken_over(client, provider) -> None:
    SocialAccount.objects.create(provider="prove", uid=KARI.sub, user=somebody("Kari Nes"))
    client.force_login(somebody("Ola Vik"))

    assert come_back(client, KARI.sub, connect="1").status_code == 409


def test_answer_nobody_asked_for_is_refused(client, provider) -> None:
    somebody_elses = requests.post(begin(Client()), data={"sub": KARI.sub}, allow_redirects=False, timeout=5)
    back = urlsplit(somebody_elses.headers["Location"])

    answer = client.get(f"{back.path}?{back.query}")

    assert answer.status_code == 400
    assert "Du ble ikke logget inn." in answer.content.decode()


def test_answer_to_another_question_is_refused(client, provider) -> None:
    asked = begin(client)
    forged = asked.replace(parse_qs(urlsplit(asked).query)["nonce"][0], "somebody-elses-nonce")
    back = urlsplit(requests.post(forged, data={"sub": KARI.sub}, allow_redirects=False, timeout=5).headers["Location"])

    assert client.get(f"{back.path}?{back.query}").status_code == 400


def test_cancelling_leads_to_a_page_that_says_so(client, provider) -> None:
    denied = requests.post(begin(client), data={"action": "deny"}, allow_redirects=False, timeout=5)
    back = urlsplit(denied.headers["Location"])

    answer = client.get(f"{back.path}?{back.query}")

    assert "Innloggingen ble avbrutt." in answer.content.decode()


def test_provider_that_is_down_is_told_of(client, provider, settings) -> None:
    use(settings, [replace(provider, issuer=f"http://localhost:{free_port()}")])

    assert client.post(reverse("openid-start", args=["prove"])).status_code == 503


def test_level_below_what_is_asked_for_is_refused(client, provider, settings) -> None:
    use(settings, [replace(provider, levels=("idporten-loa-high",))])

    assert come_back(client, KARI.sub).status_code == 403


def test_forms_may_only_be_sent_to_us_and_to_the_configured_providers(client, provider, oidc) -> None:
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]

    assert f"form-action 'self' {oidc.issuer}" in policy


def test_without_providers_there_are_no_buttons_and_no_addresses(client) -> None:
    html = client.get(reverse("account_login")).content.decode()

    assert "Eller logg inn med" not in html
    assert client.post(reverse("openid-start", args=["prove"])).status_code == 404
    assert client.get(reverse("openid_connect_callback", args=["prove"])).status_code == 404
