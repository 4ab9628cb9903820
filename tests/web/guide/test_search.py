"""The search over everything, as a reader, another system and an editor meet it."""

import json

import pytest

from tests.guide.conftest import there  # noqa: F401
from tests.people import signed_in, somebody
from vardevei.core.models import Person
from vardevei.guide.models import SearchMiss, StaffConcept

SENTENCE = "Vi har mykje overvatn og flaum i sentrum"


@pytest.fixture(autouse=True)
def _world(there):  # noqa: F811
    pass


def text(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_a_sentence_in_nynorsk_gives_groups_with_counts_and_why(client):
    page = text(client.get("/nn/finn/", {"q": SENTENCE}))

    assert "Stormwater in small town centres" in page
    assert "pluvial <mark>flooding</mark>" in page or "<mark>pluvial flooding</mark>" in page
    assert 'lang="en"' in page
    assert "Trygge kjellere" in page
    assert "Norske deltakarar vi kjenner:" in page
    assert "/nn/kommuner/4601/" in page
    assert SearchMiss.objects.count() == 0


def test_a_place_typed_exactly_comes_first(client):
    page = text(client.get("/finn/", {"q": "bergen"}))

    assert page.index('id="g-place"') < page.index("Bergen</a>")
    assert page.find('id="g-call"') == -1 or page.index('id="g-place"') < page.index('id="g-call"')


def test_all_of_one_kind(client):
    page = text(client.get("/finn/", {"q": SENTENCE, "slag": "call"}))

    assert 'id="g-call"' in page
    assert 'id="g-example"' not in page


def test_nothing_found_says_what_to_do_and_is_kept_without_who(client):
    page = text(client.get("/finn/", {"q": "Xyzzyqwert Plughfoo"}))
    client.get("/finn/", {"q": "xyzzyqwert  plughfoo"})

    assert "Vi fant ingenting" in page
    assert 'href="/utlysninger/"' in page
    miss = SearchMiss.objects.get()
    assert (miss.text, miss.times, miss.unknown) == ("xyzzyqwert plughfoo", 2, ["xyzzyqwert", "plughfoo"])


@pytest.mark.parametrize("typed", ["kari.zzqx@eksempel.no", "zzqx 01017012345", "q"])
def test_what_may_be_somebodys_address_or_number_is_not_kept(client, typed):
    client.get("/finn/", {"q": typed})

    assert not SearchMiss.objects.exists()


def test_another_system_gets_the_same_as_json(client):
    told = json.loads(client.get("/finn/data.json", {"q": SENTENCE}).content)

    groups = {group["kind"]: group for group in told["groups"]}
    call = groups["call"]["items"][0]
    assert call["title"] == "Stormwater in small town centres"
    assert call["address"].endswith("/utlysninger/rain-2026/")
    assert call["because"]["language"] == "en"
    assert call["because"]["words"][0]["found"]
    assert told["count"] == sum(group["count"] for group in told["groups"])


def test_an_editors_concept_makes_it_hit_at_once_and_out_again_it_does_not(client):
    assert "Stormwater" not in text(client.get("/finn/", {"q": "skvulpedammer"}))
    editor = signed_in(Person.objects.get(name="Rita Redaktør"))
    listed = text(editor.get("/finn/ordliste/"))
    assert "skvulpedammer" in listed

    form = {"name": "Skvulpedam", "bokmal": "skvulpedam", "nynorsk": "", "english": "stormwater"}
    page = editor.get("/finn/ordliste/ny/")
    sent = editor.post("/finn/ordliste/ny/", {**form, "_form": page.context["form"].signed_ticket})

    assert sent.status_code == 302
    assert "Stormwater" in text(client.get("/finn/", {"q": "skvulpedammer"}))
    assert "stormwater" in text(editor.get("/finn/ordliste/", {"q": "skvulpedammer"}))
    concept = StaffConcept.objects.get()
    assert concept.by is not None
    assert concept.by.name == "Rita Redaktør"

    editor.post(f"/finn/ordliste/{concept.pk}/ta-ut/")
    assert "Stormwater" not in text(client.get("/finn/", {"q": "skvulpedammer"}))


def test_the_word_list_is_for_editors(client):
    assert signed_in(somebody("Kari Nes")).get("/finn/ordliste/").status_code == 403
    assert client.get("/finn/ordliste/").status_code == 302
