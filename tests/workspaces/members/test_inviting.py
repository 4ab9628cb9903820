"""A county adviser invites municipalities and people to a workspace; they answer in the letter, without an account."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import answers
from vardevei.core.domain.people import erase
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import asking, inviting, members, workspaces
from vardevei.workspaces.enums import MemberState, Part, Standing, Visibility
from vardevei.workspaces.models import Member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
FROSTA, TRONDHEIM, OPPDAL = "5036", "5001", "5021"


@pytest.fixture
def adviser() -> Person:
    return people.adviser()


@pytest.fixture
def room(adviser):
    return workspaces.begin(people.place(people.TRONDELAG), title="Kystnettverket", by=adviser)


def press(letter: Letter, value: str) -> None:
    """Open the link in the letter, as she does who presses it, and send the answer."""
    token = next(one for one in re.findall(r"/svar/(\S+?)/", letter.body) if answers.letter_of(one)[1] == value)
    answers.answer(answers.letter_of(token)[0], value)


def letters(to: Person) -> list[Letter]:
    return list(Letter.objects.filter(to=to).order_by("pk"))


def test_one_yes_from_its_letter_brings_a_municipality_in(room, adviser):
    kari, per = people.contact(), people.contact(name="Per Nes")
    told = inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)

    assert [str(one) for one in told.members] == ["Indre Fosen"]
    assert rules.standings(kari, room) == {Standing.ANYONE, Standing.INVITED}
    press(letters(per)[0], "no")
    press(letters(kari)[0], "yes")

    member = Member.objects.get(organisation=people.place(people.INDRE_FOSEN))
    assert member.state == MemberState.IN
    assert rules.may(per, rules.TAKE_PART, room)


def test_a_yes_that_comes_after_archiving_is_told_that_it_is_over(room, adviser):
    kari = people.contact()
    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    workspaces.archive(room, by=adviser)

    with pytest.raises(Problem, match="time for answering"):
        press(letters(kari)[0], "yes")

    assert Member.objects.get(organisation=people.place(people.INDRE_FOSEN)).state == MemberState.INVITED


def test_a_mind_can_be_changed_from_the_same_letter(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser).person
    letter = letters(guest)[0]

    press(letter, "yes")
    assert Member.objects.get(person=guest).state == MemberState.IN
    press(letter, "no")

    assert Member.objects.get(person=guest).state == MemberState.DECLINED
    assert not rules.may(guest, rules.SEE, room)


def test_those_without_a_contact_to_write_to_are_told_of_and_not_asked(room, adviser):
    people.contact()
    vacant, there = people.place(FROSTA), people.place(people.INDRE_FOSEN)

    told = inviting.municipalities(room, [there, vacant], by=adviser)
    again = inviting.municipalities(room, [there, vacant], by=adviser)

    assert ([str(one) for one in told.members], told.unreachable) == (["Indre Fosen"], [vacant])
    assert (again.members, again.already) == ([], [there])
    assert Letter.objects.count() == 1


def test_where_only_named_people_see_it_contacts_are_asked_by_name(room, adviser):
    room.visibility = Visibility.NAMED
    room.save()
    kari, per = people.contact(), people.contact(name="Per Nes")

    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    press(letters(kari)[0], "yes")

    assert rules.may(kari, rules.TAKE_PART, room)
    assert not rules.may(per, rules.TAKE_PART, room)
    assert {letter.place for letter in Letter.objects.all()} == {""}
    assert not LogEntry.objects.filter(act="workspace-invited").exclude(place="").exists()


def test_reminders_go_only_to_those_who_have_not_answered_and_once_a_day(room, adviser):
    silent, quick = people.contact(FROSTA, "Frode Fros"), people.contact(TRONDHEIM, "Tor Rask")
    inviting.municipalities(room, [people.place(FROSTA), people.place(TRONDHEIM)], by=adviser)
    assert inviting.remind(room, by=adviser) == 0  # they got the invitation today
    press(letters(quick)[0], "yes")
    Member.objects.asked().update(added_at=timezone.now() - timedelta(days=8))
    assert [one.about for one in inviting.waiting_for(adviser)] == [str(room.pk)]

    assert inviting.remind(room, by=adviser) == 1
    assert inviting.remind(room, by=adviser) == 0

    assert (len(letters(silent)), len(letters(quick))) == (2, 1)
    assert list(inviting.waiting_for(adviser)) == []
    press(letters(silent)[1], "yes")
    assert Member.objects.get(organisation=people.place(FROSTA)).state == MemberState.IN


def test_a_no_from_one_contact_is_turned_by_a_yes_from_another(room, adviser):
    no, silent = people.contact(), people.contact(name="Per Nes")
    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    press(letters(no)[0], "no")

    assert Member.objects.get(organisation=people.place(people.INDRE_FOSEN)).state == MemberState.DECLINED
    press(letters(silent)[0], "yes")
    assert Member.objects.get(organisation=people.place(people.INDRE_FOSEN)).state == MemberState.IN


def test_the_letter_is_in_the_receivers_own_form_and_says_who_sees_it(room, adviser):
    nynorsk = people.somebody("Nils Nyno", form="nn")

    inviting.person(room, nynorsk.email, by=adviser)

    letter = letters(nynorsk)[0]
    assert letter.subject == "Vil du vere med i «Kystnettverket»?"
    assert "Kven som kan sjå det: for dei som er med, og fylket." in letter.body


def test_nobody_is_asked_twice_at_the_same_time_but_one_who_said_no_may_be(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser).person
    with pytest.raises(Problem) as refused:
        inviting.person(room, "GJEST@eksempel.no", by=adviser)
    first = letters(guest)[0]
    press(first, "no")

    inviting.person(room, "gjest@eksempel.no", by=adviser, part=Part.LEAD)

    assert refused.value.code == "workspace-member-already"
    member = Member.objects.get(person=guest)
    assert (member.state, member.part) == (MemberState.INVITED, Part.LEAD)
    with pytest.raises(Problem) as old:
        press(first, "yes")
    assert old.value.code == "question-closed"


def test_an_invitation_taken_back_opens_nothing(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser)

    members.remove(guest, by=adviser)

    with pytest.raises(Problem) as refused:
        press(letters(guest.person)[0], "yes")
    assert refused.value.code == "question-closed"
    assert not rules.may(guest.person, rules.SEE, room)


def test_answering_on_the_site_is_the_same_as_in_the_letter(room, adviser):
    kari, guest = people.contact(), people.somebody("Gro Gjest")
    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    inviting.person(room, guest.email, by=adviser)

    members.accept(members.answerable(kari, room), by=kari)
    members.decline(members.answerable(guest, room), by=guest)

    assert [one.state for one in room.members.order_by("pk")] == [MemberState.IN, MemberState.IN, MemberState.DECLINED]
    assert list(answers.waiting_for(kari)) == []
    assert members.answerable(kari, room) is None


def test_nobody_answers_for_others(room, adviser):
    people.contact()
    inviting.municipalities(room, [people.place(people.INDRE_FOSEN)], by=adviser)
    member = Member.objects.asked().get()

    with pytest.raises(Problem) as refused:
        members.accept(member, by=people.contact(FROSTA, "Frode Fros"))

    assert refused.value.code == "workspace-not-yours"


def test_somebody_always_leads(room, adviser):
    own = room.members.get()
    for verb in (members.leave, members.remove, lambda one, by: members.change_part(one, Part.MEMBER, by=by)):
        with pytest.raises(Problem) as refused:
            verb(own, by=adviser)
        assert refused.value.code == "workspace-last-lead"

    other = inviting.person(room, "leder@eksempel.no", by=adviser, part=Part.LEAD)
    press(letters(other.person)[0], "yes")
    members.leave(own, by=adviser)

    assert rules.standings(other.person, room) == {Standing.ANYONE, Standing.LEAD}


def test_a_contact_takes_the_own_municipality_out_and_a_colleague_does_not(room):
    member = Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    from vardevei.organisations import roles as kinds

    with pytest.raises(Problem):
        members.leave(member, by=people.with_role(kinds.MEMBER, people.INDRE_FOSEN, "Mari Med"))
    members.leave(member, by=people.contact())

    assert Member.objects.get(pk=member.pk).state == MemberState.LEFT


def test_an_erased_person_is_in_nothing_and_the_row_stays_for_the_counts(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser).person
    press(letters(guest)[0], "yes")

    erase(guest, by=None, why="ba om det")

    member = Member.objects.get(workspace=room, person__isnull=True)
    assert (member.named, member.state) == (True, MemberState.LEFT)


def test_members_and_the_invited_may_invite_nobody(room, adviser):
    guest = inviting.person(room, "gjest@eksempel.no", by=adviser)
    for state in (MemberState.INVITED, MemberState.IN):
        guest.state = state
        guest.save()
        with pytest.raises(Problem) as refused:
            inviting.person(room, "en.til@eksempel.no", by=guest.person)
        assert refused.value.code == "not-allowed-in-workspace"
    assert asking.question_of(guest)
