"""The memo's pages: read by anyone, written by several at once, and an old edition that stays at its address."""

import pytest

from tests import people
from tests.people import signed_in
from tests.web.opened import ticket
from vardevei.library.domain import contributions, editions, memo_sections
from vardevei.library.imports import built_in as examples
from vardevei.library.imports import memo as built_in
from vardevei.library.models import Contribution, Edition, Section
from vardevei.organisations import roles as kinds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
WRITE = "/notatet/skriv/del/bakgrunn/"


@pytest.fixture
def memo():
    built_in.load()
    found = memo_sections.memo()
    editions.first(found, decided={"nb": "Ingen", "nn": "Ingen", "en": "Nobody"})
    return found


@pytest.fixture
def eva():
    return people.with_role(kinds.EDITOR, people.TRONDELAG, "Eva Fylke")


@pytest.fixture
def nina():
    return people.with_role(kinds.NETWORK_EDITOR, "", "Nina Nett")


def standing() -> dict:
    return Section.objects.get(slug="bakgrunn").text


def sent(opened: str, **changed: str) -> dict[str, str]:
    section = Section.objects.get(slug="bakgrunn")
    return {"title": section.title["nb"], "text": "", "questions": "", **changed, "_form": opened}


def test_two_editors_on_one_part_see_both_texts_and_lose_nothing(memo, eva, nina) -> None:
    evas, ninas = signed_in(eva), signed_in(nina)
    first, second = ticket(evas, WRITE), ticket(ninas, WRITE)

    assert ninas.post(WRITE, sent(second, text="Ninas tekst")).status_code == 302
    page = evas.post(WRITE, sent(first, text="Evas tekst")).content.decode()

    assert standing()["nb"] == "Ninas tekst"
    assert "Noen andre lagret mens du skrev" in page
    assert ("Ninas tekst" in page, "Evas tekst" in page) == (True, True)


def test_bokmål_and_nynorsk_written_at_once_are_both_kept(memo, eva, nina) -> None:
    evas, ninas = signed_in(eva), signed_in(nina)
    first, second = ticket(evas, WRITE), ticket(ninas, f"{WRITE}?sprak=nn")

    assert evas.post(WRITE, sent(first, text="På bokmål")).status_code == 302
    assert ninas.post(f"{WRITE}?sprak=nn", sent(second, text="På nynorsk")).status_code == 302

    assert (standing()["nb"], standing()["nn"]) == ("På bokmål", "På nynorsk")


def test_a_reader_contributes_and_finds_it_in_edition_two(memo, eva, nina, client) -> None:
    karis, evas, ninas = signed_in(people.contact()), signed_in(eva), signed_in(nina)
    give = "/notatet/del/nordiske-programmer/innspill/"

    given = {"text": "Spør Nordplus.", "form": "nb", "question": "", "_form": ticket(karis, give)}
    assert karis.post(give, given).status_code == 302
    key = Contribution.objects.get().pk
    answer = f"/notatet/innspill/{key}/svar/"
    evas.post(answer, {"answer": "Godt spurt.", "_form": ticket(evas, answer)})
    publish = "/notatet/skriv/neste-utgave/gi-ut/"
    told = {"on": "2027-01-15", "decided": "Nettverksmøtet", "_form": ticket(ninas, publish)}
    assert ninas.post(publish, told).status_code == 302

    page = client.get("/notatet/").content.decode()
    assert "Utgave 2" in page
    assert "Spør Nordplus." in page
    old = client.get("/notatet/utgave/1/").content.decode()
    assert "Dette er en eldre utgave" in old
    assert "Spør Nordplus." not in old


def test_an_unanswered_contribution_waits_for_an_editor(memo, eva) -> None:
    contributions.give(Section.objects.get(slug="bakgrunn"), text="Mer!", form="nb", by=people.contact())

    assert "1 innspill til notatet venter på svar" in signed_in(eva).get("/min-side/").content.decode()
    assert list(contributions.waiting_for(people.adviser())) == []


@pytest.mark.parametrize(("path", "words"), [("/nn/notatet/", "Gje innspel"), ("/en/notatet/", "Contribute")])
def test_every_language_has_its_own_edition_page(memo, client, path, words) -> None:
    assert words in client.get(path).content.decode()


def test_downloads_are_named_after_the_edition(memo, client) -> None:
    answer = client.get("/nn/notatet/utgave/1/notatet.pdf")

    assert answer["Content-Disposition"] == 'attachment; filename="vegen-til-dei-gode-doma-utgave-1.pdf"'
    assert client.get("/notatet/utgave/1/notatet.odt").status_code == 404
    assert client.get("/notatet/utgave/9/").status_code == 404
    assert Edition.objects.count() == 1


SET_UP = "/notatet/skriv/del/bakgrunn/innhold/"


def set_up(browser, **changed) -> object:
    told = {"kind": "text", "level": "1", "examples": [], "first": "", "figure": "", "_form": ticket(browser, SET_UP)}
    return browser.post(SET_UP, {**told, **changed})


def test_examples_are_ticked_in_a_list_and_keep_their_order_when_one_is_added(memo, eva) -> None:
    examples.load()
    evas = signed_in(eva)
    assert "Slik ble Time synlig i Europa (Rogaland)" in evas.get(SET_UP).content.decode()

    assert set_up(evas, examples=["time-strategi", "hedmark-cora"]).status_code == 302
    before = Section.objects.get(slug="bakgrunn").examples
    set_up(evas, examples=[*reversed(before), "ostfold-stotteordning"])
    assert Section.objects.get(slug="bakgrunn").examples == [*before, "ostfold-stotteordning"]
    set_up(evas, examples=[*before, "ostfold-stotteordning"], first="ostfold-stotteordning")
    assert Section.objects.get(slug="bakgrunn").examples == ["ostfold-stotteordning", *before]


def test_a_choice_that_a_figure_does_not_have_is_said_at_the_field(memo, eva) -> None:
    evas = signed_in(eva)

    refused = set_up(evas, figure="interreg-2007-2014", borders="2020").content.decode()
    assert "Denne figuren har ikke dette valget" in refused
    assert set_up(evas, figure="municipalities-by-county", year="2020").status_code == 302
    assert Section.objects.get(slug="bakgrunn").choice == {"year": 2020}


def test_an_example_leads_to_its_place_in_the_memo(client) -> None:
    examples.load()
    built_in.load()
    assert "Står i notatet" not in client.get("/eksempler/time-strategi/").content.decode()

    editions.first(memo_sections.memo(), decided={"nb": "Ingen"})

    page = client.get("/eksempler/time-strategi/").content.decode()
    assert 'href="/notatet/utgave/1/#eksempel-time-strategi"' in page
    assert 'id="eksempel-time-strategi"' in client.get("/notatet/utgave/1/").content.decode()
