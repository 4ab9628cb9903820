"""Two editors write in one part of the memo at once, each in a browser of her own, and neither loses a word."""

import pytest

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from vardevei.library.domain import editions, memo_sections
from vardevei.library.imports import memo as built_in
from vardevei.library.models import Section
from vardevei.organisations import roles as kinds

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
WRITE = "/notatet/skriv/del/bakgrunn/"


def test_two_editors_in_one_part_lose_nothing(open_page) -> None:
    built_in.load()
    editions.first(memo_sections.memo(), decided={"nb": "Ingen"})
    eva = people.with_role(kinds.EDITOR, people.TRONDELAG, "Eva Fylke")
    nina = people.with_role(kinds.NETWORK_EDITOR, "", "Nina Nett")
    evas, ninas = open_page(WRITE, LOOKS[0], eva), open_page(WRITE, LOOKS[2], nina)

    ninas.get_by_label("Tekst").fill("Ninas tekst")
    evas.get_by_label("Tekst").fill("Evas tekst")
    ninas.get_by_role("button", name="Lagre").click()
    ninas.wait_for_url("**/notatet/skriv/#bakgrunn")
    evas.get_by_role("button", name="Lagre").click()

    evas.get_by_text("Noen andre lagret mens du skrev").wait_for()
    said = evas.locator("main").inner_text() + "".join(one.input_value() for one in evas.locator("textarea").all())
    assert ("Ninas tekst" in said, "Evas tekst" in said) == (True, True)
    assert Section.objects.get(slug="bakgrunn").text["nb"] == "Ninas tekst"
    check_axe(evas)
    check_width(ninas)
