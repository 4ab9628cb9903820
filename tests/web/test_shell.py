"""The frame around every page: languages, menu, titles."""

import re

import pytest
from django.utils.translation import override

from vardevei.web.context import languages, menu, without_prefix

pytestmark = pytest.mark.django_db
PAGES = ["/", "/om/", "/tilgjengelighet/", "/komponenter/"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("/nn", "nn"), ("/en", "en")])
def test_page_says_its_language_and_has_one_heading_and_a_title(client, path: str, prefix: str, language: str) -> None:
    html = client.get(prefix + path).content.decode()

    assert f'<html lang="{language}" data-color-scheme="auto"' in html
    assert html.count("<h1") == 1
    assert re.search(r"<title>\w.+ – Vardevei</title>", html)


def test_titles_differ(client) -> None:
    titles = [re.search(r"<title>(.+)</title>", client.get(path).content.decode())[1] for path in PAGES]

    assert len(set(titles)) == len(PAGES)


def test_bokmaal_is_the_language_without_prefix_whatever_the_browser_prefers(client) -> None:
    html = client.get("/om/", headers={"accept-language": "en"}).content.decode()

    assert '<html lang="nb"' in html


def test_language_switch_keeps_the_page_and_what_was_asked(client) -> None:
    html = client.get("/nn/om/?grenser=2024&program=erasmus").content.decode()

    asked = "?grenser=2024&amp;program=erasmus"
    assert f'<a class="ds-link" href="/om/{asked}" lang="nb" hreflang="nb">Bokmål</a>' in html
    assert f'<a class="ds-link" href="/en/om/{asked}" lang="en" hreflang="en">English</a>' in html


def test_every_language_is_offered_to_search_engines_by_its_full_address(client, settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": "https://vardevei.example"}

    html = client.get("/en/om/").content.decode()

    assert re.findall(r'<link rel="alternate" hreflang="(\w\w)" href="(.+?)">', html) == [
        ("nb", "https://vardevei.example/om/"),
        ("nn", "https://vardevei.example/nn/om/"),
        ("en", "https://vardevei.example/en/om/"),
    ]


def test_prefix_is_taken_off_only_where_it_is_a_language() -> None:
    assert without_prefix("/nn/kommuner/") == "/kommuner/"
    assert without_prefix("/nnord/") == "/nnord/"
    assert [choice.path for choice in languages("/energi/")] == ["/energi/", "/nn/energi/", "/en/energi/"]


def test_menu_marks_the_room_you_are_in() -> None:
    with override("nb"):
        marked = [item.href for item in menu("/kommuner/5054/") if item.current]

    assert marked == ["/kommuner/"]


def test_operator_and_contact_are_shown_only_when_given(client, settings) -> None:
    silent = client.get("/tilgjengelighet/").content.decode()
    settings.VARDEVEI = {**settings.VARDEVEI, "operator": "Fylket", "contact": "hjelp@fylket.example"}
    open_about_it = client.get("/tilgjengelighet/").content.decode()

    assert "har ikke oppgitt en adresse ennå" in silent
    assert "drives her av" not in silent
    assert 'href="mailto:hjelp@fylket.example"' in open_about_it
    assert "Vardevei drives her av Fylket." in open_about_it
