"""Alerts: what is told, to whom, when, once; and how they are asked for, changed and stopped."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.people import somebody
from tests.programmes.announced import call, days, reading
from vardevei.core.models import Letter
from vardevei.guide.domain import alerts, subscriptions
from vardevei.guide.domain.subscriptions import Choice
from vardevei.guide.models import Sent, Subscription
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.calling import EU_PORTAL
from vardevei.organisations.domain import expiry
from vardevei.programmes.imports import calls as imports

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 6, 1)


def at(day, hour=7):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.fixture
def take():
    def run(day, *rows):
        imports.apply(imports.plan(reading(day.isoformat(), *rows)), EU_PORTAL, f"{day}.json", accept_gone=True)

    return run


@pytest.fixture
def follow():
    """A subscription that has been running since before June."""

    def made(to=None, since=MONDAY - timedelta(days=3), **choice):
        one = subscriptions.subscribe(Choice(**choice), to=to or somebody(), signed_in=True)
        Subscription.objects.filter(pk=one.pk).update(since=at(since, 0), looked_on=since, confirmed_at=at(since, 0))
        one.refresh_from_db()
        return one

    return made


def letters():
    return list(Letter.objects.filter(code="alerts").order_by("pk"))


def test_a_daily_letter_tells_what_is_new_and_why_and_never_again(take, follow) -> None:
    take(MONDAY - timedelta(days=30), call(1))
    follow(wanted={"text": "floods"}, rhythm="daily")
    take(MONDAY, call(1, deadlines=days("2026-10-01")), call(2), call(3, title="Bees", identifier="B-1"))

    assert alerts.send_due(at(MONDAY)) == 1
    assert alerts.send_due(at(MONDAY)) == 0  # the line was run twice
    assert alerts.send_due(at(MONDAY + timedelta(days=1))) == 0

    [letter] = letters()
    assert letter.subject == "2 utlysninger med noe nytt"
    assert "Fristen er flyttet fra 16." in letter.body
    assert "Utlysningen er ny." in letter.body
    assert "Bees" not in letter.body
    assert "Du får dette fordi du 29. mai 2026 sa ja til varsel om «floods»." in letter.body
    assert letter.stop.startswith("http")
    assert letter.stop in letter.body


def test_a_weekly_letter_waits_for_monday_and_makes_up_for_one_that_was_missed(take, follow) -> None:
    take(MONDAY - timedelta(days=30), call(1))
    follow(rhythm="weekly")
    take(MONDAY, call(1), call(2))
    assert alerts.send_due(at(MONDAY)) == 1

    take(MONDAY + timedelta(days=2), call(1), call(2), call(3))
    assert [alerts.send_due(at(MONDAY + timedelta(days=day))) for day in range(2, 7)] == [0] * 5
    assert alerts.send_due(at(MONDAY + timedelta(days=8))) == 1  # the machine was off on Monday


def test_one_letter_a_day_for_all_of_ones_alerts_and_a_call_in_two_of_them_once(take, follow) -> None:
    take(MONDAY - timedelta(days=30), call(1))
    kari = somebody()
    follow(kari, wanted={"text": "floods"}, rhythm="daily")
    follow(kari, wanted={"text": "towns"}, rhythm="weekly")
    take(MONDAY, call(1), call(2))

    assert alerts.send_due(at(MONDAY)) == 1
    assert letters()[0].body.count("Floods in small towns 2") == 1

    take(MONDAY + timedelta(days=1), call(1), call(2), call(3))
    alerts.send_due(at(MONDAY + timedelta(days=1)))
    assert alerts.send_due(at(MONDAY + timedelta(days=7))) == 0  # the daily one has told it


def test_it_reminds_at_the_steps_that_were_chosen_and_anew_when_the_deadline_is_moved(take, follow) -> None:
    deadline = MONDAY + timedelta(days=16)
    take(MONDAY - timedelta(days=30), call(1, deadlines=days(deadline.isoformat())))
    follow(rhythm="daily", tells=(), ladder=(14, 2))

    told = [day for day in range(17) if alerts.send_due(at(MONDAY + timedelta(days=day)))]
    assert told == [2, 14]
    assert "Fristen er om 14 dager: 17. juni 2026." in letters()[0].body.replace("\xa0", " ")

    later = deadline + timedelta(days=20)
    take(MONDAY + timedelta(days=15), call(1, deadlines=days(later.isoformat())))
    assert [day for day in range(16, 37) if alerts.send_due(at(MONDAY + timedelta(days=day)))] == [22, 34]


def test_what_opens_is_told_and_what_came_and_went_is_not(take, follow) -> None:
    opens = MONDAY + timedelta(days=5)
    take(MONDAY - timedelta(days=30), call(1, opens_on=opens))
    follow(rhythm="weekly")
    take(MONDAY + timedelta(days=1), call(1, opens_on=opens), call(2))
    take(MONDAY + timedelta(days=3), call(1, opens_on=opens))
    alerts.send_due(at(MONDAY))
    alerts.send_due(at(MONDAY + timedelta(days=7)))

    [letter] = letters()
    assert letter.subject == "Åpnet: Floods in small towns 1"


@pytest.mark.parametrize(
    ("form", "words"),
    [("nb", "Utlysningen er ny."), ("nn", "Utlysinga er ny."), ("en", "The call is new.")],
)
def test_the_letter_is_in_the_form_that_was_chosen(take, follow, form, words) -> None:
    take(MONDAY - timedelta(days=30), call(1))
    follow(rhythm="daily", form=form)
    take(MONDAY, call(1), call(2))
    alerts.send_due(at(MONDAY))
    assert words in letters()[0].body


def test_nothing_is_sent_before_the_yes_or_while_it_rests(take, follow) -> None:
    take(MONDAY - timedelta(days=30), call(1))
    kari = somebody()
    one = subscriptions.subscribe(Choice(rhythm="daily"), to=kari)
    take(MONDAY, call(1), call(2))
    assert alerts.send_due(at(MONDAY)) == 0
    assert [letter.code for letter in Letter.objects.all()] == ["alert-confirm"]

    two = follow(somebody("Per Vik"), rhythm="daily")
    subscriptions.pause(two)
    assert alerts.send_due(at(MONDAY)) == 0
    subscriptions.resume(two)
    assert alerts.send_due(timezone.now() + timedelta(days=1)) == 0  # what happened meanwhile is not told
    assert one.confirmed_at is None


def test_the_same_is_asked_for_once_and_a_strangers_asking_changes_nothing(follow) -> None:
    one = follow(wanted={"text": "floods"}, rhythm="daily")
    again = subscriptions.subscribe(Choice(wanted={"text": "floods"}, rhythm="weekly"), to=one.person)
    one.refresh_from_db()
    assert (again.pk, one.rhythm) == (one.pk, "daily")
    with pytest.raises(Problem, match="at least one"):
        subscriptions.subscribe(Choice(tells=(), ladder=()), to=one.person)


def test_too_many_are_refused_to_oneself_and_passed_over_in_silence_to_a_stranger(monkeypatch) -> None:
    monkeypatch.setattr(subscriptions, "MOST", 1)
    kari = somebody()
    subscriptions.subscribe(Choice(), to=kari, signed_in=True)
    with pytest.raises(Problem, match="already"):
        subscriptions.subscribe(Choice(wanted={"text": "a"}), to=kari, signed_in=True)
    assert subscriptions.subscribe(Choice(wanted={"text": "a"}), to=kari) is None
    assert not Letter.objects.exists()


def test_what_nobody_says_yes_to_goes_and_old_ones_are_asked_about_and_end(follow) -> None:
    kari, now = somebody(), timezone.now()
    subscriptions.subscribe(Choice(), to=kari)
    Subscription.objects.update(made_at=now - timedelta(days=8))
    assert subscriptions.forget_unconfirmed() == 1

    one = follow(kari, since=timezone.localdate() - timedelta(days=701))
    assert alerts.end_old(now) == 0
    assert alerts.end_old(now + timedelta(days=1)) == 0
    assert [letter.code for letter in Letter.objects.order_by("pk")][1:] == ["alerts-go-on"]

    assert alerts.end_old(now + timedelta(days=31)) == 1
    assert [letter.code for letter in Letter.objects.order_by("pk")][2:] == ["alerts-ended"]
    assert not Subscription.objects.filter(pk=one.pk).exists()


def test_saying_yes_anew_keeps_it(follow) -> None:
    one = follow(since=timezone.localdate() - timedelta(days=720))
    alerts.end_old()
    subscriptions.go_on(one.person)
    assert alerts.end_old(timezone.now() + timedelta(days=31)) == 0


def test_whoever_gets_alerts_is_in_use_and_erasing_takes_the_alerts_along(follow) -> None:
    from vardevei.core.domain import people

    kari, per = somebody(), somebody("Per Vik")
    follow(kari)
    type(kari).objects.update(created_at=timezone.now() - timedelta(days=400))
    assert [person.pk for person in expiry.plan().warned] == [per.pk]

    people.erase(kari, by=None, why="asked")
    assert not Subscription.objects.exists()
    assert not Sent.objects.exists()
