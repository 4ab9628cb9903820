"""People come and go; the municipality keeps what is its own, and somebody always keeps the keys."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import INDRE_FOSEN, TRONDELAG, VESTLAND, administrator, adviser, contact, place, somebody, with_role
from vardevei.core.domain import people
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import colleagues, erasures, leaving, roles, staff
from vardevei.organisations.models import ErasureRequest, Invitation, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
YESTERDAY = timezone.localdate() - timedelta(days=1)


def role_of(person: Person) -> Role:
    return Role.objects.get(person=person)


def one(person: Person) -> colleagues.Colleague:
    return colleagues.find(place(INDRE_FOSEN), person.pk)


def long_there(name: str = "Kari Nes") -> Person:
    """A contact since last year."""
    person = contact(name=name)
    Role.objects.filter(person=person).update(start=YESTERDAY - timedelta(days=365))
    return person


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable[..., None]:
    """Do something and let what waits for the commit be done."""

    def _do(verb: Callable[..., object], *args: object, **kwargs: object) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            verb(*args, **kwargs)

    return _do


def test_when_the_last_one_leaves_the_county_is_told_in_a_letter_and_in_the_log(committed) -> None:
    kari, ola, _other = long_there(), adviser(), adviser(VESTLAND, "Eva Berg")

    committed(colleagues.end, one(kari), by=kari)

    assert [letter.to for letter in Letter.objects.filter(code="place-empty")] == [ola]
    assert LogEntry.objects.filter(act="place-empty").count() == 1
    assert leaving.empty_since([place(INDRE_FOSEN).pk]) == {place(INDRE_FOSEN).pk: timezone.localdate()}


def test_while_a_colleague_is_there_nobody_is_told(committed) -> None:
    kari, _ola = long_there(), adviser()
    roles.give(kinds.MEMBER, to=somebody("Per Lund"), at=place(INDRE_FOSEN), by=kari)

    committed(colleagues.end, one(kari), by=kari)

    assert not Letter.objects.exists()
    assert leaving.empty_since([place(INDRE_FOSEN).pk]) == {}


def test_one_contact_replaced_by_another_in_one_go_leaves_nobody_empty(committed) -> None:
    kari, _ola = long_there(), adviser()

    def replace() -> None:
        roles.end(role_of(kari), by=None)
        roles.give(kinds.CONTACT, to=somebody("Per Lund"), at=place(INDRE_FOSEN), by=None)

    committed(replace)

    assert not Letter.objects.exists()


def test_a_colleague_is_made_the_contact_and_another_cannot_do_it() -> None:
    kari, per = contact(), with_role(kinds.MEMBER, INDRE_FOSEN, "Per Lund")

    colleagues.make_contact(one(per), by=kari)
    with pytest.raises(Problem) as found:
        colleagues.make_contact(one(kari), by=somebody("En Annen"))

    assert [role.person.name for role in roles.contacts_at(place(INDRE_FOSEN))] == ["Kari Nes", "Per Lund"]
    assert found.value.code == "not-allowed"


def test_a_contact_may_go_on_as_a_member_and_the_municipality_is_not_left(committed) -> None:
    kari, _ola = long_there(), adviser()

    committed(colleagues.end, one(kari), by=kari, stays=True)

    assert [(there.person, there.is_contact) for there in colleagues.at(place(INDRE_FOSEN))] == [(kari, False)]
    assert colleagues.once_at(place(INDRE_FOSEN)) == []
    assert not Letter.objects.exists()


def test_nobody_can_take_the_last_administrator_away() -> None:
    anne = administrator()
    staff.offer("per@eksempel.no", kinds.ADMINISTRATOR, None, by=anne)  # an invitation is not an administrator

    for verb in (
        lambda: staff.end(role_of(anne), by=anne),
        lambda: people.erase(anne, by=anne, why=""),
        lambda: roles.give(kinds.ADMINISTRATOR, to=anne, by=anne, until=timezone.localdate()),
    ):
        with pytest.raises(Problem) as found:
            verb()
        assert found.value.code == "last-administrator"

    other = administrator("Bente Borg")
    staff.end(role_of(anne), by=other)
    assert not Role.objects.filter(person=anne).exists()


def test_a_staff_role_is_given_at_once_only_to_somebody_who_has_signed_in() -> None:
    anne = administrator()
    ola = somebody("Ola Vik", last_login=timezone.now())

    given = staff.offer("ola.vik@eksempel.no", kinds.ADVISER, place(TRONDELAG), by=anne)
    offered = staff.offer("ukjent@eksempel.no", kinds.ADVISER, place(TRONDELAG), by=anne, until=YESTERDAY)

    assert given == role_of(ola)
    assert offered is None
    assert Invitation.objects.get().until == YESTERDAY
    assert [letter.code for letter in Letter.objects.order_by("pk")] == ["role-given", "invitation"]


def test_only_an_administrator_gives_staff_roles() -> None:
    with pytest.raises(Problem) as found:
        staff.offer("ola.vik@eksempel.no", kinds.EDITOR, place(TRONDELAG), by=adviser())

    assert found.value.code == "not-allowed"


def test_a_contact_who_asks_is_erased_at_once_and_the_municipality_is_noticed(committed) -> None:
    kari, ola = long_there(), adviser()

    committed(erasures.ask, kari)

    kari.refresh_from_db()
    assert kari.erased_at
    assert [letter.to for letter in Letter.objects.filter(code="place-empty")] == [ola]
    assert Role.objects.filter(person=kari, end=YESTERDAY).count() == 1


def test_one_who_has_worked_for_a_county_waits_for_an_administrator() -> None:
    ola, anne = adviser(), administrator()

    request = erasures.ask(ola)
    again = erasures.ask(ola)

    assert request == again
    assert [w.about for w in erasures.waiting_for(anne)] == [str(request.pk)]  # type: ignore[union-attr]
    assert list(erasures.waiting_for(ola)) == []

    erasures.carry_out(request, by=anne)  # type: ignore[arg-type]
    ola.refresh_from_db()
    assert ola.erased_at
    assert list(erasures.waiting_for(anne)) == []


def test_a_refusal_says_why_and_where_to_complain() -> None:
    ola, anne = adviser(), administrator()
    request = erasures.ask(ola)
    assert request

    with pytest.raises(Problem):
        erasures.refuse(request, by=anne, why="")
    erasures.refuse(request, by=anne, why="Vedtaket du skrev under, er under klage.")

    letter = Letter.objects.get(code="erasure-refused")
    assert "Vedtaket du skrev under, er under klage." in letter.body
    assert "Datatilsynet" in letter.body
    assert erasures.ask(ola) != request


def test_an_answer_is_given_once() -> None:
    anne = administrator()
    request = erasures.ask(adviser())
    assert request
    erasures.refuse(request, by=anne, why="Arkivplikt.")

    with pytest.raises(Problem) as found:
        erasures.carry_out(ErasureRequest.objects.get(), by=anne)

    assert found.value.code == "erasure-answered"
