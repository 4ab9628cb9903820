"""The pages about people: joining, colleagues, invitations, staff roles, the profile, and what is kept about me."""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.people import (
    INDRE_FOSEN,
    TRONDELAG,
    VESTLAND,
    administrator,
    adviser,
    contact,
    place,
    session_cookie,
    somebody,
    with_role,
)
from vardevei.core.models import Letter, Person
from vardevei.core.personal import holding
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import erasures, invitations, joining
from vardevei.organisations.models import Invitation, JoinRequest, Role
from vardevei.web.member.privacy.shown import TABLES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
FOLK = f"/min-side/kommune/{INDRE_FOSEN}/folk/"


def browser(person: Person | None) -> Client:
    """A browser that the person is signed in with."""
    client = Client()
    if person:
        cookie = session_cookie(person)
        client.cookies[cookie["name"]] = cookie["value"]
    return client


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return " ".join(answer.content.decode().split())


def test_asking_is_one_form_and_afterwards_the_page_says_that_it_waits() -> None:
    per = browser(somebody("Per Lund"))

    answer = per.post(
        "/min-side/bli-med/", {"place": "Leksvik", "role": "member", "reason": "Ny på næring"}, follow=True
    )

    page = answer.content.decode()
    assert "Du venter på svar</h1>" in page
    assert "<b>Indre Fosen</b>" in page
    assert JoinRequest.objects.get().organisation == place(INDRE_FOSEN)


def test_a_no_without_a_word_is_told_on_the_form_and_a_yes_makes_a_colleague() -> None:
    request = joining.ask(somebody("Per Lund"), place(INDRE_FOSEN), kinds.MEMBER, reason="Ny")
    kari = browser(contact())
    address = f"/min-side/foresporsler/{request.pk}/"

    refused = kari.post(address, {"answer": "", "answer_is": "no"}).content.decode()
    accepted = kari.post(address, {"answer": "Velkommen"}, follow=True).content.decode()

    assert "«Si nei» trenger en begrunnelse." in refused
    assert "Per Lund" in accepted
    assert "Kari Nes" in accepted


@pytest.mark.parametrize(
    ("who", "sees", "edits"),
    [
        (lambda: contact(), 200, True),
        (lambda: adviser(), 200, True),
        (lambda: with_role(kinds.DECISION_MAKER, TRONDELAG), 200, False),
        (lambda: adviser(VESTLAND), 403, False),
        (lambda: contact("5001"), 403, False),
        (lambda: somebody("En Annen"), 403, False),
        (lambda: None, 302, False),
    ],
    ids=["own", "own county", "decision maker", "another county", "another municipality", "no role", "signed out"],
)
def test_who_sees_the_people_of_a_municipality(who, sees: int, edits: bool) -> None:
    with_role(kinds.MEMBER, INDRE_FOSEN, "Per Lund")

    answer = browser(who()).get(FOLK)

    assert answer.status_code == sees
    assert ("Per Lund" in answer.content.decode()) is (sees == 200)
    assert ("/folk/inviter/" in answer.content.decode()) is edits


