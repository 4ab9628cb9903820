"""A county asks the contacts of 33 municipalities, reminds those who are silent, and meets those who answered: the
adviser at a desk with a colleague beside her, the contacts on a phone, from the mail, without a password."""

import re
from collections.abc import Callable
from datetime import UTC, timedelta
from email.message import EmailMessage

import pytest
import vobject
from django.utils import timezone
from playwright.sync_api import Page

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.mail import MailServer
from vardevei.core.domain.sending import send_waiting
from vardevei.core.models import Person
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import FollowUpState
from vardevei.workspaces.models import AgendaItem, Event, FollowUp, Meeting, Respondent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
DESK, DARK_DESK, PHONE, DARK_PHONE = LOOKS
ASKED, ANSWERED = 33, 4
ITEMS = ("Hva svarene viser", "Veien videre")
Open = Callable[..., Page]


def test_from_a_survey_to_a_dialogue_meeting(open_page: Open, mail_server: MailServer, live_server, settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    adviser, colleague = people.adviser(people.VESTLAND, "Vigdis Vest"), people.adviser(people.VESTLAND, "Geir Vik")
    _contacts()
    post = Post(mail_server, live_server.url)

    page = open_page("/fylke/46/aktiviteter/", DESK, adviser)
    _send_survey(page)
    invitations = post.sent()
    assert len(invitations) == ASKED
    first, *others = invitations[:ANSWERED]
    _answer_from_the_letter(open_page, first, post)
    for letter in others:
        _answer_by_link(open_page, letter, post)
    _remind(page, post, silent={name_of(letter) for letter in invitations[ANSWERED:]})

    _call_meeting(page)
    called = post.sent()
    assert {name_of(letter) for letter in called} == {name_of(letter) for letter in invitations[:ANSWERED]}
    for letter in called:
        _come(open_page, letter, post)
    _read_calendars(post.sent(), page)

    _the_day_comes()
    _tap_who_came(open_page, adviser)
    _write_minutes(page, open_page("/", DARK_DESK, colleague))
    _follow_up(page, post, open_page)


class Post:
    """What has come by mail since one looked last."""

    def __init__(self, server: MailServer, address: str) -> None:
        self.server, self.address, self.seen = server, address, 0

    def sent(self) -> list[EmailMessage]:
        send_waiting()
        new = self.server.letters[self.seen :]
        self.seen += len(new)
        return new

    def link(self, letter: EmailMessage, before: str) -> str:
        """The address after these words, on this line or the next, as the site is asked for it."""
        found = re.search(re.escape(before) + r"\s*(http\S+)", text_of(letter))
        assert found, (before, text_of(letter))
        return found[1].removeprefix(self.address)


def name_of(letter: EmailMessage) -> str:
    return letter["To"].addresses[0].display_name


def text_of(letter: EmailMessage) -> str:
    return letter.get_body(("plain",)).get_content()


def _contacts() -> None:
    """Every municipality but ten has a contact; a third of them have never had an account."""
    there = sorted(contacts.municipalities_of(people.place(people.VESTLAND)))[:ASKED]
    for n, place in enumerate(Organisation.objects.filter(pk__in=there).order_by("number"), start=1):
        person = people.contact(place.number, f"Kontakt {n:02}")
        person.form = "nb"
        if n % 3 == 0:
            person.set_unusable_password()
        person.save()


def _send_survey(page: Page) -> None:
    check_axe(page)
    page.get_by_role("link", name="Ny undersøkelse").click()
    page.get_by_label("Eksempel: Kartlegging av internasjonalt samarbeid").check()
    page.get_by_label("Med navn").check()
    check_axe(page)
    page.get_by_role("button", name="Lag undersøkelsen").click()
    page.get_by_role("link", name="Velg hvem som skal svare").click()
    page.get_by_role("button", name="Alle kontaktene i Vestland").click()
    page.get_by_text("33 får undersøkelsen når du sender den.").wait_for()
    assert "10 får den ikke" in page.inner_text("main")
    check_axe(page)
    page.get_by_role("button", name="Åpne og send til 33").dblclick()
    page.get_by_text("0 av 33 (0 %) har svart.").wait_for()


def _answer_from_the_letter(open_page: Open, letter: EmailMessage, post: Post) -> None:
    """One press gives the one answer; the rest is a page further on."""
    phone = open_page(post.link(letter, "Nei:"), PHONE)
    check_axe(phone)
    check_width(phone)
    phone.get_by_role("button", name="Send svaret «Nei»").click()
    phone.get_by_role("link", name="Svar på resten av undersøkelsen").click()
    _answer_the_rest(phone)


def _answer_by_link(open_page: Open, letter: EmailMessage, post: Post) -> None:
    phone = open_page(post.link(letter, "Du trenger ikke å logge inn:"), DARK_PHONE)
    phone.get_by_role("link", name="Start").click()
    phone.get_by_label("Nei", exact=True).first.check()
    _answer_the_rest(phone)


def _answer_the_rest(phone: Page) -> None:
    if phone.get_by_role("link", name="Fortsett å svare").count():
        phone.get_by_role("link", name="Fortsett å svare").click()
    check_axe(phone)
    check_width(phone)
    phone.get_by_role("button", name="Neste").click()
    phone.get_by_label("5 – Svært viktig").check()
    phone.get_by_role("group", name="Vil kommunen være med").get_by_label("Ja").check()
    phone.get_by_role("button", name="Send inn").click()
    phone.get_by_role("heading", name="Takk for svaret").wait_for()
    check_width(phone)


def _remind(page: Page, post: Post, silent: set[str]) -> None:
    """Nobody is reminded on the day of the letter itself: the letters are made two days older."""
    Respondent.objects.filter(invited_at__isnull=False).update(invited_at=timezone.now() - timedelta(days=2))
    post.sent()
    page.reload()
    page.get_by_text("4 av 33 (12 %) har svart.").wait_for()
    check_axe(page)
    page.get_by_role("button", name="Minn på de 29 som ikke har svart").dblclick()
    page.get_by_text("Sist minnet på").wait_for()
    reminded = post.sent()
    assert {name_of(letter) for letter in reminded} == silent
    assert len(reminded) == ASKED - ANSWERED


def _call_meeting(page: Page) -> None:
    ahead = timezone.localdate() + timedelta(days=14)
    page.get_by_role("link", name="Aktiviteter").first.click()
    page.get_by_role("link", name="Nytt møte").click()
    page.get_by_label("Hva heter møtet?").fill("Dialogmøte")
    page.get_by_label("Dag").fill(f"{ahead:%Y-%m-%d}")
    page.get_by_label("Fra klokken").fill("10:00")
    page.get_by_label("Til klokken").fill("12:00")
    page.get_by_label("Hvor").fill("Fylkeshuset, Bergen")
    page.get_by_role("button", name="Opprett møtet").click()
    for item in ITEMS:
        page.get_by_role("link", name="Ny sak").click()
        page.get_by_label("Sak (må fylles ut)").fill(item)
        page.get_by_role("button", name="Sett på sakslisten").click()
    check_axe(page)
    page.get_by_role("button", name="La folk melde seg på").click()
    page.get_by_role("button", name="Publiser").click()
    page.get_by_role("link", name="Inviter").click()
    page.get_by_label("De som har svart på").check()
    check_axe(page)
    page.get_by_role("button", name="Send invitasjonene").dblclick()
    page.get_by_text("4 er invitert").wait_for()


def _come(open_page: Open, letter: EmailMessage, post: Post) -> None:
    phone = open_page(post.link(letter, "Ja, jeg kommer:"), PHONE)
    phone.get_by_role("button", name="Ja, jeg kommer").click()
    phone.get_by_role("heading", name="Du er påmeldt").wait_for()
    check_axe(phone)
    check_width(phone)


def _read_calendars(letters: list[EmailMessage], page: Page) -> None:
    """The entry in each mail and the county's public feed, read by a library that wrote neither."""
    event = Event.objects.get()
    assert len(letters) == ANSWERED
    for letter in letters:
        [file] = [part for part in letter.walk() if part.get_filename() == "invite.ics"]
        entry = vobject.readOne(file.get_content(), validate=True).vevent
        assert entry.summary.value == "Dialogmøte"
        assert entry.dtstart.value.astimezone(UTC) == event.starts_at
        assert entry.location.value == "Fylkeshuset, Bergen"
    Event.objects.update(open=True)  # what only the invited see stands in no public feed
    feed = page.request.get(page.evaluate("location.origin") + "/arrangementer/46.ics", fail_on_status_code=True).text()
    assert [one.uid.value for one in vobject.readOne(feed, validate=True).vevent_list] == [str(event.key)]


def _the_day_comes() -> None:
    """The meeting has begun an hour ago."""
    now = timezone.now()
    Event.objects.update(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))


