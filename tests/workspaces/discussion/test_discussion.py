"""Talking in a workspace: who may, what is kept, and who is told of it, when, and how often."""

import pytest

from tests import people
from vardevei.core.models import Letter
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import discussion, discussion_whole, files, notices, talked_about, workspaces
from vardevei.workspaces.enums import NoticeChoice, SeenBy, Visibility
from vardevei.workspaces.models import Member, Mention, Thread, Untold

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def room():
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser(name="Liv Leder"))
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    return room


@pytest.fixture
def contact():
    return people.contact()


@pytest.fixture
def thread(room):
    return discussion.begin(room, title="Klima", text="Hva gjør dere?", by=room.by)


def refused(verb, *given, **named) -> str:
    with pytest.raises(Problem) as problem:
        verb(*given, **named)
    return problem.value.code


def sent() -> list[tuple[str, str]]:
    return [(letter.code, letter.to.name) for letter in Letter.objects.filter(code__startswith="talk").order_by("pk")]


def test_those_who_take_part_write_and_strangers_do_not(room, contact, thread):
    stranger = people.contact(people.BERGEN, "Bea Bergen")
    said = discussion.write(thread, text=" Vi sykler. ", by=contact, answers=thread.contributions.get())

    assert [one.text for one in thread.contributions.all()] == ["Hva gjør dere?", "Vi sykler."]
    assert said.answers.by == room.by
    assert refused(discussion.write, thread, text="Hei", by=stranger) == "not-allowed-in-workspace"
    assert refused(discussion.write, thread, text=" \n", by=contact) == "nothing-said"
    workspaces.archive(room, by=room.by)
    thread.refresh_from_db()
    assert refused(discussion.write, thread, text="Hei", by=contact) == "workspace-archived"


def test_an_open_room_shows_its_talk_only_to_those_who_take_part(room, contact, thread):
    room.visibility = Visibility.OPEN
    room.save()

    assert talked_about.threads(None, room) == []
    assert talked_about.threads(people.contact(people.BERGEN, "Bea Bergen"), room) == []
    assert talked_about.threads(contact, room) == [thread]


def test_talk_of_a_thing_is_for_those_who_see_the_thing(room, contact):
    hidden = files.add(room, b"%PDF-1.7", "a.pdf", seen_by=SeenBy.LEADS, by=room.by)
    discussion.write_about(hidden, text="Bare for oss", by=room.by, mentions=[contact])

    thread = Thread.objects.get()
    assert thread.title == "a.pdf"
    assert talked_about.threads(contact, room) == []
    assert Mention.objects.count() == 0
    assert Untold.objects.count() == 0
    assert refused(discussion.write, thread, text="Hei", by=contact) == "not-your-contribution"
    discussion.write_about(hidden, text="Mer", by=room.by)
    assert Thread.objects.get().contributions.count() == 2


def test_what_is_changed_keeps_what_stood_before_and_two_do_not_overwrite(contact, thread):
    said = discussion.write(thread, text="Vi sykkler", by=contact)

    discussion.edit(said, text="Vi sykler", by=contact, version=1)

    assert [one.text for one in said.earlier.all()] == ["Vi sykkler"]
    assert refused(discussion.edit, said, text="Vi går", by=contact, version=1) == "changed-meanwhile"
    assert refused(discussion.edit, said, text="Vi går", by=thread.by) == "not-your-contribution"


def test_what_is_withdrawn_leaves_a_mark_and_no_words_anywhere(contact, thread):
    said = discussion.write(thread, text="Vi sykkler", by=contact, mentions=[thread.by])
    discussion.edit(said, text="Vi sykler", by=contact)

    discussion.withdraw(said, by=thread.by)  # who leads may
    discussion.withdraw(said, by=contact)

    said.refresh_from_db()
    assert (said.text, said.withdrawn_by, said.earlier.count(), said.mentions.count()) == ("", thread.by, 0, 0)
    assert refused(discussion.edit, said, text="Likevel", by=contact) == "contribution-withdrawn"
    assert refused(discussion.withdraw, thread.contributions.first(), by=contact) == "not-your-contribution"


def test_each_hears_as_she_has_chosen(room, contact, thread):
    others = {choice: people.contact(name=f"Kari {choice.name}") for choice in NoticeChoice}
    for choice, person in others.items():
        notices.choose(person, room, choice, by=person)
    Untold.objects.all().delete()

    discussion.write(
        thread, text="Nytt", by=room.by, mentions=[others[NoticeChoice.MENTIONS], others[NoticeChoice.NONE]]
    )

    assert sorted(sent()) == [("talk-written", "Kari AT_ONCE"), ("talk-written", "Kari MENTIONS")]
    waiting = {untold.person.name for untold in Untold.objects.all()}
    assert waiting == {"Kari DAILY", "Kari Nes"}  # who has not chosen hears once a day


def test_the_daily_letter_comes_once_has_it_all_and_is_never_empty(room, contact, thread):
    discussion.write(thread, text="En ting til https://eksempel.no/", by=room.by)

    assert notices.tell_daily() == 1
    assert notices.tell_daily() == 0

    letter = Letter.objects.get(code="talk-daily")
    assert letter.to == contact
    assert "Hva gjør dere?" in letter.body
    assert "En ting til" in letter.body
    assert letter.reply_to != room.by.email
    assert "/samtale/varsler/" in letter.body


def test_no_letter_of_what_was_withdrawn_or_of_a_room_one_has_left(room, contact, thread):
    discussion.withdraw(thread.contributions.get(), by=room.by)
    assert notices.tell_daily() == 0

    discussion.write(thread, text="Nytt", by=room.by)
    room.members.filter(person=None).delete()
    assert notices.tell_daily() == 0
    assert (sent(), Untold.objects.count()) == ([], 0)


def test_the_countys_other_advisers_are_not_written_to_unless_it_is_meant_for_them(room, contact, thread):
    adviser = people.adviser(name="Ole Uvedkommende")

    discussion.write(thread, text="Nytt", by=contact)
    assert adviser not in {untold.person for untold in Untold.objects.all()}
    discussion.write(thread, text="Ole?", by=contact, mentions=[adviser])

    assert sent() == [("talk-written", "Ole Uvedkommende")]
    (waiting,) = notices.waiting_for(adviser)
    assert (waiting.kind, waiting.about) == ("mention", str(thread.pk))
    discussion.read(thread, by=adviser)
    assert list(notices.waiting_for(adviser)) == []


def test_an_erased_person_is_gone_from_the_talk_and_the_words_stand(room, contact, thread):
    from vardevei.core.domain import people as known

    said = discussion.write(thread, text="Vi sykler", by=contact)
    discussion.write(thread, text="Fint", by=room.by, mentions=[contact])

    known.erase(contact, by=None, why="Ba om det")

    said.refresh_from_db()
    assert said.text == "Vi sykler"
    assert (Mention.objects.count(), Untold.objects.filter(person=contact).count()) == (0, 0)


def test_taken_out_whole_it_has_every_word_and_what_stood_before(contact, thread):
    said = discussion.write(thread, text="Vi sykkler", by=contact, mentions=[thread.by])
    discussion.edit(said, text="Vi sykler", by=contact)

    (told,) = discussion_whole.taken_out(thread.workspace)["threads"]

    assert [(one["by"], one["text"]) for one in told["contributions"]] == [
        ("Liv Leder", "Hva gjør dere?"),
        ("Kari Nes", "Vi sykler"),
    ]
    assert told["contributions"][1]["earlier"][0]["text"] == "Vi sykkler"
    assert told["contributions"][1]["mentions"] == ["Liv Leder"]
