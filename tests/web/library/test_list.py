"""A reader looks for an example: by a word she half remembers, by a place, by its kind; and takes the list along."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from vardevei.library.domain import catalogue, catalogue_similar
from vardevei.library.imports import built_in
from vardevei.library.models import Example, Revision
from vardevei.opendata import places
from vardevei.organisations import imports as organisations
from vardevei.organisations import roles as kinds

ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.django_db


@pytest.fixture
def examples(db) -> None:
    organisations.load()
    built_in.load()


def text(response) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def slugs(response) -> list[str]:
    """The examples in the list, in order."""
    return re.findall(r'<h3 [^>]*><a class="ds-link" href="(?:/nn|/en)?/eksempler/([a-z-]+)/"', text(response))


def test_words_are_found_in_any_spelling_in_three_languages_and_by_names_places_had_before(client, examples):
    def first(words: str, path: str = "/eksempler/") -> str:
        return slugs(client.get(path, {"q": words}))[0]

    assert first("kompetanseprogramer") == "ostfold-kompetanseprogrammer"
    assert first("skular i utlandet", "/en/eksempler/") == "trondelag-skoler-i-utlandet"
    assert first("seminars creative europe") == "trondelag-kreativt-europa"
    assert first("stotteordning") == "ostfold-stotteordning"
    assert slugs(client.get("/eksempler/", {"q": "Leksvik"})) == ["indre-fosen-strategi"]
    assert set(slugs(client.get("/eksempler/", {"q": "Vestland"}))) == {
        "hordaland-gruppemobilitet",
        "hordaland-kommunenettverk",
    }
    assert "Fordi «bredbånd» står under «Utfordringen»." in text(client.get("/eksempler/", {"q": "bredbånd"}))


def test_when_no_example_has_all_the_words_those_with_most_are_shown_and_nothing_says_what_to_do(client, examples):
    some = client.get("/eksempler/", {"q": "erasmus zzyzx"})
    none = text(client.get("/eksempler/", {"q": "<i>zzyzx</i>"}))

    assert "Ingen eksempler har alle ordene." in text(some)
    assert "hordaland-gruppemobilitet" in slugs(some)
    assert "<i>zzyzx" not in none
    assert "Skriv et annet ord, eller ta bort et valg." in none


def test_filters_follow_places_through_time_and_say_what_is_chosen(client, examples):
    def those(**chosen: str) -> set[str]:
        return set(slugs(client.get("/eksempler/", chosen)))

    innlandet, agder = those(fylke="34"), those(fylke="42")

    assert innlandet == {"hedmark-cora"} == those(kommune="3401", program="interreg-north-sea")
    assert agder == set()
    assert those(modell="forum") == {"trondelag-forum", "stavanger-forum"}
    assert those(rolle="direction", fylke="31") == {"ostfold-vedtak", "ostfold-stotteordning"}
    assert "trondelag-muligheter-i-europa" in those(aar="2010")
    assert "hedmark-cora" not in those(aar="2010")
    assert "Valgt: <b>Innlandet, Forum</b>" in text(client.get("/eksempler/", {"fylke": "34", "modell": "forum"}))
    assert client.get("/eksempler/", {"program": "finnes-ikke", "modell": "x", "rolle": "y"}).status_code == 200


def test_only_published_examples_are_seen_and_the_list_asks_no_more_when_it_is_longer(client, examples):
    hidden = Example.objects.create(slug="hemmelig")
    Revision.objects.create(example=hidden, number=1, texts={"title": {"nb": "Hemmelig forslag"}})
    kept = list(Example.objects.public().values_list("pk", flat=True))

    with CaptureQueriesContext(
        connection,
    ) as many:
        page = client.get("/eksempler/")
    Example.objects.filter(pk__in=kept[1:]).update(state="withdrawn", withdrawn_on="2026-11-01", withdrawn_why="Prøve.")
    with CaptureQueriesContext(connection) as one:
        short = client.get("/eksempler/")

    assert len(slugs(page)) == 17
    assert len(slugs(short)) == 1
    assert "Hemmelig" not in text(page) + text(client.get("/eksempler/nye.atom"))
    assert client.get("/eksempler/hemmelig/data.jsonld").status_code == 404
    assert len(many) == len(one)


def test_the_choice_goes_away_as_files_and_all_as_a_feed_and_as_linked_data(client, examples):
    rows = list(
        csv.DictReader(
            io.StringIO(client.get("/eksempler/liste.csv?fylke=34").content.decode("utf-8-sig")), delimiter=";"
        )
    )
    feed = ElementTree.fromstring(client.get("/nn/eksempler/nye.atom").content)
    data = json.loads(client.get("/en/eksempler/hedmark-cora/data.jsonld").content)

    assert rows[0]["slug"] == "hedmark-cora"
    assert rows[0]["who"] == "04; 0402; 0423; 0420"
    assert rows[0]["not_stated"] == "what_failed; contact"
    assert len(json.loads(client.get("/eksempler/liste.json").content)["rows"]) == 17
    assert client.get("/eksempler/liste.exe").status_code == 404
    assert "Slik vart Time synleg i Europa" in {entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")}
    assert data["@type"] == "Article"
    assert data["inLanguage"] == "en"
    assert data["about"][0] == {
        "@type": "GovernmentOrganization",
        "name": "Hedmark",
        "identifier": "04",
        "dissolutionDate": "2019-12-31",
    }


def test_a_place_shows_its_examples_also_those_of_what_it_was_made_of(client, examples):
    assert slugs(client.get("/kommuner/1121/")) == ["time-strategi"]
    assert slugs(client.get("/fylker/34/")) == ["hedmark-cora"]
    assert slugs(client.get("/fylker/42/")) == []
    county = client.get("/nn/fylker/50/")
    assert len(slugs(county)) == 5
    assert "Sjå alle 9 døma" in text(county)
    assert len(slugs(client.get("/eksempler/", {"fylke": "50"}))) == 9


def test_similar_examples_say_why(examples):
    everything = {one.slug: one for one in catalogue.entries("nb")}

    forum, *_none = catalogue_similar.similar(everything["trondelag-forum"], list(everything.values()))
    time = catalogue_similar.similar(everything["time-strategi"], list(everything.values()))

    assert forum.entry.slug == "stavanger-forum"
    assert forum.reasons[0].kind == "model"
    assert time[0].entry.slug == "indre-fosen-strategi"
    assert everything["trondelag-forum"].where[0] is places.by_id("50-2018")


def test_an_editor_pastes_a_list_sees_what_it_becomes_and_makes_proposals_of_it(examples):
    pasted = "Tittel\tKort fortalt\tHvem\nSøknadsdag\tTo skriver sammen.\tFrosta\n\tUten tittel.\tFrosta\n"
    here = "/eksempler/legg-inn-liste/"
    client = people.signed_in(people.with_role(kinds.EDITOR, people.TRONDELAG))

    shown = text(client.post(here, {"text": pasted}))
    bad = client.post(here, {"text": "Navn\tÅr\nFelles dag\t2021\n"})
    there = client.post(here, {"text": pasted, "apply": "1"})

    assert "Raden har ingen tittel." in shown
    assert "Legg inn 1 forslag" in shown
    assert bad.status_code == 422
    assert "Listen mangler kolonner." in text(bad)
    assert there.status_code == 302
    assert Example.objects.get(built_in=False).state == "at-network"  # the county has seen it: its editor put it in
