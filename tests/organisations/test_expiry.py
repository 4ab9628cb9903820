"""Deletion runs by itself: warned first, counted and never named in the log, and the same in a dry run."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.people import INDRE_FOSEN, contact, place, somebody
from vardevei.core.domain import keeping, letters
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.core.personal import declared
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import expiry, invitations, joining
from vardevei.organisations.models import Invitation, JoinRequest, Role

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def test_a_person_in_nobodys_use_is_warned_after_eleven_months_and_gone_a_month_later() -> None:
    kari = somebody(created_at=ago(340))

    expiry.carry_out(expiry.plan())
    expiry.carry_out(expiry.plan())

    assert [letter.code for letter in Letter.objects.filter(to=kari)] == ["soon-erased"]
    Person.objects.update(created_at=ago(371), warned_at=ago(31))
    expiry.carry_out(expiry.plan())

    kari.refresh_from_db()
    assert (kari.name, kari.email) == ("", None)


def test_one_who_was_not_warned_is_not_erased() -> None:
    somebody(created_at=ago(1000))

    found = expiry.plan()

    assert (len(found.warned), len(found.erased)) == (1, 0)


def test_one_who_signs_in_after_the_warning_stays_and_is_warned_anew_another_year() -> None:
    kari = somebody(created_at=ago(800), warned_at=ago(400), last_login=ago(390))

    found = expiry.plan()

    assert (found.warned, found.erased) == ([kari], [])


def test_one_who_cannot_be_written_to_goes_after_the_year() -> None:
    nameless = Person.objects.create_user(None, name="Ola", created_at=ago(366))
    Person.objects.create_user(None, name="Nylig", created_at=ago(350))

    assert expiry.plan().erased == [nameless]


@pytest.mark.usefixtures("_register")
def test_a_role_keeps_the_person_until_a_year_after_it_has_ended() -> None:
    kari = contact()
    Person.objects.update(created_at=ago(2000))
    assert expiry.plan().warned == []

    Role.objects.update(
        start=timezone.localdate() - timedelta(days=2000), end=timezone.localdate() - timedelta(days=340)
    )

    assert expiry.plan().warned == [kari]


@pytest.mark.usefixtures("_register")
def test_every_limit_with_a_clock_is_applied_and_a_dry_run_changes_nothing() -> None:
    kari, per = contact(), somebody("Per Lund")
    request = joining.ask(per, place(INDRE_FOSEN), kinds.MEMBER, reason="Hemmelig grunn")
    joining.decline(request, by=kari, answer="Nei")
    invitations.send("ny@eksempel.no", kinds.MEMBER, place(INDRE_FOSEN), by=kari)
    letter = letters.write("mail-test", to=kari, form="nb", by=None)
    session = SessionStore()
    session.create()
    JoinRequest.objects.update(answered_at=ago(31))
    Invitation.objects.update(expires_at=ago(31), sent_at=ago(61))
    Letter.objects.filter(pk=letter.pk).update(written_at=ago(731))
    Session.objects.update(expire_date=ago(2))

    lines = expiry.plan().lines()

    assert lines == [
        "1 rows of core.Letter: emptied of people (sent, 730 days after written_at)",
        "1 rows of organisations.Invitation: emptied of people (short, 30 days after expires_at)",
        "1 rows of organisations.JoinRequest: emptied of people (short, 30 days after answered_at)",
        "1 rows of sessions.Session: deleted (a-day, 1 days after expire_date)",
    ]
    assert JoinRequest.objects.get().reason == "Hemmelig grunn"

    expiry.carry_out(expiry.plan())

    assert (JoinRequest.objects.get().reason, JoinRequest.objects.get().person) == ("", per)
    assert (Invitation.objects.get().email, Session.objects.count()) == ("", 0)
    assert Letter.objects.get(pk=letter.pk).address == ""
    assert expiry.plan().lines() == []


def test_the_log_tells_how_many_and_never_who() -> None:
    Person.objects.create_user(None, name="Ola", created_at=ago(366))

    expiry.carry_out(expiry.plan())

    entry = LogEntry.objects.get(act="expired")
    assert entry.values == {"rows": 0, "erased": 1, "warned": 0}
    assert "Ola" not in str(list(LogEntry.objects.values_list()))


def test_every_table_with_a_clock_can_run() -> None:
    """Each query is asked of the database, so that a field that was renamed is found here."""
    for model, personal, limit in keeping.clocks():
        assert declared(model) == personal
        assert limit.days
    assert keeping.lapsed(timezone.now()) == []
