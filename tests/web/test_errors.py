"""An error page says what happened, why, and what to do now, in the reader's language."""

from pathlib import Path

import pytest
from django.test import Client

from vardevei.opendata import problem
from vardevei.web.problems import TOLD


@pytest.fixture(autouse=True)
def _failing_addresses(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.urls_that_fail"


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "language", "said"),
    [
        ("/borte/", "nb", "Vi fant ikke siden"),
        ("/nn/borte/", "nn", "Vi fann ikkje sida"),
        ("/en/borte/", "en", "We could not find the page"),
    ],
)
def test_missing_page_answers_in_the_readers_language(reader, path: str, language: str, said: str) -> None:
    answer = reader.get(path)

    html = answer.content.decode()
    assert answer.status_code == 404
    assert f'<html lang="{language}"' in html
    assert f'<h1 class="ds-heading" data-size="lg">{said}</h1>' in html


def test_missing_page_offers_search_and_the_way_back(reader) -> None:
    html = reader.get("/en/borte/").content.decode()

    assert '<a class="ds-link" href="/en/">To the front page</a>' in html
    assert html.count('role="search"') == 2


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/refused/", 403, "Du har ikke tilgang til denne siden"),
        ("/nn/refused/", 403, "Du har ikkje tilgang til denne sida"),
        ("/suspicious/", 400, "Vi forsto ikke det nettleseren spurte om"),
        ("/en/suspicious/", 400, "We did not understand what the browser asked for"),
    ],
)
def test_refused_and_meaningless_requests_are_explained(reader, path: str, status: int, said: str) -> None:
    answer = reader.get(path)

    assert answer.status_code == status
    assert f'<h1 class="ds-heading" data-size="lg">{said}</h1>' in answer.content.decode()


def test_form_without_its_token_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/en/received/")

    assert answer.status_code == 403
    assert "The form was too old to be sent" in answer.content.decode()


def test_broken_page_needs_no_database_and_speaks_all_languages(reader, django_assert_num_queries) -> None:
    answer = reader.get("/broken/")

    html = answer.content.decode()
    assert answer.status_code == 500
    assert [said in html for said in ("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "at our end")] == [True] * 3


def test_problem_with_a_known_code_is_told_in_each_language(reader) -> None:
    answers = {language: reader.get(f"{language}/problem/unknown/") for language in ("", "/nn", "/en")}

    assert {language: answer.status_code for language, answer in answers.items()} == {"": 404, "/nn": 404, "/en": 404}
    assert "Vi fant ingen kommune med nummer 9999." in answers[""].content.decode()
    assert "Vi fann ingen kommune med nummer 9999." in answers["/nn"].content.decode()
    assert "We found no municipality with the number 9999." in answers["/en"].content.decode()


@pytest.mark.parametrize("which", ["new", "valueless"])
def test_problem_without_words_of_its_own_is_told_in_english_and_marked_so(reader, which: str) -> None:
    html = reader.get(f"/problem/{which}/").content.decode()

    assert "Forklaringen finnes bare på engelsk ennå:" in html
    assert '<p class="lead" lang="en">' in html


def test_words_of_a_problem_are_text_and_not_markup(reader) -> None:
    answer = reader.get("/problem/new/")

    html = answer.content.decode()
    assert answer.status_code == 400
    assert "The file &lt;b&gt;ends&lt;/b&gt; in the middle. It was cut." in html
    assert "<code>not-told-yet</code>" in html


def test_what_is_not_the_readers_fault_is_not_called_a_bad_request(reader) -> None:
    assert reader.get("/problem/early/").status_code == 503


@pytest.mark.parametrize("code", TOLD)
def test_every_code_that_is_told_is_raised_somewhere(code: str) -> None:
    package = Path(problem.__file__).parents[1]
    raising = (file for file in package.rglob("*.py") if "told" not in file.parts)

    assert any(f'"{code}"' in file.read_text() for file in raising)


def test_an_address_for_forms_alone_is_told_as_a_page() -> None:
    answer = Client().get("/konto/okter/")

    assert answer.status_code == 405
    assert "Her er det ingen side å vise</h1>" in answer.content.decode()
