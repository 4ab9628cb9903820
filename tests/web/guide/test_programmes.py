"""A contact person looks up what her municipality may apply to, and where each sentence comes from."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from vardevei.opendata import programmes
from vardevei.programmes import imports
from vardevei.programmes.models import Call, Programme

pytestmark = pytest.mark.django_db
FULL = [one for one in programmes.programmes().values() if one.in_full]


def text(response) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_the_list_says_of_each_programme_whether_norway_is_in_and_what_it_pays_for(client):
    page = text(client.get("/programmer/"))

    for one in FULL:
        assert f'href="/programmer/{one.code}/"' in page
    assert "Samarbeid med Nord-Sverige og Nord-Finland" in page


def test_a_municipality_sees_what_it_may_use_and_why(client):
    page = text(client.get("/programmer/", {"q": "leksvik"}))

    assert "Dette kan <b>Indre Fosen</b> bruke" in page
    assert "Indre Fosen ligger i programområdet (Trøndelag). Trøndelag er bare med i delområdet Sápmi." in page


def test_a_name_nobody_has_is_answered_with_what_to_do(client):
    page = text(client.get("/programmer/", {"q": "<i>Lexxvxx</i>"}))

    assert "Vi fant ingen som heter «&lt;i&gt;Lexxvxx&lt;/i&gt;»" in page


def test_a_programme_says_first_whether_norway_is_in_and_shows_its_sources(client):
    page = text(client.get("/nn/programmer/interreg-aurora-2021/", {"q": "Oslo"}))

    assert page.index("Noreg er med") < page.index("Dette veit vi")
    assert "Oslo ligg ikkje i programområdet." in page
    assert 'href="https://interreg.no/programmer-v2/interreg-aurora/">interreg.no</a>' in page
    assert "lese 23. november 2026" in page
    assert "Kjeldene seier ikkje det same:" in page  # on when small projects may be sent in


def test_counties_stand_as_they_were_in_each_part_of_the_period(client):
    page = text(client.get("/programmer/interreg-aurora-2021/"))

    assert "Nordland, Trøndelag, Troms og Finnmark" in page  # 2021 to 2023
    assert "Nordland, Trøndelag, Troms, Finnmark" in page


def test_counties_of_an_old_period_are_those_it_began_with(client):
    page = text(client.get("/programmer/interreg-oks-2007/"))

    assert "2007–2013" in page
    assert "Aust-Agder, Vest-Agder" in page


def test_a_period_that_is_over_is_told_in_the_past_and_asks_nothing(client):
    page = text(client.get("/programmer/interreg-oks-2014/"))

    assert "Norge var med" in page
    assert "Kan vi bruke det?" not in page


def test_a_question_that_only_the_parts_answer_is_not_called_a_gap(client):
    page = text(client.get("/programmer/erasmus-2021/"))

    assert page.count("Vet vi ikke.") == len(programmes.by_code("erasmus-2021").gaps())
    assert "120 000, 250 000 eller 400 000 euro som fast sum." in page


@pytest.mark.parametrize("code", sorted(programmes.programmes()))
def test_every_programme_has_a_page_in_three_forms(client, code):
    for prefix in ("", "/nn", "/en"):
        assert client.get(f"{prefix}/programmer/{code}/").status_code == 200


def test_an_unknown_programme_and_an_unknown_kind_of_file_are_not_found(client):
    assert client.get("/programmer/finnes-ikke/").status_code == 404
    assert client.get("/programmer/fakta.doc").status_code == 404


def test_a_programme_shows_its_open_calls_with_the_nearest_deadline_first(client):
    imports.load()
    row = Programme.objects.get(pk="interreg-aurora-2021")
    for title, days in (("Later call", 60), ("Sooner call", 20), ("Closed call", -5)):
        call = Call.objects.create(
            key=title.lower().replace(" ", "-"), source="hand", source_key=title, programme=row, family=row.family,
            title=title, address="https://example.org/call", opens_on=timezone.localdate() - timedelta(days=90),
        )  # fmt: skip
        call.deadlines.create(stage=1, at=timezone.now() + timedelta(days=days))

    page = text(client.get("/programmer/interreg-aurora-2021/"))

    assert page.index("Sooner call") < page.index("Later call")
    assert "Closed call" not in page


def test_a_programme_norway_is_not_in_says_so_first(client):
    page = text(client.get("/en/programmer/life-2021/", {"q": "5054"}))

    assert page.index("Norway is not in") < page.index("Environment and climate.")
    assert "Norway is not in LIFE." in page


def test_what_comes_after_2027_is_said_to_be_undecided(client):
    page = text(client.get("/en/programmer/2028-34/"))

    assert "Not decided" in page
    assert "AgoraEU" in page


def test_the_facts_can_be_taken_away_with_every_source_and_every_gap(client):
    rows = json.loads(client.get("/programmer/fakta.json").content)["rows"]
    lines = list(
        csv.DictReader(io.StringIO(client.get("/programmer/fakta.csv").content.decode("utf-8-sig")), delimiter=";")
    )

    told = sum(len(one.all_facts()) for one in programmes.programmes().values())
    gaps = sum(len(one.gaps()) for one in FULL)
    assert len(rows) == told + gaps
    assert [row["nb"] for row in rows if not row["sources"]] == [""] * gaps
    assert sum(1 for line in lines if line["en"]) == told
