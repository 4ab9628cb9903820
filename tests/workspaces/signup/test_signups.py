"""Signing up: once for each address, by letter, for a colleague too, and only for those who may."""

import pytest

from tests import people
from tests.workspaces.signup import making
from vardevei.core.models import LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import event_invitations, sign_up_keys, sign_up_options, signups
from vardevei.workspaces.enums import SignUpState, SignUpWho

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def lead() -> Person:
    return people.adviser(name="Liv Leder")


@pytest.fixture
def course(lead):
    return making.event(lead)


def test_somebody_without_an_account_gets_a_place_and_a_letter_with_her_links(course):
    fosen = people.place(people.INDRE_FOSEN)

    made = signups.sign_up(course, name="Kari Nes", email=" Kari@Eksempel.no", organisation=fosen)

    assert (made.state, made.name, made.where) == (SignUpState.SIGNED_UP, "Kari Nes", "Indre Fosen")
    assert made.person.email == "kari@eksempel.no"
    assert not made.person.has_usable_password()
    letter = making.last_letter(made)
    assert (letter.code, letter.address) == ("sign-up-confirmed", "kari@eksempel.no")
    assert f"http://localhost:8000{sign_up_keys.path(made)}" in letter.body
    assert f"http://localhost:8000{sign_up_keys.path(made, 'kommer-ikke')}" in letter.body
    assert LogEntry.objects.filter(act="signed-up", place=course.workspace.owner_id).count() == 1


def test_pressed_twice_and_the_same_address_is_one_sign_up_and_one_letter(course):
    first = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")
    second = signups.sign_up(course, name="En Annen", email="KARI@eksempel.no")

    assert first == second
    assert (second.name, course.sign_ups.count()) == ("Kari Nes", 1)
    assert making.codes(first) == ["sign-up-confirmed"]


def test_a_colleague_is_told_who_signed_her_up(course):
    ola = people.somebody("Ola Vik")

    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no", by=ola)

    assert made.by == ola
    assert "Ola Vik har meldt deg på «Skrivekurs»." in making.last_letter(made).body


def test_withdrawn_and_signed_up_again_is_still_one(course):
    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")

    signups.stay_away(made)
    signups.stay_away(made)
    assert made.state == SignUpState.WITHDRAWN
    again = signups.come(made)

    assert (again.pk, again.state) == (made.pk, SignUpState.SIGNED_UP)
    assert making.codes(made) == ["sign-up-confirmed", "sign-up-withdrawn", "sign-up-confirmed"]


def test_the_organiser_takes_somebody_off_the_list_and_others_may_not(course, lead):
    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")

    with pytest.raises(Problem) as refused:
        signups.stay_away(made, by=people.somebody("Nils Nysgjerrig"))
    signups.stay_away(made, by=lead)

    assert refused.value.code == "not-allowed-in-workspace"
    assert "Arrangøren har meldt deg av" in making.last_letter(made).body


@pytest.mark.parametrize("what", ["begun", "cancelled", "draft", "closed", "archived"])
def test_one_does_not_sign_up_to_what_is_not_ahead(course, lead, what):
    from vardevei.workspaces.domain import workspaces

    if what == "begun":
        making.moved(course, 21)
    elif what == "closed":
        sign_up_options.set_up(course, closes_at=course.starts_at - 30 * making.DAY, by=lead)
    elif what == "archived":
        workspaces.archive(course.workspace, by=lead)
    else:
        making.put(course, what)

    with pytest.raises(Problem) as refused:
        signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")

    assert refused.value.code == "sign-up-closed"
    assert course.sign_ups.count() == 0


def test_only_the_invited_and_those_in_the_room_sign_up_when_the_organiser_says_so(course, lead):
    sign_up_options.set_up(course, who=SignUpWho.INVITED, by=lead)
    kari = people.somebody("Kari Nes")
    event_invitations.invite(course, [(kari, None)], by=lead)

    with pytest.raises(Problem) as refused:
        signups.sign_up(course, name="Nils", email="nils@eksempel.no")

    assert refused.value.code == "sign-up-for-invited"
    assert signups.sign_up(course, name="Kari", email=kari.email).state == SignUpState.SIGNED_UP
    assert signups.sign_up(course, name="Liv", email=lead.email, by=lead).state == SignUpState.SIGNED_UP


def test_a_link_that_is_not_whole_or_is_made_up_opens_nothing(course):
    made = signups.sign_up(course, name="Kari Nes", email="kari@eksempel.no")
    whole = sign_up_keys.token(made)

    assert sign_up_keys.find(whole) == made
    for broken in (whole[:-1], made.key.hex, f"{made.key.hex}~x"):
        with pytest.raises(Problem) as refused:
            sign_up_keys.find(broken)
        assert refused.value.code == "link-broken"
