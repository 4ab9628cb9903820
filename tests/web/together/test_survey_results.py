"""Results on a page and as files: what is told to whom, and what never is."""

import io
import json

import pytest
from openpyxl import load_workbook

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.workspaces.surveys import made
from vardevei.workspaces.domain import ballots, responses, survey_counties, surveys
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
MUNICIPALITIES = ("5054", "5001", "5006", "5007", "5014", "5020")


def answered(*, anonymous: bool, also: str = "") -> Survey:
    by = people.adviser()
    survey = made.survey(by=by, anonymous=anonymous)
    wish = made.question(survey, AnswerKind.LONG, "Hva vil dere?")
    if also:
        survey_counties.let_in(survey, [people.place(also)], by=by)
    surveys.open(survey, by=by)
    choice = survey.pages.get().questions.get(kind=AnswerKind.ONE)
    for number in (*MUNICIPALITIES, *(("4601", "4602") if also else ())):
        one = made.respondent(survey, people.somebody(f"Kontakt {number}"), number)
        said = {choice.pk: Written("a"), wish.pk: Written(None, f"=1+1 fra {number}")}
        if anonymous:
            ballots.put_in(survey, said, respondent=one)
        else:
            responses.write(one, said, language="nb")
            responses.hand_in(one, language="nb")
    return survey


def address(survey: Survey, kind: str = "") -> str:
    return f"/undersokelser/{survey.pk}/resultater/" + (f"{kind}/" if kind else "")


def test_named_results_say_who_and_out_of_how_many():
    survey = answered(anonymous=False)
    made.respondent(survey, people.somebody("Stille"), "5021")

    page = people.signed_in(survey.by).get(address(survey)).content.decode()

    assert "6 av 7 av dem som ble spurt" in page
    assert "6 av 7 kommuner" in page
    assert "Kontakt 5054" in page
    assert "Har ikke svart" in page
    assert "Oppdal" in page


def test_files_are_safe_and_say_where_they_come_from():
    survey = answered(anonymous=False)
    client = people.signed_in(survey.by)

    table = client.get(address(survey, "csv")).content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get(address(survey, "xlsx")).content))
    data = json.loads(client.get(address(survey, "json")).content)

    assert "'=1+1 fra 5054" in table
    assert "# Undersøkelse;Internasjonalt samarbeid" in table
    assert [cell.value for cell in book.worksheets[0][1]][3:] == [
        "Svart av",
        "Svart",
        "1. Har dere en strategi?",
        "2. Hva vil dere?",
    ]
    assert len(data["rows"]) == 6
    assert data["about"]["Svart av dem som ble spurt"] == "6 av 6"
    assert client.get(address(survey, "pdf")).status_code == 404


def test_anonymous_results_wait_and_then_tell_of_nobody():
    survey = answered(anonymous=True)
    client = people.signed_in(survey.by)
    assert "Svarene vises når undersøkelsen er avsluttet" in client.get(address(survey)).content.decode()
    assert client.get(address(survey, "json")).status_code == 404

    surveys.close(survey, by=survey.by)

    page, file = client.get(address(survey)).content.decode(), client.get(address(survey, "json")).content.decode()
    for told in (page, file):
        assert "Kontakt 5054" not in told
        assert "fra 5054" in told
    rows = json.loads(file)["rows"]
    assert {"Nummer": 1, "Spørsmål": "Har dere en strategi?", "Svar": "Ja", "Antall": 6, "Svart i alt": 6} in rows
    assert not {"Svart", "Svart av", "Kommune"} & set(rows[0])


def test_county_that_takes_part_sees_its_own_and_nobody_elses():
    survey = answered(anonymous=False, also=people.VESTLAND)
    vest = people.signed_in(people.adviser(people.VESTLAND, "Vigdis Vest"))

    own = vest.get(address(survey)).content.decode()
    everybody = vest.get(address(survey) + "?fylke=alle").content.decode()

    assert "Kontakt 4601" in own
    assert "fra 4602" in own
    for page in (own, everybody):
        assert "Kontakt 5054" not in page
        assert "fra 5054" not in page
    assert vest.get(address(survey) + f"?fylke={people.place(people.TRONDELAG).pk}").status_code == 404
    assert people.signed_in(people.contact()).get(address(survey)).status_code in (403, 404)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_results_hold_on_a_phone(open_page):
    survey = answered(anonymous=False)

    page = open_page(address(survey), LOOKS[3], survey.by)

    page.get_by_text("Kommune for kommune").first.click()
    check_axe(page)
    check_width(page)