def _tap_who_came(open_page: Open, adviser: Person) -> None:
    phone = open_page(f"/arrangement/{Event.objects.get().pk}/", PHONE, adviser)
    phone.get_by_role("link", name="Oppmøte").click()
    for n in range(1, ANSWERED):
        phone.get_by_role("button", name=f"Kontakt {n:02}").click()
        phone.get_by_text(f"{n} av 4 er kommet.").wait_for()
    check_axe(phone)
    check_width(phone)
    assert Event.objects.get().sign_ups.filter(came=True).count() == ANSWERED - 1


def _write_minutes(page: Page, other: Page) -> None:
    """Each writes an item at the same time; then both write the same, and both texts are there to choose from."""
    first, second = _items()
    site = page.evaluate("location.origin")
    address = f"/mote/{Meeting.objects.get().pk}/referat/?sak="
    page.goto(f"{site}{address}{first.pk}")
    other.goto(f"{site}{address}{second.pk}")
    page.get_by_label("Hva ble sagt?").fill("Fire kommuner har svart.")
    other.get_by_label("Hva ble sagt?").fill("Alle vil samarbeide.")
    for one in (page, other):
        one.get_by_role("button", name="Lagre", exact=True).click()
        one.get_by_text("Lagret.", exact=True).wait_for()
    assert [item.minutes for item in _items()] == ["Fire kommuner har svart.", "Alle vil samarbeide."]

    other.goto(f"{site}{address}{first.pk}")
    page.get_by_label("Hva ble sagt?").fill("Fire kommuner har svart. Tre kom.")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_text("Lagret.", exact=True).wait_for()
    other.get_by_label("Hva ble sagt?").fill("Fire kommuner har svart. De mangler tid.")
    other.get_by_role("button", name="Lagre", exact=True).click()
    assert "Vigdis Vest lagret" in other.inner_text("main")
    assert "Fire kommuner har svart. Tre kom." in other.inner_text("main")
    mine = other.get_by_role("textbox", name="Hva ble sagt?")
    assert mine.input_value() == "Fire kommuner har svart. De mangler tid."
    check_axe(other)
    mine.fill("Fire kommuner har svart. Tre kom. De mangler tid.")
    other.get_by_label("Bruk det jeg skrev").check()
    other.get_by_role("button", name="Lagre", exact=True).click()
    other.get_by_text("Lagret.", exact=True).wait_for()
    assert _items()[0].minutes == "Fire kommuner har svart. Tre kom. De mangler tid."
    page.reload()


