"""What was agreed on is done: who has it is told, one press is enough, and an order is closed by an answer only."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import answers, log
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import Role
from vardevei.workspaces.domain import followup_letters, followup_people, followups, followups_whole, workspaces
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import FollowUp, Member, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
ORDER = {"is_order": True, "sender": "Europapolitisk forum", "wanted_answer": "Hva mener kommunene?"}


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def room() -> Workspace:
    """A room of Trøndelag's, with Indre Fosen in it."""
    made = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser())
    Member.objects.create(workspace=made, organisation=people.place(people.INDRE_FOSEN))
    return made


def give(room: Workspace, **other) -> FollowUp:
    return followups.set_up(room, **{"what": "Ring Frosta", "due": in_days(20), "by": room.by, **other})


def letters_to(person: Person) -> list[str]:
    return list(Letter.objects.filter(to=person).order_by("pk").values_list("code", flat=True))


def test_whoever_gets_it_is_told_and_it_waits_for_that_person(room) -> None:
    kari = people.contact()

    followup = give(room, who=kari)

    letter = Letter.objects.get(to=kari)
    assert letter.subject == "Du har fått en oppfølging: Ring Frosta"
    assert f"/oppfolging/{followup.pk}/" in letter.body
    (waiting,) = followup_people.waiting_for(kari)
    assert (waiting.sentence, waiting.due) == ("Nettverk: Ring Frosta", in_days(20))
    assert list(answers.waiting_for(kari)) == []  # the question in the letter does not wait a second time


def test_one_press_in_the_letter_marks_it_as_done(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)
    letter = Letter.objects.get(to=kari)

    answers.answer(letter, "done")
    answers.answer(letter, "done", more="De vil være med.")

    followup.refresh_from_db()
    assert (followup.state, followup.done_by, followup.outcome) == ("done", kari, "De vil være med.")
    assert list(followup_people.waiting_for(kari)) == []


def test_an_organisation_is_told_through_its_contacts_and_the_first_who_presses_has_done_it(room) -> None:
    kari, per = people.contact(), people.contact(name="Per Moe")
    followup = give(room, organisation=people.place(people.INDRE_FOSEN))
    first, second = Letter.objects.get(to=kari), Letter.objects.get(to=per)
    assert [len(list(followup_people.waiting_for(each))) for each in (kari, per)] == [1, 1]

    answers.answer(second, "done")
    answers.answer(first, "done", more="Jeg også.")

    followup.refresh_from_db()
    assert (followup.done_by, followup.outcome) == (per, "")


@pytest.mark.parametrize("somebody", [lambda: people.contact(people.BERGEN, "Bo Berg"), lambda: None])
def test_only_those_in_the_room_can_be_given_anything(room, somebody) -> None:
    with pytest.raises(Problem) as refused:
        give(room, who=somebody())

    assert refused.value.code == "followup-for-a-stranger"
    assert not FollowUp.objects.exists()


def test_in_a_room_for_named_people_the_countys_others_are_strangers(room) -> None:
    Workspace.objects.filter(pk=room.pk).update(visibility=Visibility.NAMED)
    room.refresh_from_db()

    assert followup_people.people_of(room) == [room.by]


