"""Answering a survey by a link: on a phone, without account, cookie or password."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.workspaces.surveys import made
from vardevei.core.models import LogEntry
from vardevei.workspaces.domain import responses, surveys
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, SurveyPage, SurveyQuestion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
PHONE = LOOKS[2]


def two_pages(*, anonymous: bool, **more):
    by = people.adviser()
    deadline = timezone.localdate() + timedelta(days=7)
    survey = made.survey(by=by, anonymous=anonymous, deadline=deadline, **more)
    page = SurveyPage.objects.create(survey=survey, order=2, title={"nb": "Det dere trenger"})
    for order, (kind, words, required) in enumerate(
        [(AnswerKind.NUMBER, "Hvor mange ansatte?", False), (AnswerKind.LONG, "Hva vil dere?", True)], 1
    ):
        SurveyQuestion.objects.create(page=page, order=order, kind=kind, words={"nb": words}, required=required)
    return surveys.open(survey, by=by)


def at(name: str, token: object, *more: object) -> str:
    return reverse(f"survey-answer{name}", args=[token, *more])


def names(survey) -> list[str]:
    questions = SurveyQuestion.objects.filter(page__survey=survey).order_by("page__order", "order")
    return [f"q{question.pk}" for question in questions]


def told(survey) -> list[tuple[object, str]]:
    rows = ResponseAnswer.objects.filter(response__survey=survey).order_by("question__page__order", "question__order")
    return [(row.value, row.text) for row in rows]


def test_first_page_says_who_asks_and_who_sees_and_looking_answers_nothing(client):
    survey = two_pages(anonymous=False)
    kari = made.respondent(survey, people.contact())

    page = client.get(at("", kari.key))
    text = page.content.decode()

    for words in ("Trøndelag fylkeskommune spør", "3 spørsmål", "Svarene er ikke anonyme", "Til og med"):
        assert words in text
    assert not page.cookies
    assert page["Referrer-Policy"] == "no-referrer"
    assert not Response.objects.exists()
    assert responses.of(kari) is None


def test_what_is_written_is_kept_page_by_page_and_opens_on_another_device():
    survey, phone, computer = two_pages(anonymous=False), Client(enforce_csrf_checks=True), Client()
    kari, (strategy, many, wish) = made.respondent(survey, people.contact()), names(survey)

    assert phone.post(at("-page", kari.key, 1), {strategy: "a"}).url == at("-page", kari.key, 2)
    later = phone.post(at("-page", kari.key, 2), {many: "ca. 1 250", "later": "1"}, follow=True)

    assert "Svarene dine er lagret" in later.content.decode()
    assert told(survey) == [("a", ""), (1250, "")]
    assert 'value="1250"' in computer.get(at("-page", kari.key, 2)).content.decode()
    lacking = computer.post(at("-page", kari.key, 2), {many: "mange", wish: ""}).content.decode()
    assert "Hva vil dere?: Du må fylle ut her." in lacking
    assert "Skriv bare tallet" in lacking

    done = computer.post(at("-page", kari.key, 2), {many: "2,5", wish: "Flere partnere"}, follow=True)

    assert done.redirect_chain[-1][0] == at("-thanks", kari.key)
    assert "Flere partnere" in done.content.decode()
    assert told(survey) == [("a", ""), (2.5, ""), (None, "Flere partnere")]


def test_pressed_twice_is_one_answer_and_the_first_page_leads_to_the_thanks():
    survey, client = two_pages(anonymous=False), Client()
    kari, (_strategy, _many, wish) = made.respondent(survey, people.contact()), names(survey)

    for _press in range(2):
        client.post(at("-page", kari.key, 2), {wish: "Mer"})

    assert Response.objects.done().count() == 1
    assert LogEntry.objects.filter(act="survey-answered").count() == 1
    assert client.get(at("", kari.key)).url == at("-thanks", kari.key)


def test_who_jumps_over_a_page_is_led_back_to_what_lacks(client):
    survey = two_pages(anonymous=False)
    SurveyQuestion.objects.filter(page__survey=survey).update(required=True)
    kari, (_strategy, many, wish) = made.respondent(survey, people.contact()), names(survey)

    page = client.post(at("-page", kari.key, 2), {many: "1", wish: "Mer"}, follow=True)

    assert page.redirect_chain[-1][0] == at("-page", kari.key, 1) + "?mangler=1"
    assert "Har dere en strategi?: Du må velge her." in page.content.decode()


def test_anonymous_answers_leave_no_cookie_and_open_nothing_again():
    survey, client = two_pages(anonymous=True), Client(enforce_csrf_checks=True)
    kari, (strategy, _many, wish) = made.respondent(survey, people.contact()), names(survey)

    page = client.post(at("-page", kari.key, 1), {strategy: "b", wish: "Ro"}, follow=True)

    assert page.redirect_chain == [(at("-thanks", kari.key), 302)]
    assert not client.cookies
    assert "Ro" not in page.content.decode().replace("Røros", "")
    again = client.get(at("-page", kari.key, 1), follow=True)
    assert again.redirect_chain[-1][0] == at("-thanks", kari.key)
    assert told(survey) == [("b", ""), (None, "Ro")]


def test_open_link_takes_each_form_once_and_a_machine_not_at_all(client):
    survey = two_pages(anonymous=True, open_link=True)
    _strategy, _many, wish = names(survey)
    box = at("-page", survey.key, 1)

    caught = client.post(box, {wish: "Kjøp", "nettsted": "http://spam.example", "once": "a"}).content.decode()
    for once in ("a", "a", "b"):
        client.post(box, {wish: f"Svar {once}", "once": once})

    assert "Det sto noe i et felt som skal være tomt" in caught
    assert "Kjøp" in caught  # a person whose browser filled it in has lost nothing
    assert sorted(text for _value, text in told(survey)) == ["Svar a", "Svar b"]
    assert set(Response.objects.values_list("county__number", flat=True)) == {people.TRONDELAG}


def test_open_link_of_a_named_survey_asks_who(client):
    survey = two_pages(anonymous=False, open_link=True)

    assert client.get(at("-page", survey.key, 1)).url == at("-who", survey.key)
    sent = client.post(
        at("-who", survey.key), {"name": "Per Lund", "email": "per@eksempel.no", "organisation": "Indre Fosen"}
    )

    per = Respondent.objects.get()
    assert sent.url == at("-page", per.key, 1)
    assert (str(per.person), per.organisation.number) == ("Per Lund", people.INDRE_FOSEN)


def test_too_late_is_told_kindly(client):
    survey = two_pages(anonymous=False)
    kari = made.respondent(survey, people.contact())
    surveys.close(survey, by=survey.by)

    assert "Undersøkelsen er avsluttet" in client.get(at("", kari.key)).content.decode()
    assert client.post(at("-page", kari.key, 1), {}).url == at("", kari.key)
    assert not Response.objects.exists()


def test_own_words_choose_other_by_themselves():
    survey, client = two_pages(anonymous=False), Client()
    SurveyQuestion.objects.filter(page__survey=survey, kind=AnswerKind.ONE).update(other=True)
    kari, (strategy, _many, _wish) = made.respondent(survey, people.contact()), names(survey)

    asked = client.post(at("-page", kari.key, 1), {strategy: "other"}).content.decode()
    client.post(at("-page", kari.key, 1), {f"{strategy}_text": "På gang"})

    assert "Skriv hva du mener med «Annet»." in asked
    assert told(survey) == [("other", "På gang")]


def test_other_municipality_is_next_and_a_colleagues_answer_is_told(client):
    survey, kari = two_pages(anonymous=False), people.contact()
    wish = names(survey)[2]
    fosen, bergen = made.respondent(survey, kari), made.respondent(survey, kari, people.BERGEN)
    colleague = made.respondent(survey, people.somebody("Per Lund"))

    page = client.post(at("-page", fosen.key, 2), {wish: "Mer"}, follow=True).content.decode()

    assert "Svar for Bergen" in page
    assert at("", bergen.key) in page
    assert "Kari Nes har svart for Indre Fosen" in client.get(at("", colleague.key)).content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_contact_answers_from_a_phone(open_page):
    survey = two_pages(anonymous=False)
    kari = made.respondent(survey, people.contact())
    page = open_page(at("", kari.key), PHONE)
    check_axe(page)
    check_width(page)

    page.get_by_role("link", name="Start").click()
    page.get_by_label("Ja").check()
    page.get_by_role("button", name="Neste").click()
    page.get_by_label("Hvor mange ansatte?").fill("2,5")
    page.get_by_role("button", name="Send inn").click()
    page.get_by_role("link", name="Hva vil dere?").click()
    check_axe(page)
    page.keyboard.type("Flere partnere")
    page.get_by_role("button", name="Send inn").click()

    page.get_by_role("heading", name="Takk for svaret").wait_for()
    check_axe(page)
    check_width(page)
    assert told(survey) == [("a", ""), (2.5, ""), (None, "Flere partnere")]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_anonymous_survey_is_shown_page_by_page_and_nothing_is_left_in_the_browser(open_page):
    survey = two_pages(anonymous=True)
    kari = made.respondent(survey, people.contact())
    page = open_page(at("-page", kari.key, 1), PHONE)

    page.get_by_label("Ja").check()
    page.get_by_role("button", name="Neste").click()
    page.get_by_label("Hva vil dere?").fill("Ro")
    page.go_back()
    assert page.get_by_label("Ja").is_checked()
    assert not page.get_by_label("Hva vil dere?").is_visible()
    page.go_forward()
    check_axe(page)
    check_width(page)
    assert not ResponseAnswer.objects.exists()
    assert page.evaluate("Object.keys(localStorage).length") == 1
    page.get_by_role("button", name="Send inn").click()

    page.get_by_role("heading", name="Takk for svaret").wait_for()
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert page.context.cookies() == []
    assert told(survey) == [("a", ""), (None, "Ro")]
