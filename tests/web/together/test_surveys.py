"""Making a survey, asking and following up: what an adviser meets, from the first page to the reminder."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.people import signed_in
from tests.workspaces.surveys import made as surveys_made
from vardevei.core.models import Letter
from vardevei.workspaces.domain import respondents, survey_counties, survey_sending, surveys, workspaces
from vardevei.workspaces.models import Survey, SurveyQuestion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def kari():
    return people.contact()


@pytest.fixture
def survey(adviser) -> Survey:
    return surveys_made.survey(by=adviser, deadline=timezone.localdate() + timedelta(days=14))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def sent(survey, adviser) -> None:
    respondents.add_contacts(survey, survey.workspace.owner, by=adviser)
    survey_sending.send(survey, by=adviser)


def test_from_an_example_to_a_letter_in_four_presses(adviser, kari):
    client = signed_in(adviser)

    made = client.post("/undersokelse-ny/50/", {"begins_as": "cooperation", "title": "", "how": "named"})
    survey = Survey.objects.get()
    assert made["Location"] == f"/undersokelser/{survey.pk}/"
    assert "Vil kommunen være med på et dialogmøte" in text(client, made["Location"])

    client.post(f"/undersokelser/{survey.pk}/hvem/legg-til/", {"whom": "contacts", "fylke": "50"})
    page = text(client, f"/undersokelser/{survey.pk}/hvem/")
    assert "1 får undersøkelsen når du sender den." in page
    assert "37 får den ikke" in page
    assert "Undersøkelse: Kartlegging av internasjonalt samarbeid" in page  # the letter

    client.post(f"/undersokelser/{survey.pk}/send/")
    assert Letter.objects.get().to == kari
    assert "0 av 1 (0 %) har svart." in text(client, f"/undersokelser/{survey.pk}/svart/")


def test_whether_it_is_anonymous_must_be_chosen(adviser):
    answer = signed_in(adviser).post("/undersokelse-ny/50/", {"begins_as": "", "title": "Vår", "how": ""})

    assert "Du må velge her." in answer.content.decode()
    assert not Survey.objects.exists()


def test_a_question_with_choices_is_written_in_two_languages(adviser, survey):
    client = signed_in(adviser)
    address = f"/undersokelser/{survey.pk}/sporsmal/one/"
    words = {"words_nb": "Kommer dere?", "words_nn": "Kjem de?", "choices_nb": "Ja\nNei"}

    refused = client.post(address, {**words, "choices_nn": "Ja"})
    client.post(address, {**words, "choices_nn": "Ja\nNei", "other": "on"})

    assert "Det må være like mange svar som på det første språket." in refused.content.decode()
    question = SurveyQuestion.objects.get(words__nb="Kommer dere?")
    assert question.words == {"nb": "Kommer dere?", "nn": "Kjem de?"}
    assert question.choices == [{"value": "1", "nb": "Ja", "nn": "Ja"}, {"value": "2", "nb": "Nei", "nn": "Nei"}]
    assert question.other


def test_questions_move_by_buttons_and_stand_when_it_is_open(adviser, survey):
    client = signed_in(adviser)
    second = surveys_made.question(survey, "short", "Hvem er du?")

    client.post(f"/undersokelser/{survey.pk}/flytt/", {"question": second.pk, "do": "up"})
    assert [str(one) for one in survey.pages.get().questions.all()] == ["Hvem er du?", "Har dere en strategi?"]

    surveys.open(survey, by=adviser)
    refused = client.post(f"/undersokelser/{survey.pk}/flytt/", {"question": second.pk, "do": "away"})
    assert refused.status_code == 409
    assert "Spørsmålene står fast nå" in text(client, f"/undersokelser/{survey.pk}/")


def test_the_button_says_how_many_are_reminded_and_then_is_gone(adviser, kari, survey):
    client, address = signed_in(adviser), f"/undersokelser/{survey.pk}/svart/"
    sent(survey, adviser)
    assert "Minn på" not in text(client, address)
    survey.respondents.update(invited_at=timezone.now() - timedelta(days=2))

    assert "Minn på 1 som ikke har svart" in text(client, address)
    client.post(f"/undersokelser/{survey.pk}/minn/")

    assert "Minn på 1" not in text(client, address)
    assert Letter.objects.filter(code="survey-reminder").count() == 1


def test_an_anonymous_survey_names_nobody_among_those_who_answered(adviser, kari):
    survey = surveys_made.survey(by=adviser, anonymous=True)
    sent(survey, adviser)
    respondents.answered(survey.respondents.get(person=kari))

    page = text(signed_in(adviser), f"/undersokelser/{survey.pk}/svart/")

    assert "1 av 1 (100 %) har svart." in page
    assert "Kari Nes" not in page


def test_a_county_that_takes_part_sees_its_own_and_the_total(adviser, kari, survey):
    vigdis, berit = people.adviser(people.VESTLAND, "Vigdis Vest"), people.contact(people.BERGEN, "Berit Bergen")
    survey_counties.let_in(survey, [people.place(people.VESTLAND)], by=adviser)
    sent(survey, adviser)
    client = signed_in(vigdis)

    client.post(f"/undersokelser/{survey.pk}/hvem/legg-til/", {"whom": "contacts", "fylke": "46"})
    client.post(f"/undersokelser/{survey.pk}/send/")

    page = text(client, f"/undersokelser/{survey.pk}/svart/")
    assert "0 av 1 (0 %) har svart. I alle fylkene som er med: 0 av 2 (0 %)." in page
    assert str(berit) in page
    assert str(kari) not in page
    assert client.post(f"/undersokelser/{survey.pk}/avslutt/").status_code == 404


def test_a_strangers_county_does_not_find_it(survey):
    stranger = signed_in(people.adviser(people.VESTLAND, "Vigdis Vest"))

    assert stranger.get(f"/undersokelser/{survey.pk}/").status_code == 404


def test_nobody_is_written_to_by_an_empty_list(adviser, survey):
    answer = signed_in(adviser).post(f"/undersokelser/{survey.pk}/send/")

    survey.refresh_from_db()
    assert answer.status_code == 409
    assert survey.draft


def test_a_room_lists_its_surveys_with_their_rates(adviser, kari):
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=adviser)
    survey = surveys.begin(room, title={"nb": "Kartlegging"}, anonymous=False, by=adviser, one_for_each=True)
    surveys_made.question(survey)
    sent(survey, adviser)

    assert "Kartlegging Åpen · 0 av 1 kommuner (0 %)" in text(
        signed_in(adviser), f"/arbeidsrom/{room.pk}/undersokelser/"
    )


def test_the_answer_in_a_letter_leads_on_to_the_rest(adviser, kari, survey):
    surveys.change(survey, in_letter=survey.pages.get().questions.get(), by=adviser)
    sent(survey, adviser)
    letter = Letter.objects.get()
    pressed = re.search(r"/svar/\S+/", letter.body).group()

    thanks = Client().post(pressed, follow=True).content.decode()

    assert "Svar på resten av undersøkelsen" in thanks
    assert f"/undersokelse/{survey.respondents.invited().get().key}/" in thanks


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[2]], ids=str)
def test_the_pages_hold_in_a_browser(open_page, adviser, kari, survey, look):
    respondents.add_contacts(survey, survey.workspace.owner, by=adviser)
    for part in ("", "hvem/", "vis/", "sporsmal/scale/", "innstillinger/"):
        page = open_page(f"/undersokelser/{survey.pk}/{part}", look, adviser)
        check_axe(page)
        check_width(page)
