"""Pages of sign-up: without an account, by the link in the letter, for the organiser, and at the door."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.workspaces.signup import making
from vardevei.core.models import Letter
from vardevei.workspaces.domain import attendance, event_invitations, sign_up_keys, sign_up_questions, signups
from vardevei.workspaces.enums import SignUpState as S

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def lead():
    return people.adviser(name="Liv Leder")


@pytest.fixture
def course(lead):
    return making.event(lead, limit=2)


def links(letter: Letter) -> list[str]:
    return [urlsplit(found).path for found in re.findall(r"http://localhost:8000/pamelding/\S+", letter.body)]


def send(client: Client, path: str, **fields: str):
    """The form as a browser sends it, with its ticket."""
    page = client.get(path).content.decode()
    ticket = re.search(r'name="_form" value="([^"]+)"', page)
    return client.post(path, {"_form": ticket[1] if ticket else "", **fields}, follow=True)


def test_a_visitor_signs_up_and_sees_it_and_pressed_twice_is_once(course, client):
    path = f"/arrangement/{course.pk}/meld-pa/"
    page = client.get(path).content.decode()
    ticket = re.search(r'name="_form" value="([^"]+)"', page)[1]
    fields = {"_form": ticket, "name": "Kari Nes", "email": "kari@eksempel.no", "organisation": "Indre Fosen"}

    first, second = client.post(path, fields, follow=True), client.post(path, fields, follow=True)

    assert "Du er påmeldt" in first.content.decode()
    assert second.redirect_chain == first.redirect_chain
    made = course.sign_ups.get()
    assert (made.name, made.where, made.state) == ("Kari Nes", "Indre Fosen", S.SIGNED_UP)


def test_a_stranger_who_knows_an_address_gets_no_link_to_its_sign_up(course, client):
    kari = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")

    page = send(client, f"/arrangement/{course.pk}/meld-pa/", name="En annen", email="kari@eksempel.no")

    assert page.redirect_chain == [(f"/arrangement/{course.pk}/meldt-pa/", 302)]
    assert sign_up_keys.token(kari) not in page.content.decode()
    kari.refresh_from_db()
    assert kari.name == "Kari Nes"


def test_a_stranger_gets_no_link_to_a_sign_up_that_was_taken_back(course, client):
    kari = signups.stay_away(signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no"))

    page = send(client, f"/arrangement/{course.pk}/meld-pa/", name="En annen", email="kari@eksempel.no")

    assert page.redirect_chain == [(f"/arrangement/{course.pk}/meldt-pa/", 302)]
    assert sign_up_keys.token(kari) not in page.content.decode()


def test_whoever_writes_a_members_address_gets_no_more_rights_than_a_stranger(course, lead, client):
    course.sign_up_options.who = "invited"
    course.sign_up_options.save()

    fields = {"name": "En annen", "email": "annen@eksempel.no", "by_name": "Liv Leder", "by_email": lead.email}
    send(client, f"/arrangement/{course.pk}/meld-pa/kollega/", **fields)

    assert not course.sign_ups.exists()


def test_whoever_writes_anothers_address_twice_changes_nothing_that_stands(course, lead, client):
    asked = sign_up_questions.ask(course, kind="text", words="Mat", by=lead)
    kari = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no", answers={asked.pk: "Vegetar"})

    fields = {"name": "Kari Nes", "email": "kari@eksempel.no", "by_name": "Kari Nes", "by_email": "kari@eksempel.no"}
    send(client, f"/arrangement/{course.pk}/meld-pa/kollega/", **fields, **{f"q{asked.pk}": "Kjøtt"})

    assert sign_up_questions.answered(kari) == {asked.pk: "Vegetar"}


def test_a_draft_has_no_page_to_sign_up_on(course, client):
    making.put(course, "draft")

    assert client.get(f"/arrangement/{course.pk}/meld-pa/").status_code == 302


def test_a_name_is_not_a_message(course, client):
    page = send(client, f"/arrangement/{course.pk}/meld-pa/", name="Vinn på http://spam.no", email="kari@eksempel.no")

    assert "Skriv bare navnet her." in page.content.decode()
    assert course.sign_ups.count() == 0


def test_opening_a_link_does_nothing_and_one_press_gives_up_the_place(course):
    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")
    _mine, away = links(making.last_letter(made))
    client = Client(enforce_csrf_checks=True)

    opened = client.get(away)
    made.refresh_from_db()
    assert (opened.status_code, made.state, dict(opened.cookies)) == (200, S.SIGNED_UP, {})
    assert opened["Referrer-Policy"] == "no-referrer"
    pressed = client.post(away, follow=True)

    made.refresh_from_db()
    assert made.state == S.WITHDRAWN
    assert "Du er meldt av" in pressed.content.decode()


def test_an_invitation_is_answered_from_the_mail(course, lead, client):
    kari = people.contact()
    event_invitations.invite(course, event_invitations.contacts_of([people.place(people.INDRE_FOSEN)]), by=lead)
    yes = links(Letter.objects.get(code="event-invitation"))[0]

    assert "Ja, jeg kommer" in client.get(yes).content.decode()
    page = client.post(yes, follow=True)

    assert "Du er påmeldt" in page.content.decode()
    assert signups.of(course, kari).state == S.SIGNED_UP


def test_a_late_yes_is_told_kindly(course, client):
    late = [signups.sign_up(course, name=name, email=f"{name}@eksempel.no") for name in "abcd"][2]
    signups.stay_away(course.sign_ups.get(name="a"))
    making.offer_ran_out(late)

    page = client.post(sign_up_keys.path(late, "kommer"), follow=True).content.decode()

    assert "Du er nummer 1 på ventelisten" in page
    assert "Du svarte etter fristen, og plassen var gitt til den neste." in page


def test_a_colleague_is_signed_up_by_somebody_without_an_account(course, client):
    fields = {"name": "Kari Nes", "email": "kari@eksempel.no", "by_name": "Ola Vik", "by_email": "ola@eksempel.no"}

    page = send(client, f"/arrangement/{course.pk}/meld-pa/kollega/", **fields)

    assert "Påmeldingen er mottatt" in page.content.decode()
    assert "Ola Vik har meldt deg på" in making.last_letter(course.sign_ups.get()).body


def test_the_link_changes_what_was_written(course, lead, client):
    question = sign_up_questions.ask(course, words="Allergier?", sensitive=True, by=lead)
    made = signups.sign_up(course, name="Kari", email="kari@eksempel.no", answers={question.pk: "Nøtter"})
    path = sign_up_keys.path(made, "endre")

    assert "Nøtter" in client.get(path).content.decode()
    send(client, path, name="Kari Nes", **{f"q{question.pk}": "Egg"})

    made.refresh_from_db()
    assert (made.name, sign_up_questions.answered(made)) == ("Kari Nes", {question.pk: "Egg"})


def test_the_organisers_list_is_shown_by_state_and_taken_away_without_what_is_sensitive(course, lead):
    question = sign_up_questions.ask(course, words="Allergier?", sensitive=True, by=lead)
    for name in ("Anne", "Berit", "Cecilie"):
        signups.sign_up(course, name=name, email=f"{name}@eksempel.no", answers={question.pk: "Nøtter"})
    browser = people.signed_in(lead)

    waiting = browser.get(f"/arrangement/{course.pk}/pameldte/?vis=waiting").content.decode()
    file = browser.get(f"/arrangement/{course.pk}/pameldte.csv").content.decode("utf-8-sig")

    assert ("Cecilie" in waiting, "anne@eksempel.no" in waiting) == (True, False)
    assert [line.split(";")[0] for line in file.splitlines()] == ["Navn", "Anne", "Berit", "Cecilie"]
    assert "Nøtter" not in file


def test_a_tap_is_the_same_with_and_without_scripts(course, lead):
    kari = signups.sign_up(course, name="Kari", email="kari@eksempel.no", organisation=people.place(people.BERGEN))
    path, browser = f"/arrangement/{course.pk}/oppmote/", people.signed_in(lead)

    part = browser.post(f"{path}{kari.pk}/", {"came": "yes"}, headers={"HX-Request": "true"}).content.decode()
    whole = browser.get(path).content.decode()

    row = re.search(r"<li>.*?</li>", part, re.DOTALL)[0]
    assert re.sub(r"csrf\S+ value=\S+", "", row) in re.sub(r"csrf\S+ value=\S+", "", whole)
    assert 'hx-swap-oob="true"' in part
    assert "<b>1 av 1</b> er kommet." in whole
    assert "1 kommune er representert." in whole
    browser.post(f"{path}{kari.pk}/", {"came": "no"})
    assert attendance.counts(course).came == 0


def test_whoever_runs_it_writes_to_those_on_the_waiting_list(course, lead):
    for name in "abc":
        signups.sign_up(course, name=name, email=f"{name}@eksempel.no")

    fields = {"to": "waiting", "subject": "Fullt", "text": "Vi prøver å få et større rom."}
    page = send(people.signed_in(lead), f"/arrangement/{course.pk}/pameldte/brev/", **fields)

    assert "Brevet er på vei til 1 person." in page.content.decode()
    assert [letter.address for letter in Letter.objects.filter(code="event-letter")] == ["c@eksempel.no"]


@pytest.mark.browser
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]])
def test_pages_are_accessible_and_fit(course, lead, open_page, look):
    sign_up_questions.ask(course, words="Allergier?", sensitive=True, by=lead)
    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")
    public = [f"/arrangement/{course.pk}/", f"/arrangement/{course.pk}/meld-pa/", sign_up_keys.path(made)]
    own = [f"/arrangement/{course.pk}/{part}/" for part in ("pameldte", "oppmote", "pamelding", "inviter")]
    for path in public:
        page = open_page(path, look)
        check_axe(page)
        check_width(page)
    for path in own:
        page = open_page(path, look, lead)
        check_axe(page)
        check_width(page)


@pytest.mark.browser
def test_names_are_tapped_by_thumb_or_keyboard_and_stay_in_focus(course, lead, open_page):
    signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")
    page = open_page(f"/arrangement/{course.pk}/oppmote/", LOOKS[-1], lead)
    name = page.get_by_role("button", name="Kari Nes")

    name.click()
    page.get_by_text("1 av 1 er kommet.").wait_for()
    assert name.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Enter")
    page.get_by_text("0 av 1 er kommet.").wait_for()

    assert name.get_attribute("aria-pressed") == "false"
