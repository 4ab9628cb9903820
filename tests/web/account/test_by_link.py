"""Signing in by a link: an address, a letter, one press."""

from datetime import timedelta

import pytest
from django.conf import settings as site
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.people import contact, somebody
from tests.web.account.letters import path_sent_to
from vardevei.core.domain import sending, sign_in_links
from vardevei.core.models import Letter, LogEntry, Person, SignInLink

pytestmark = pytest.mark.django_db
KARI = "kari.nes@eksempel.no"


def ask(client: Client, email: str = KARI, next: str = "") -> str:
    """Ask for a link on the page; the path that the letter carries."""
    client.post(reverse("account_login"), {"email": email, "how": "link", "next": next})
    return path_sent_to(email)


def signed_in_as(client: Client) -> str | None:
    return Person.objects.filter(pk=client.session.get("_auth_user_id")).values_list("email", flat=True).first()


def test_link_lets_in_after_one_press_and_leads_to_where_she_was_going(client) -> None:
    somebody("Kari Nes")
    path = ask(client, next="/nn/min-side/?fane=brev")

    opened = client.get(path)
    assert opened.status_code == 200
    assert signed_in_as(client) is None  # a scanner that opens the link has done nothing

    pressed = client.post(path)

    assert pressed.headers["Location"] == "/nn/min-side/?fane=brev"
    assert signed_in_as(client) == KARI


def test_link_works_on_another_device_and_only_once(client) -> None:
    somebody("Kari Nes")
    path, phone = ask(client), Client()

    assert phone.post(path).status_code == 302
    assert signed_in_as(phone) == KARI
    assert signed_in_as(client) is None

    late = client.post(path)
    assert late.status_code == 410
    assert "Denne lenken er brukt." in late.content.decode()


def test_second_of_two_presses_lands_where_the_first_did(client) -> None:
    somebody("Kari Nes")
    path = ask(client, next="/om/")
    client.post(path)

    assert client.post(path).headers["Location"] == "/om/"
    assert LogEntry.objects.filter(act="signed-in").count() == 1


def test_link_ends_after_fifteen_minutes(client) -> None:
    somebody("Kari Nes")
    path = ask(client)
    past = timezone.now() - timedelta(minutes=16)
    SignInLink.objects.update(made_at=past, expires_at=past + sign_in_links.LASTS)

    answer = client.get(path)

    assert answer.status_code == 410
    assert "Denne lenken er for gammel." in answer.content.decode()


def test_made_up_link_opens_nothing(client) -> None:
    assert client.post(reverse("sign-in-link", args=["x" * 43])).status_code == 404


def test_the_secret_lies_nowhere_but_in_the_letter(client) -> None:
    path = ask(client)
    token = path.rstrip("/").rpartition("/")[2]

    kept = SignInLink.objects.get()
    assert token not in str(vars(kept))
    assert Letter.objects.get().secrets == [f"{site.VARDEVEI['address']}{path}"]


def test_address_that_nobody_has_gets_the_same_answer_and_the_same_work(client) -> None:
    somebody("Kari Nes")

    known = client.post(reverse("account_login"), {"email": KARI, "how": "link"}, follow=True)
    unknown = Client().post(reverse("account_login"), {"email": "ny.her@eksempel.no", "how": "link"}, follow=True)

    assert known.content.decode().replace(KARI, "…") == unknown.content.decode().replace("ny.her@eksempel.no", "…")
    assert Letter.objects.filter(urgent=True).count() == 2
    assert Person.objects.count() == 1


def test_newcomer_becomes_a_person_by_confirming_and_saying_her_name(client) -> None:
    path = ask(client, "ny.her@eksempel.no")

    assert client.post(path, {"name": ""}).status_code == 200
    assert not Person.objects.exists()

    client.post(path, {"name": "Ny Her"})

    assert Person.objects.get().name == "Ny Her"
    assert signed_in_as(client) == "ny.her@eksempel.no"


def test_closed_account_is_never_let_in(client) -> None:
    somebody("Kari Nes", is_active=False)

    answer = client.post(ask(client))

    assert answer.status_code == 403
    assert signed_in_as(client) is None


def test_erased_person_is_never_let_in_and_a_running_session_ends(client) -> None:
    kari = somebody("Kari Nes")
    path = ask(client)
    client.post(path)
    Person.objects.filter(pk=kari.pk).update(email=None, name="", erased_at=timezone.now())

    assert client.get("/min-side/").status_code == 302


@pytest.mark.parametrize("next", ["https://ond.example/", "//ond.example/", "/\\ond.example", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client, next: str) -> None:
    somebody("Kari Nes")

    assert client.post(ask(client, next=next)).headers["Location"] == reverse("start")


@pytest.mark.usefixtures("_register")
def test_contact_of_a_municipality_is_not_asked_for_a_code(client) -> None:
    contact()

    client.post(ask(client))

    assert signed_in_as(client) == KARI


def test_letter_is_written_in_the_language_of_the_page(client) -> None:
    client.post("/nn/konto/inn/", {"email": KARI, "how": "link"})

    letter = Letter.objects.get()
    assert letter.subject == "Lenkje for å logge inn i Vardevei"
    assert path_sent_to(KARI).startswith("/nn/konto/inn/lenke/")


def test_paths_in_letters_are_those_of_the_pages() -> None:
    with override("nb"):
        assert sign_in_links.PATH.format(token="x") == reverse("sign-in-link", args=["x"])
        assert sign_in_links.NEW_ADDRESS_PATH.format(token="x") == reverse("new-address-link", args=["x"])


def test_sign_in_page_is_never_remembered_for_another_visitor(client) -> None:
    first, second = client.get("/konto/inn/"), Client().get("/konto/inn/")

    assert "no-store" in first.headers["Cache-Control"]
    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value


def test_signing_out_is_a_press_and_not_an_address(client) -> None:
    client.force_login(somebody("Kari Nes"))

    assert client.get(reverse("sign-out")).status_code == 405
    assert signed_in_as(client) == KARI

    client.post(reverse("sign-out"))
    assert signed_in_as(client) is None
    assert client.cookies["sessionid"].value == ""


def test_letter_reaches_the_mail_server_at_once_and_its_link_is_not_kept(client, mail_server) -> None:
    path = ask(client)

    assert sending.send_waiting().sent == 1

    assert path in mail_server.letters[0].get_body(["plain"]).get_content()
    assert path not in Letter.objects.get().body
    assert client.get(path).status_code == 200
