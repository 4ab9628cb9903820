"""A contact person finds her municipality, what it was, and what has been found of it."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vardevei.projects.models import Import, Participation
from vardevei.web.public.places import changes

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(client, _site):
    return client


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_old_name_leads_to_todays_municipality_and_says_why(site):
    page = text(site.get("/sok/", {"q": "leksvik"}))

    assert 'href="/kommuner/5054/">Indre Fosen</a>' in page
    assert "Leksvik (1718) er en del av Indre Fosen i dag." in page


def test_a_search_without_hits_says_what_was_searched_and_where_to_go(site):
    page = text(site.get("/sok/", {"q": "<b>Lexxvxx</b>"}))

    assert "&lt;b&gt;Lexxvxx&lt;/b&gt;" in page
    assert "Se alle kommuner" in page


def test_a_municipality_says_what_it_was_made_of_and_what_was_found(site):
    page = text(site.get("/kommuner/5001/"))

    assert "Trondheim ble til 1. januar 2020 av Trondheim og Klæbu." in page.replace("\xa0", " ")
    assert "<b>Trondheim er funnet i 2 prosjekter</b>" in page
    assert 'href="/kommuner/5001-2013/"' in page  # the Trondheim that ended in 2019 has the same number


def test_what_is_not_found_is_never_said_not_to_take_part(site):
    page = text(site.get("/kommuner/5054/"))

    assert "<b>ikke funnet</b> i kildene som er lastet inn" in page
    assert "deltar ikke" not in page


def test_a_split_municipality_tells_which_part_went_where(site):
    page = text(site.get("/kommuner/1613/"))

    assert "Vennastranda gikk til Heim, Sundan og Hemnskjela gikk til Hitra og Krokstadøra gikk til Orkland." in page


def test_a_grant_of_a_municipality_that_was_split_cannot_be_placed(site):
    """Ålesund had a grant in 2021 and was divided in 2024: neither half may claim it."""
    for number in ("1508", "1580"):
        page = text(site.get(f"/kommuner/{number}/"))
        assert "Kan ikke plasseres" in page
        assert 'href="/kommuner/1507/">Ålesund</a>' in page


@pytest.mark.parametrize("address", ["/kommuner/9999/", "/kommuner/50/", "/fylker/5054/", "/kommuner/1103-1999/"])
def test_what_never_was_is_not_found(site, address):
    assert site.get(address).status_code == 404


@pytest.mark.parametrize(("year", "municipalities", "counties"), [(2014, 428, 19), (2018, 422, 18), (2020, 356, 11)])
def test_the_lists_show_the_country_as_it_was(site, year, municipalities, counties):
    assert f"{municipalities} kommuner per 1. januar {year}" in text(site.get("/kommuner/", {"aar": year}))
    assert f"{counties} fylker per 1. januar {year}" in text(site.get("/fylker/", {"aar": year}))


def test_a_year_outside_the_register_is_explained(site):
    answer = site.get("/kommuner/", {"aar": "1838"})

    assert answer.status_code == 400
    assert "2013" in text(answer)


def test_the_list_can_be_taken_away_with_every_municipality(site):
    answer = site.get("/kommuner/liste.csv", {"aar": "2024"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))

    assert len(rows) == 357
    assert {row["name"]: row["projects_found"] for row in rows if row["name"] in ("Trondheim", "Haram")} == {
        "Trondheim": "2",
        "Haram": "0",
    }


def test_every_place_that_ever_was_has_a_page(site):
    from vardevei.opendata import places
    from vardevei.web.public.places.addresses import address, of_reference, reference

    for place in [*places.all_places(), *places.all_places("county")]:
        assert of_reference(reference(place), place.kind) is place
    assert site.get(address(places.by_id("1103"))).status_code == 200


def test_changes_are_told_once_each():
    years = {year.day.year: year for year in changes.by_year()}

    assert [sentence for _, sentence in years[2024].happened if "Ålesund" in sentence] == [
        "Ålesund ble delt 1.\xa0januar 2024 mellom Ålesund og Haram. Det som var Ålesund, Ørskog, Skodje og Sandøy "
        "gikk til Ålesund og det som var Haram (1534) gikk til Haram."
    ]
    assert len(years[2017].happened) == 1
    assert (years[2020].municipalities, years[2020].counties) == (356, 11)


def queries(client, address: str) -> int:
    client.cookies["made"] = "anew"  # a visitor with a cookie is not given the remembered page
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", ["/kilder/", "/", "/kommuner/", "/fylker/50/", "/kommuner/5001/"])
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(site, address):
    trondheim = Participation.objects.filter(organisation_id="1601")  # Trondheim until 2019
    trondheim.exclude(pk=trondheim.first().pk).delete()
    with_one = queries(site, address)

    (first,) = Import.objects.all()
    for _ in range(2):
        first.pk = None
        first.save()
        another = trondheim.first()
        another.pk, another.key = None, f"{another.key}-{_}"
        another.save()

    assert queries(site, address) == with_one
