"""A colleague invites; one never registered accepts on a phone; the first leaves; the county sees who is there."""

import re

import pytest

from tests.browsing import LOOKS, Look, check_axe, check_width
from tests.people import INDRE_FOSEN, adviser, contact
from vardevei.core.models import Letter, Person
from vardevei.organisations.models import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
PHONE = Look(390, "light")
FOLK = f"/min-side/kommune/{INDRE_FOSEN}/folk/"


def test_people_come_and_go_and_the_municipality_stays(open_page) -> None:
    kari, ola = contact(), adviser()

    # Kari invites a colleague who has never been here.
    page = open_page(FOLK, LOOKS[0], kari)
    page.get_by_role("link", name="Inviter en kollega").click()
    page.get_by_label("E-postadresse").fill("per.lund@eksempel.no")
    page.get_by_label("Navn").fill("Per Lund")
    page.get_by_role("button", name="Send invitasjonen").click()
    page.get_by_role("link", name="Per Lund").wait_for()
    check_axe(page)

    # Per opens the letter on his phone, sees what it means, and says yes by one press.
    link = re.search(r"/konto/invitasjon/[\w-]+/", Letter.objects.get(code="invitation").body)[0]  # type: ignore[index]
    phone = open_page(link, PHONE)
    phone.get_by_role("heading", name="Vil du være medarbeider ved Indre Fosen?").wait_for()
    check_axe(phone)
    check_width(phone)
    phone.get_by_role("button", name="Ja, jeg vil være med").click()
    phone.get_by_role("heading", level=1).wait_for()
    assert phone.url.endswith("/min-side/")
    per = Person.objects.get(email="per.lund@eksempel.no")

    # Kari leaves: a colleague goes on.
    page.goto(page.url.partition("/min-side")[0] + f"{FOLK}{kari.pk}/slutt/")
    assert page.get_by_text("Du er den siste").count() == 0
    page.get_by_role("button", name="Avslutt").click()
    page.get_by_role("heading", level=1).wait_for()
    assert [role.person for role in Role.objects.now().filter(organisation__number=INDRE_FOSEN)] == [per]

    # The county sees who is there now; and, when Per leaves too, that nobody is.
    county = open_page(FOLK, LOOKS[0], ola)
    county.get_by_role("link", name="Per Lund", exact=True).click()
    county.get_by_role("link", name="Avslutt en rolle").click()
    county.get_by_text("Den siste i kommunen").wait_for()
    county.get_by_role("button", name="Avslutt").click()
    county.get_by_text("Ingen arbeider for Indre Fosen her nå.").wait_for()
    check_axe(county)
    assert [letter.to for letter in Letter.objects.filter(code="place-empty")] == [ola]