def _items() -> list[AgendaItem]:
    return list(AgendaItem.objects.order_by("order", "pk"))


def _follow_up(page: Page, post: Post, open_page: Open) -> None:
    page.get_by_role("button", name="Lagre og før inn vedtak").click()
    page.get_by_label("Vedtaket").fill("Kommunene går sammen i et nettverk.")
    page.get_by_label("Enstemmig").check()
    page.get_by_role("button", name="Før inn vedtaket").click()
    page.get_by_role("button", name="Lagre og gi en oppfølging").click()
    page.get_by_label("Hva skal gjøres").fill("Spørre rådmannen")
    page.get_by_label("Hvem gjør det").select_option(label="Kontakt 03")
    page.get_by_label("Innen").fill(f"{timezone.localdate() + timedelta(days=30):%Y-%m-%d}")
    page.get_by_role("button", name="Gi oppfølgingen").click()
    page.get_by_text("Spørre rådmannen – Kontakt 03").wait_for()
    [letter] = post.sent()
    phone = open_page(post.link(letter, "Ja, det er gjort:"), PHONE)
    check_axe(phone)
    check_width(phone)
    phone.get_by_role("button", name="Send svaret «").click()
    phone.get_by_role("heading", name="Takk for svaret").wait_for()
    assert FollowUp.objects.get().state == FollowUpState.DONE