def test_a_member_may_not_set_up_change_or_drop(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)

    for code, act in (
        ("not-allowed-in-workspace", lambda: give(room, who=kari, by=kari)),
        ("not-allowed-in-workspace", lambda: followups.change(followup, what="Nei", due=in_days(90), by=kari)),
        ("step-not-yours", lambda: followups.drop(followup, why="Orker ikke", by=kari)),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.code == code

    followup.refresh_from_db()
    assert (followup.what, followup.due, followup.state) == ("Ring Frosta", in_days(20), "open")


def test_another_member_may_not_say_that_it_is_done(room) -> None:
    followup = give(room, who=people.contact())

    with pytest.raises(Problem) as refused:
        followups.finish(followup, by=people.contact(name="Per Moe"))

    assert refused.value.code == "step-not-yours"


def test_an_order_is_closed_by_an_answer_only(room) -> None:
    kari = people.contact()
    order = give(room, who=kari, **ORDER)

    with pytest.raises(Problem) as refused:
        followups.finish(order, by=kari)
    with pytest.raises(Problem) as empty:
        followups.answer(order, answer="  ", by=kari)
    answers.answer(Letter.objects.get(to=kari), "De er for.")

    assert [refused.value.code, empty.value.code] == ["order-without-answer"] * 2
    order.refresh_from_db()
    assert (order.state, order.answer, order.done_by) == ("done", "De er for.", kari)


def test_an_order_without_a_sender_is_refused(room) -> None:
    with pytest.raises(Problem) as refused:
        give(room, who=room.by, is_order=True)

    assert refused.value.code == "order-without-sender"


def test_given_to_another_the_first_ones_link_does_nothing_any_more(room) -> None:
    kari, per = people.contact(), people.contact(name="Per Moe")
    followup = give(room, who=kari)

    followups.give_to(followup, who=per, by=room.by)

    with pytest.raises(Problem) as closed:
        answers.answer(Letter.objects.get(to=kari), "done")
    assert closed.value.code == "question-closed"
    answers.answer(Letter.objects.get(to=per), "done")
    followup.refresh_from_db()
    assert followup.done_by == per


def test_dropped_with_a_reason_and_opened_again(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)

    followups.drop(followup, why="Frosta er med alt.", by=room.by)
    dropped = (followup.state, followup.outcome, followup.done_by)
    followups.reopen(followup, by=room.by)

    assert dropped == ("dropped", "Frosta er med alt.", room.by)
    assert (followup.state, followup.outcome, followup.done_at) == ("open", "", None)
    assert letters_to(kari) == ["followup-given", "followup-dropped", "followup-given"]
    assert LogEntry.objects.about(followup).get(act="followup-reopen").why == "Frosta er med alt."


def test_a_new_day_is_told_and_new_words_are_not(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)

    followups.change(followup, what="Ring Frosta og Åfjord", due=in_days(20), by=room.by)
    followups.change(followup, what="Ring Frosta og Åfjord", due=in_days(30), by=room.by)

    assert letters_to(kari) == ["followup-given", "followup-moved"]


def test_two_who_change_it_at_once_do_not_write_over_each_other(room) -> None:
    followup = give(room, who=room.by)
    seen = followup.version
    followups.change(followup, what="Ring i dag", due=in_days(20), by=room.by, version=seen)

    with pytest.raises(Problem) as refused:
        followups.change(followup, what="Skriv i dag", due=in_days(20), by=room.by, version=seen)

    assert refused.value.code == "changed-meanwhile"
    assert FollowUp.objects.get().what == "Ring i dag"


def test_reminded_a_week_before_and_once_a_week_until_five_weeks_after(room) -> None:
    kari = people.contact()
    give(room, who=kari)

    days = [day for day in range(80) if followup_letters.remind(in_days(day))]

    assert days == [13, 20, 27, 34, 41, 48, 55]
    subjects = list(Letter.objects.filter(to=kari).order_by("pk").values_list("subject", flat=True))
    assert [subject.startswith("Fristen er ute") for subject in subjects] == [False] * 3 + [True] * 5


def test_nobody_is_reminded_of_what_is_done_or_in_an_archived_room(room) -> None:
    kari = people.contact()
    followups.finish(give(room, who=kari), by=kari)
    give(room, who=kari)
    workspaces.archive(room, by=room.by)

    assert followup_letters.remind(in_days(20)) == 0
    assert list(followup_people.waiting_for(kari)) == []


def test_who_cannot_be_reached_is_not_written_to_and_the_follow_up_stands(room) -> None:
    kari = people.contact()
    Person.objects.filter(pk=kari.pk).update(bounced_at=timezone.now())
    kari.refresh_from_db()

    followup = give(room, who=kari)

    assert (letters_to(kari), followup.open) == ([], True)


def test_what_nobody_has_waits_for_those_who_lead(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)
    FollowUp.objects.filter(pk=followup.pk).update(who=None)  # as when a person is erased

    assert [waiting.about for waiting in followup_people.waiting_for(room.by)] == [str(followup.pk)]
    assert list(followup_people.waiting_for(kari)) == []


def test_the_log_tells_it_in_sentences(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)
    followups.finish(followup, by=kari)

    said = [sentence for _entry, sentence in log.sentences(LogEntry.objects.about(followup).order_by("pk"))]

    assert said[1] == "Oppfølgingen «Ring Frosta» er gjort."
    assert said[0].startswith("Ny oppfølging: «Ring Frosta» innen ")
    assert said[0].endswith("Den som har den: Kari Nes.")


def test_the_list_is_cheap_for_many(room, django_assert_max_num_queries) -> None:
    for number in range(3):
        give(room, who=room.by, what=f"Ring {number}")

    with django_assert_max_num_queries(4):
        assert len(list(followup_people.waiting_for(room.by))) == 3


def test_contacts_are_those_of_today(room) -> None:
    kari = people.contact()
    give(room, organisation=people.place(people.INDRE_FOSEN))
    contacts.end(Role.objects.now().get(person=kari), by=room.by, why="Sluttet")

    assert list(followup_people.waiting_for(Person.objects.get(pk=kari.pk))) == []


def test_taken_out_whole_is_all_that_was_agreed_on_and_a_copy_has_none(room) -> None:
    followups.answer(give(room, who=room.by, origin=room, **ORDER), answer="Ja.", by=room.by)
    give(room, organisation=people.place(people.INDRE_FOSEN))
    other = workspaces.begin(room.owner, title="Neste år", by=room.by)

    whole = followups_whole.taken_out(room)
    followups_whole.copied(room, other, 365, room.by)

    assert json.loads(json.dumps(whole)) == whole
    told = [(one["who"], one["organisation"], one["state"], one["answer"]) for one in whole["followups"]]
    assert told == [("Ola Vik", "", "done", "Ja."), ("", "5054-2018", "open", "")]
    assert not FollowUp.objects.filter(workspace=other).exists()
