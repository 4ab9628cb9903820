"""The pages of an example, without pictures: who sees what, and what stands there."""

import pytest

from tests.library.examples import content, county_editor, published
from tests.people import contact, signed_in, somebody
from vardevei.core.models import Letter
from vardevei.library.domain import comments, examples, proposal_keys, revisions
from vardevei.library.models import Comment, Example

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
FILLED = {
    "title": "Kurs i å søke",
    "lead": "Seks kvelder om søknader.",
    "organisations": "Indre Fosen kommune\nTrøndelag fylkeskommune",
    "model": "course",
    "original": "nb",
    "resources_0_what": "Kurslærer",
    "resources_0_amount": "40",
    "resources_0_unit": "timer",
    "links_0_address": "kurs.no/opplegg",
    "not_stated": ["steps", "resources"],
    "name": "Siri Utenfor",
    "email": "siri@eksempel.no",
}


def test_somebody_without_an_account_proposes_and_sees_only_that_a_letter_is_sent(client) -> None:
    county_editor()

    answer = client.post("/eksempler/nytt/", FILLED, follow=True)

    assert "Se i e-posten din" in answer.content.decode()
    example = Example.objects.get()
    revision = example.revisions.get()
    assert (example.state, example.by.email) == ("unconfirmed", "siri@eksempel.no")
    assert len(revision.facts["organisations"]) == 2
    assert revision.links == [{"title": "https://kurs.no/opplegg", "address": "https://kurs.no/opplegg"}]
    assert revision.not_stated == ["steps"]  # what is answered is stated
    assert client.get(f"/eksempler/{example.slug}/").status_code == 404
    letter = Letter.objects.get(code="example-confirm")
    assert proposal_keys.path(example, example.by) in letter.body


def test_opening_the_link_confirms_nothing_and_one_press_does(client) -> None:
    county_editor()
    example = examples.propose(content(), by=somebody("Siri"), signed_in=False)
    path = proposal_keys.path(example, example.by)

    client.get(path)
    assert Example.objects.get().state == "unconfirmed"
    client.post(f"{path}bekreft/")
    assert Example.objects.get().state == "proposal"
    assert "Fylket ser på det" in client.get(path).content.decode()


def test_a_name_that_carries_a_link_is_not_taken(client) -> None:
    answer = client.post("/eksempler/nytt/", {**FILLED, "name": "Vinn på www.lotto.no"})

    assert "Skriv uten lenker og adresser her." in answer.content.decode()
    assert Example.objects.count() == 0


def test_what_the_source_does_not_say_stands_there_and_is_told_from_what_is_not_filled_in(client) -> None:
    example = published(not_stated=["evidence"])

    page = client.get(f"/eksempler/{example.slug}/").content.decode()

    assert page.count("Står ikke i kilden.") == 1
    assert page.count("Ikke fylt ut ennå.") == 5
    assert "2 av 10 felt" in page


def test_a_stranger_sees_no_grounds_and_no_change_on_its_way(client) -> None:
    owner = contact()
    example = published(by=owner)
    revisions.send(example, content("Hemmelig ny tittel", note="Hemmelig grunn"), by=owner)

    for path in ("", "endringer/"):
        seen = client.get(f"/eksempler/{example.slug}/{path}").content.decode()
        assert "Hemmelig" not in seen
    assert "Hemmelig" in signed_in(owner).get(f"/eksempler/{example.slug}/endringer/").content.decode()


def test_in_english_the_page_says_that_it_is_read_in_norwegian(client) -> None:
    example = published()

    page = client.get(f"/en/eksempler/{example.slug}/").content.decode()

    assert "Not translated yet. You are reading it in" in page
    assert 'lang="nb"' in page


def test_markup_in_a_text_is_only_text(client) -> None:
    example = published(texts={"title": "Kurs", "lead": "<script>alert(1)</script> [her](javascript:alert(1))"})

    page = client.get(f"/eksempler/{example.slug}/").content.decode()

    assert "<script>alert(1)" not in page
    assert 'href="javascript' not in page


def test_a_question_is_asked_answered_and_taken_away(client) -> None:
    example, asker = published(), somebody("Grue Kontakt")
    mine = signed_in(asker)

    mine.post(f"/eksempler/{example.slug}/sporsmal/", {"text": "Hvor lenge?"})
    asked = Comment.objects.get()
    signed_in(contact()).post(f"/eksempler/{example.slug}/sporsmal/", {"text": "Seks uker.", "svar": asked.pk})
    page = client.get(f"/eksempler/{example.slug}/").content.decode()
    assert page.index("Hvor lenge?") < page.index("Seks uker.")
    assert Comment.objects.get(text="Seks uker.").answers == asked

    mine.post(f"/eksempler/innlegg/{asked.pk}/fjern/")
    assert "Hvor lenge?" not in client.get(f"/eksempler/{example.slug}/").content.decode()


def test_a_change_from_a_comment_begins_with_it_quoted() -> None:
    owner = contact()
    example = published(by=owner)
    said = comments.write(example, "Nå er det åtte kvelder.", by=somebody("Grue Kontakt"))

    page = signed_in(owner).get(f"/eksempler/{example.slug}/endre/?innlegg={said.pk}").content.decode()

    assert page.count("Nå er det åtte kvelder.") == 2  # beside the form, and in the note


def test_a_translation_is_written_beside_the_original_and_goes_to_review() -> None:
    owner = contact()
    example = published(by=owner)
    path = f"/eksempler/{example.slug}/oversett/en/"

    assert "Seks kvelder om søknader." in signed_in(owner).get(path).content.decode()
    signed_in(owner).post(path, {"title": "A course", "lead": "Six evenings.", "resources_0": "Teacher"})

    sent = example.revisions.first()
    assert (sent.state, sent.texts["title"]["en"], sent.resources[0]["what"]["en"]) == (
        "at-network",
        "A course",
        "Teacher",
    )


def test_a_look_at_a_text_is_what_readers_will_see(client) -> None:
    answer = client.post("/eksempler/vis/", {"text": "**Fet** og <b>ikke</b>"})

    assert answer.content.decode() == "<p><strong>Fet</strong> og &lt;b&gt;ikke&lt;/b&gt;</p>"


def test_a_withdrawn_example_says_why_and_no_more(client) -> None:
    rita = county_editor()
    example = published()
    examples.withdraw(example, by=rita, why="Ordningen er lagt ned.")

    page = client.get(f"/eksempler/{example.slug}/").content.decode()

    assert "Ordningen er lagt ned." in page
    assert "Spør skolene" not in page


def test_another_part_can_stand_on_the_page(client, monkeypatch) -> None:
    from vardevei.web.library.examples import parts

    told = parts.Part("components/tag.html", {"text": "x"}, where="after")
    monkeypatch.setattr(parts, "found", lambda: iter([lambda _request, _example: told, lambda *_: None]))
    example = published()

    # the model and the county have a tag each
    assert client.get(f"/eksempler/{example.slug}/").content.decode().count('class="ds-tag"') == 3
    assert parts.PLACES == ("head", "top", "plate", "below", "after", "last")
