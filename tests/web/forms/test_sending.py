"""A form that is sent: once, by the one who opened it, and kept when it leads nowhere."""

import pytest

from tests import people
from tests.web.forms import pages
from tests.web.opened import ticket
from vardevei.core.models import Draft
from vardevei.organisations.models import Note

pytestmark = [pytest.mark.urls("tests.web.forms.pages"), pytest.mark.usefixtures("_register")]
NOTE = f"/fylke/kommune/{people.INDRE_FOSEN}/notat/"


def test_second_press_gets_the_result_of_the_first(client) -> None:
    sent = {"_form": ticket(client, "/ord/"), "word": "Én gang."}

    answers = [client.post("/ord/", sent) for _press in range(2)]

    assert [answer.headers["Location"] for answer in answers] == ["/skrevet/", "/skrevet/"]
    assert pages.words() == ["Én gang."]


def test_other_text_from_the_same_page_is_a_new_sending(client) -> None:
    form = ticket(client, "/ord/")

    for text in ("Først", "Så"):
        client.post("/ord/", {"_form": form, "word": text})

    assert pages.words() == ["Først", "Så"]


def test_refused_form_is_kept_and_can_be_sent_again(client) -> None:
    person = people.adviser()
    client.force_login(person)
    sent = {"_form": ticket(client, "/nei/"), "word": "Ikke tapt"}

    refused, again = client.post("/nei/", sent), client.post("/nei/", sent)

    assert (refused.status_code, again.status_code) == (400, 400)
    assert Draft.objects.get().data == {"word": ["Ikke tapt"]}
    assert "Tilbake til skjemaet" in refused.content.decode()


def test_first_note_of_two_people_at_once_is_a_conflict(client) -> None:
    ola, eva = people.adviser(), people.adviser(name="Eva Moen")
    client.force_login(ola)
    olas = ticket(client, NOTE)
    client.force_login(eva)
    client.post(NOTE, {"_form": ticket(client, NOTE), "text": "Evas"})

    client.force_login(ola)
    page = client.post(NOTE, {"_form": olas, "text": "Olas"}).content.decode()

    assert Note.objects.get().text == "Evas"
    assert "Noen andre lagret mens du skrev" in page
    assert Draft.objects.get(person=ola).data == {"text": ["Olas"]}
    assert "Du har en kladd fra i dag" in client.get(NOTE).content.decode()


def test_draft_is_not_taken_from_another_person(client) -> None:
    ola, eva = people.adviser(), people.adviser(name="Eva Moen")
    client.force_login(ola)
    olas = ticket(client, NOTE)
    client.force_login(eva)

    answer = client.post("/min-side/kladd/", {"_form": olas, "text": "Falsk"})

    assert (answer.status_code, Draft.objects.count()) == (403, 0)


def test_draft_is_not_taken_without_a_ticket_or_sign_in(client) -> None:
    assert client.post("/min-side/kladd/", {"text": "Uten"}).status_code == 401
    client.force_login(people.adviser())
    assert client.post("/min-side/kladd/", {"_form": "falsk", "text": "Uten"}).status_code == 403
    assert Draft.objects.count() == 0


def test_form_of_another_person_is_refused_and_kept_for_the_owner(client) -> None:
    ola, eva = people.adviser(), people.adviser(name="Eva Moen")
    client.force_login(ola)
    olas = ticket(client, NOTE)
    client.force_login(eva)

    answer = client.post(NOTE, {"_form": olas, "text": "Olas"})

    assert (answer.status_code, Note.objects.count()) == (403, 0)
    assert Draft.objects.get().person == ola


def test_wrong_field_keeps_the_text(client) -> None:
    client.force_login(people.adviser())
    address = f"/fylke/kommune/{people.INDRE_FOSEN}/strategi/"
    sent = {"_form": ticket(client, address), "has": "yes", "year": "i fjor", "link": "https://eksempel.no"}

    client.post(address, sent)

    assert Draft.objects.get().data["year"] == ["i fjor"]


def test_start_page_shows_drafts(client) -> None:
    client.force_login(people.adviser())
    client.post("/min-side/kladd/", {"_form": ticket(client, NOTE), "text": "Ringte rådmannen"})

    page = client.get("/min-side/").content.decode()

    assert "Fortsett der du slapp" in page
    assert "Ringte rådmannen" in page


def test_visitor_with_an_old_page_gets_the_text_back(client) -> None:
    strict = type(client)(enforce_csrf_checks=True)
    form = ticket(strict, "/ord/")
    strict.cookies.clear()

    answer = strict.post("/ord/", {"_form": form, "word": "Et langt svar"})

    assert answer.status_code == 403
    assert "Et langt svar" in answer.content.decode()
    assert pages.words() == []
