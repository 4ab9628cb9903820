"""A partner request goes to municipalities, is answered from the mail, reminded of, and closed with what came of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.guide.partners import ASNES, EIDSKOG, GRUE, INNLANDET, KONGSVINGER, in_days, recorded, said
from tests.people import BERGEN, adviser, contact, place, somebody, with_role
from vardevei.core.domain import answers
from vardevei.core.models import Letter
from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_asking, partner_hints, partner_requests, partner_waiting
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.models import NextStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def press(person, value: str, more: str = "") -> None:
    answers.answer(Letter.objects.filter(to=person, question__isnull=False).latest("pk"), value, more=more)


def letters_to(person, code: str) -> int:
    return Letter.objects.filter(to=person, code=code).count()


def test_a_yes_gives_the_adviser_a_next_step_and_the_silent_alone_are_reminded() -> None:
    ola = adviser(INNLANDET)
    kari, liv = contact(KONGSVINGER, "Kari Kongs"), contact(GRUE, "Liv Grue")
    request = recorded(ola)

    assert partner_asking.ask(request, [place(KONGSVINGER), place(GRUE)], by=ola) == 2
    press(kari, "yes", "En rådgiver")
    PartnerAsked.objects.update(asked_at=timezone.now() - timedelta(days=2))
    assert partner_asking.remind(request, by=ola) == 1

    asked = request.asked.get(municipality=place(KONGSVINGER))
    assert (asked.answer, asked.more, asked.by) == ("yes", "En rådgiver", kari)
    assert (letters_to(kari, "partner-reminder"), letters_to(liv, "partner-reminder")) == (0, 1)
    step = NextStep.objects.get(place=place(KONGSVINGER))
    assert (step.who, step.what) == (ola, "Følg opp ja til «Breiband over grensa»")


def test_nobody_is_asked_twice_nor_reminded_twice_a_day() -> None:
    ola, kari = adviser(INNLANDET), contact(KONGSVINGER, "Kari Kongs")
    request = recorded(ola)

    partner_asking.ask(request, [place(KONGSVINGER)], by=ola)
    assert partner_asking.ask(request, [place(KONGSVINGER)], by=ola) == 0
    assert partner_asking.remind(request, by=ola) == 0

    assert letters_to(kari, "partner-request") == 1


def test_a_colleagues_no_from_a_letter_does_not_undo_a_yes_but_on_the_site_it_does() -> None:
    ola, kari, per = adviser(INNLANDET), contact(GRUE, "Kari Grue"), contact(GRUE, "Per Grue")
    request = recorded(ola)
    partner_asking.ask(request, [place(GRUE)], by=ola)

    press(kari, "yes")
    press(per, "no")
    asked = request.asked.get()
    assert (asked.answer, asked.by) == ("yes", kari)

    partner_asking.answer(asked, "no", by=per)
    asked = request.asked.get()
    assert (asked.answer, asked.by) == ("no", per)


def test_a_member_without_a_letter_answers_on_the_site() -> None:
    ola, lise = adviser(INNLANDET), with_role(kinds.MEMBER, GRUE, "Lise Grue")
    request = recorded(ola)
    partner_asking.ask(request, [place(GRUE)], by=ola)

    assert [one.place for one in partner_waiting.waiting_for(lise)] == [place(GRUE).pk]
    partner_asking.answer(request.asked.get(), "more", more="Hvor mye tid?", by=lise)

    assert list(partner_waiting.waiting_for(lise)) == []
    assert NextStep.objects.get().what == "Fortell mer om «Breiband over grensa»"


def test_what_came_of_it_is_told_to_those_who_were_interested_and_nothing_more_is_answered() -> None:
    ola, kari, liv = adviser(INNLANDET), contact(KONGSVINGER, "Kari Kongs"), contact(GRUE, "Liv Grue")
    request = recorded(ola)
    partner_asking.ask(request, [place(KONGSVINGER), place(GRUE)], by=ola)
    press(kari, "yes")
    press(liv, "no")

    partner_requests.close(request, outcome="Kongsvinger ble med.", by=ola)

    assert (letters_to(kari, "partner-outcome"), letters_to(liv, "partner-outcome")) == (1, 0)
    with pytest.raises(Problem, match="question"):
        press(liv, "yes")


def test_sent_in_without_an_account_it_is_seen_by_nobody_before_it_is_confirmed() -> None:
    ola, sender = adviser(INNLANDET), somebody("An Vermeer")

    request = partner_requests.send_in(place(INNLANDET), said(), by=sender)
    assert list(rules.visible_to(ola)) == [] == list(partner_waiting.waiting_for(ola))
    partner_requests.confirm(request)
    partner_requests.confirm(request)

    assert list(rules.visible_to(ola)) == [request]
    assert letters_to(ola, "partner-arrived") == 1
    assert len(list(partner_waiting.waiting_for(ola))) == 1


def test_what_nobody_confirms_goes_after_thirty_days() -> None:
    old, new = (partner_requests.send_in(place(INNLANDET), said(), by=somebody(name)) for name in ("En", "To"))
    PartnerRequest.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=31))

    partner_requests.forget_unconfirmed()

    assert list(PartnerRequest.objects.all()) == [new]


def test_municipalities_of_another_county_are_not_asked_by_it() -> None:
    ola = adviser(INNLANDET)

    with pytest.raises(Problem, match="may not"):
        partner_asking.ask(recorded(ola), [place(BERGEN)], by=ola)


def test_a_later_day_opens_the_letters_again() -> None:
    ola, kari = adviser(INNLANDET), contact(KONGSVINGER, "Kari Kongs")
    request = recorded(ola)
    partner_asking.ask(request, [place(KONGSVINGER)], by=ola)
    PartnerRequest.objects.update(answer_by=in_days(-1))
    request.question.__class__.objects.update(deadline=in_days(-1))
    with pytest.raises(Problem):
        press(kari, "yes")

    request = PartnerRequest.objects.get()
    partner_requests.change(request, said(answer_by=in_days(5)), by=ola)
    press(kari, "yes")

    assert request.asked.get().answer == "yes"


def test_a_hint_says_because_of_what() -> None:
    ola, kari = adviser(INNLANDET), contact(ASNES, "Kari Asnes")
    first = recorded(ola, title="Den forrige")
    partner_asking.ask(first, [place(ASNES)], by=ola)
    press(kari, "yes")

    hints = partner_hints.ordered(partner_hints.of(recorded(ola), [place(EIDSKOG), place(ASNES)]))

    assert [(hint.municipality.name, [words["nb"] for words in hint.because]) for hint in hints] == [
        ("Åsnes", ["Har sagt ja til en partnerforespørsel før."]),
        ("Eidskog", []),
    ]


@pytest.mark.parametrize(
    ("kind", "at", "sees", "passes_on", "answers_for"),
    [
        (kinds.CONTACT, GRUE, True, False, True),
        (kinds.MEMBER, GRUE, True, False, True),
        (kinds.CONTACT, EIDSKOG, False, False, False),
        (kinds.ADVISER, INNLANDET, True, True, False),
        (kinds.EDITOR, INNLANDET, True, True, False),
        (kinds.ADVISER, "46", False, False, False),
        (kinds.GRANT_OFFICER, INNLANDET, False, False, False),
        (kinds.DECISION_MAKER, INNLANDET, False, False, False),
        (kinds.NETWORK_EDITOR, "", False, False, False),
        (kinds.ADMINISTRATOR, "", True, True, False),
    ],
)
def test_who_may_what(kind, at: str, sees: bool, passes_on: bool, answers_for: bool) -> None:
    ola = adviser(INNLANDET)
    request = recorded(ola)
    partner_asking.ask(request, [place(GRUE)], by=ola)
    person = with_role(kind, at, "Den Det Gjelder")

    assert rules.visible_to(person).exists() == sees
    assert rules.may_pass_on(person, request) == passes_on
    assert bool(rules.asked_of(person, request)) == answers_for