def test_the_list_asks_as_often_for_three_as_for_one(django_assert_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    kari = browser(contact())
    kari.get(FOLK)
    with CaptureQueriesContext(connection) as one:
        kari.get(FOLK)
    for name in ("Per Lund", "Eva Berg"):
        with_role(kinds.MEMBER, INDRE_FOSEN, name)
        invitations.send(
            f"{name[:3]}@ny.example", kinds.MEMBER, place(INDRE_FOSEN), by=Person.objects.get(name="Kari Nes")
        )
        joining.ask(somebody(f"{name} den yngre"), place(INDRE_FOSEN), kinds.MEMBER)

    with django_assert_num_queries(len(one)):
        kari.get(FOLK)


def test_a_link_in_a_letter_is_opened_and_accepted_by_one_press() -> None:
    invitations.send("per.lund@eksempel.no", kinds.MEMBER, place(INDRE_FOSEN), by=contact(), name="Per Lund")
    link = re.search(r"/konto/invitasjon/[\w-]+/", Letter.objects.get().body)[0]  # type: ignore[index]
    visitor = Client()

    page = text(visitor, link)
    answer = visitor.post(link, {"name": "Per Lund"})

    assert "Vil du være medarbeider ved Indre Fosen?" in page
    assert 'value="Per Lund"' in page
    assert (answer.status_code, answer["Location"]) == (302, "/min-side/")
    assert Role.objects.filter(person__email="per.lund@eksempel.no").count() == 1
    assert "Invitasjonen er brukt" in text(Client(), link)


def test_the_links_page_is_never_kept_by_anyone_on_the_way() -> None:
    invitations.send("per.lund@eksempel.no", kinds.MEMBER, place(INDRE_FOSEN), by=contact())
    link = re.search(r"/konto/invitasjon/[\w-]+/", Letter.objects.get().body)[0]  # type: ignore[index]

    assert "no-store" in Client().get(link)["Cache-Control"]


def test_a_no_by_the_link_needs_no_account() -> None:
    invitations.send("per.lund@eksempel.no", kinds.MEMBER, place(INDRE_FOSEN), by=contact())
    link = re.search(r"/konto/invitasjon/[\w-]+/", Letter.objects.get().body)[0]  # type: ignore[index]

    page = Client().post(link, {"answer": "no"}, follow=True).content.decode()

    assert "Du har takket nei" in page
    assert not Person.objects.filter(email="per.lund@eksempel.no").exists()


def test_somebody_elses_invitation_is_not_found_by_its_number() -> None:
    one = invitations.send("per.lund@eksempel.no", kinds.MEMBER, place(INDRE_FOSEN), by=contact())

    assert browser(somebody("En Annen")).get(reverse("invitation", args=[one.pk])).status_code == 404
    assert browser(somebody("Per Lund")).get(reverse("invitation", args=[one.pk])).status_code == 200


def test_the_last_one_is_warned_before_leaving() -> None:
    kari = contact()
    page = text(browser(kari), f"{FOLK}{kari.pk}/slutt/")

    assert "Du er den siste" in page
    assert "Inviter en kollega først" in page


def test_the_administrator_sees_all_staff_gives_a_role_and_cannot_end_the_last_administrator() -> None:
    anne = administrator()
    adviser()
    admin = browser(anne)

    listed = text(admin, "/min-side/roller/")
    wrong = admin.post(
        "/min-side/roller/gi/", {"email": "ny@eksempel.no", "role": "adviser", "place": "-"}
    ).content.decode()
    admin.post("/min-side/roller/gi/", {"email": "ny@eksempel.no", "role": "adviser", "place": TRONDELAG})
    last = text(admin, f"/min-side/roller/{Role.objects.get(person=anne).pk}/avslutt/")

    assert listed.index("Anne Admin") < listed.index("Ola Vik")
    assert "Denne rollen gis i et fylke. Velg hvilket." in wrong
    assert Invitation.objects.get().organisation == place(TRONDELAG)
    assert "Dette er den siste administratoren." in last


@pytest.mark.parametrize("path", ["/min-side/roller/", "/min-side/roller/gi/"])
def test_staff_roles_are_for_administrators(path: str) -> None:
    assert browser(adviser()).get(path).status_code == 403


def test_the_profile_is_what_others_see() -> None:
    kari = contact()
    told = {"name": "Kari Nes Hansen", "title": "Næringssjef", "phone": "999", "form": "nn"}

    browser(kari).post("/min-side/profil/", told)

    kari.refresh_from_db()
    assert (kari.name, kari.phone, kari.form, kari.no_news_since is None) == ("Kari Nes Hansen", "999", "nn", False)
    assert Role.objects.get(person=kari).title == "Næringssjef"


def test_every_table_that_holds_personal_data_has_a_name_on_the_page() -> None:
    """A new table: put its words in web/member/privacy/shown.py."""
    assert {model._meta.label for model in holding()} - set(TABLES) == set()


def test_a_person_sees_all_that_is_kept_and_takes_it_out_and_secrets_are_not_shown() -> None:
    kari, per = contact(), somebody("Per Lund")
    kari.set_password("hemmelig-passord-her")
    kari.save()
    joining.ask(per, place(INDRE_FOSEN), kinds.MEMBER, reason="Slekt og venner")
    client = browser(kari)

    page = text(client, "/min-side/det-vi-har/")
    packed = ZipFile(BytesIO(client.post("/min-side/det-vi-har/hent/").content))
    told = json.loads(packed.read("vardevei.json"))

    assert "kari.nes@eksempel.no" in page
    assert "Finnes, men vises ikke" in page
    assert kari.password not in page + packed.read("vardevei.html").decode() + json.dumps(told)
    assert {part["code"] for part in told["parts"]} >= {
        "core.Person",
        "organisations.Role",
        "core.Letter",
        "core.LogEntry",
    }
    assert "kari.nes@eksempel.no" in packed.read("vardevei.html").decode()


def test_a_draft_is_among_what_is_kept_and_is_called_by_the_name_of_its_form() -> None:
    client = browser(contact())
    ticket = re.search('name="_form" value="([^"]+)"', text(client, "/min-side/profil/"))
    assert ticket is not None

    client.post("/min-side/profil/", {"_form": ticket[1], "name": "", "phone": "916 00 000"})

    assert "phone: 916 00 000" in text(client, "/min-side/det-vi-har/")
    assert "Profil</a> «916 00 000»" in text(client, "/min-side/")


def test_nothing_of_somebody_else_is_in_it() -> None:
    kari, per = contact(), somebody("Per Lund")
    request = joining.ask(per, place(INDRE_FOSEN), kinds.MEMBER, reason="Bare til den som svarer")
    joining.decline(request, by=kari, answer="Nei")

    answered = next(part for part in _told(kari) if part["code"] == "organisations.JoinRequest")

    assert (answered["count"], answered["rows"]) == (1, [])


def _told(person: Person) -> list[dict]:
    packed = ZipFile(BytesIO(browser(person).post("/min-side/det-vi-har/hent/").content))
    return json.loads(packed.read("vardevei.json"))["parts"]


def test_erased_at_once_signed_out_and_told_so() -> None:
    kari = contact()
    client = browser(kari)

    page = client.post("/min-side/det-vi-har/slett/", {"sure": "on"}).content.decode()

    kari.refresh_from_db()
    assert "Du er slettet" in page
    assert kari.erased_at
    assert client.get("/min-side/").status_code == 302


def test_staff_wait_for_the_administrator_who_answers_from_the_start_page() -> None:
    ola, anne = adviser(), administrator()

    page = browser(ola).post("/min-side/det-vi-har/slett/", {"sure": "on"}, follow=True).content.decode()
    request = erasures.waits_for(ola)
    assert request
    admin = browser(anne)
    waits = text(admin, "/min-side/")
    admin.post(f"/min-side/sletting/{request.pk}/", {"why": ""})

    ola.refresh_from_db()
    assert "Du har bedt om å bli slettet" in page
    assert "Ola Vik ber om å bli slettet." in waits
    assert ola.erased_at
    assert timezone.localdate(ola.erased_at) == timezone.localdate()
