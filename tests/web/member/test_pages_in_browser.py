"""Every kind of page for a person who is signed in, and those behind a link in a letter, wide and on a phone."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.browsing import Look, check_axe, check_width
from vardevei.core.domain import addresses
from vardevei.core.models import Letter, Person
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import erasures, invitations, joining, mailings
from vardevei.organisations.domain.mailing_texts import CONFIRM
from vardevei.organisations.models import ErasureRequest, Invitation, JoinRequest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
LOOKS = [Look(1280, "light"), Look(390, "dark")]
FOLK = "/min-side/kommune/5054/folk/"


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pages_are_accessible_and_fit(open_page, live_server, look: Look) -> None:
    kari, ola, anne = _somebody_at_work()
    pages = {
        None: f"/konto/inn/ /konto/inn/passord/ {_answering()} {_stopping()} /svar/ikke-hel/ /ikke/her/",
        kari: "/min-side/ /min-side/profil/ /min-side/det-vi-har/ /min-side/det-vi-har/slett/ /konto/ /konto/adresse/"
        f" /konto/passord/ {FOLK} {FOLK}{kari.pk}/ {FOLK}{kari.pk}/slutt/ {FOLK}inviter/"
        f" {FOLK}invitasjoner/{Invitation.objects.get().pk}/ /min-side/foresporsler/{JoinRequest.objects.get().pk}/"
        f" /min-side/brev/{_letter().pk}/ /min-side/roller/",
        ola: "/min-side/",
        anne: "/min-side/ /min-side/bli-med/ /min-side/roller/ /min-side/roller/gi/"
        f" /min-side/roller/{anne.roles.get().pk}/avslutt/ /min-side/sletting/{ErasureRequest.objects.get().pk}/",
    }

    for person, paths in pages.items():
        page = open_page("/om/", look, person)
        for path in paths.split():
            page.goto(live_server.url + path)

            check_axe(page)
            check_width(page)
            assert '"None"' not in page.content(), path
            assert page.locator("main .ds-button[data-variant=primary]").count() <= 1, path


def _somebody_at_work() -> tuple[Person, Person, Person]:
    """A contact with a colleague who asks and one who is invited, an adviser who has written, an administrator."""
    kari, ola, anne = people.contact(), people.adviser(), people.administrator()
    at = people.place(people.INDRE_FOSEN)
    joining.ask(people.somebody("Per Lund"), at, kinds.MEMBER, reason="Ny på næring")
    invitations.send("liv@eksempel.no", kinds.MEMBER, at, by=kari, name="Liv Li")
    mailing = mailings.begin(people.place(people.TRONDELAG), by=ola, code=CONFIRM)
    mailing.save()
    mailings.send(mailing, by=ola)
    erasures.ask(people.adviser(people.VESTLAND, "Eva Berg"))
    return kari, ola, anne


def _letter() -> Letter:
    """The one that asks whether the contact still is one."""
    return Letter.objects.get(question__isnull=False)


def _answering() -> str:
    return f"/svar/{addresses.token_of(_letter().key, 'no')}/"


def _stopping() -> str:
    return "/stopp/" + addresses.stop(_letter().key, "nb").split("/stopp/")[1]


def test_what_is_wrong_takes_focus_also_for_one_who_came_by_the_skip_link(open_page) -> None:
    page = open_page("/konto/inn/")

    for key in ["Tab", "Enter", "Tab", "Enter"]:  # past the menu, to the address, and send it empty
        page.keyboard.press(key)

    expect(page.locator(".ds-error-summary")).to_be_focused()
