"""«We follow this»: on the page of the example, of the follower and of its county, and for those who may say it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.library.examples import county_editor, published
from tests.people import BERGEN, INDRE_FOSEN, VESTLAND, adviser, contact, place, signed_in
from tests.web.worlds.files import PDF
from vardevei.core.models import Letter
from vardevei.library.domain import adoptions, strategies
from vardevei.library.domain.strategies import Document
from vardevei.library.models import Adoption, Example

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
DAY = date(2018, 5, 15)


def page_of(client, kind: str, number: str) -> str:
    answer = client.get(reverse(kind, args=[number]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def example() -> Example:
    """Indre Fosen's own, so that Bergen can follow it."""
    contact(INDRE_FOSEN, "Kari Nes")
    return published()


def test_a_contact_says_that_bergen_follows_with_the_strategy_that_shows_it(client, example) -> None:
    berit = contact(BERGEN, "Berit Bø")
    said = strategies.Said("international", "Ut i verden", adopted_on=DAY)
    strategy = strategies.register(place(BERGEN), said, document=Document(PDF, "s.pdf"), by=berit)
    path = f"/eksempler/{example.slug}/folg/"
    asked = signed_in(berit).get(path).content.decode()
    assert "Hvordan vet dere det?" not in asked  # she speaks for her own
    assert "Hvem følger det?" not in asked  # and for no other

    told = {
        "state": "in-use",
        "on": "15.5.2018",
        "cause": "Partnere spurte.",
        "help": "Fylket.",
        "strategy": strategy.pk,
    }
    signed_in(berit).post(path, told)

    page = client.get(f"/eksempler/{example.slug}/").content.decode().replace("\xa0", " ")
    assert "Fulgt av 1" in page
    for words in ("Partnere spurte.", "Fylket.", "Tatt i bruk 15. mai 2018", "Ut i verden"):
        assert words in page
    assert "Følger <b>1</b>, blir fulgt av <b>0</b>." in page_of(client, "municipality", BERGEN)
    assert "Følger <b>0</b>, blir fulgt av <b>1</b>." in page_of(client, "municipality", INDRE_FOSEN)
    assert "følger <b>1</b>. De blir fulgt av <b>0</b>." in page_of(client, "county", VESTLAND)
    assert Letter.objects.filter(code="example-followed", to__name="Kari Nes").count() == 1


def test_to_consider_is_shown_and_not_counted(client, example) -> None:
    berit = contact(BERGEN, "Berit Bø")
    adoptions.follow(example, place(BERGEN), adoptions.Said("considering", DAY), by=berit)

    page = client.get(f"/eksempler/{example.slug}/").content.decode().replace("\xa0", " ")
    assert "Vurderer det 15. mai 2018" in page
    assert "Fulgt av" not in page
    assert "Hvem følger hvem" not in page_of(client, "municipality", BERGEN)
    assert "Meld hvor langt vi er kommet" in signed_in(berit).get(f"/eksempler/{example.slug}/").content.decode()


def test_the_county_says_how_it_knows(example) -> None:
    vidar = signed_in(adviser(VESTLAND, "Vidar Vest"))
    path, said = (
        f"/eksempler/{example.slug}/folg/",
        {"organisation": place(BERGEN).pk, "state": "in-use", "on": "15.5.2018"},
    )

    refused = vidar.post(path, said)
    assert "Skriv hvordan fylket vet det." in refused.content.decode()
    assert not Adoption.objects.exists()

    vidar.post(path, {**said, "county_note": "Ordføreren sa det i møtet 3. juni."})
    assert Adoption.objects.get().county_note == "Ordføreren sa det i møtet 3. juni."


def test_those_who_made_it_and_those_of_other_places_have_no_button(client, example) -> None:
    owner, stranger = contact(INDRE_FOSEN, "Nina Nes"), contact("0301", "Oda Oslo")
    one = adoptions.follow(example, place(BERGEN), adoptions.Said("in-use", DAY), by=contact(BERGEN, "Berit Bø"))

    assert "Vi vil følge dette" not in signed_in(owner).get(f"/eksempler/{example.slug}/").content.decode()
    assert "Vi vil følge dette" in client.get(f"/eksempler/{example.slug}/").content.decode()
    assert signed_in(stranger).get(f"/eksempler/folger/{one.pk}/endre/").status_code == 403
    assert signed_in(county_editor()).get(f"/eksempler/folger/{one.pk}/ta-tilbake/").status_code == 403


def test_what_was_wrong_is_taken_back_with_a_reason_and_counts_no_more(client, example) -> None:
    berit = contact(BERGEN, "Berit Bø")
    one = adoptions.follow(example, place(BERGEN), adoptions.Said("in-use", DAY), by=berit)

    signed_in(berit).post(f"/eksempler/folger/{one.pk}/ta-tilbake/", {"why": "Feil kommune."})

    assert "Fulgt av" not in client.get(f"/eksempler/{example.slug}/").content.decode()
    assert signed_in(berit).get(f"/eksempler/folger/{one.pk}/endre/").status_code == 404
