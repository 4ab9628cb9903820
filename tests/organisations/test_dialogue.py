"""The county's own dialogue: who may write it, that nothing is there twice, and that it stays through mergers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import keeping
from vardevei.core.models import LogEntry, Person
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import dialogue, documents, lineage, notes, roles, steps, views
from vardevei.organisations.models import DialogueEntry, NextStep, Note, Organisation, PlaceDocument, SavedView

pytestmark = pytest.mark.usefixtures("_register")


def today():
    return timezone.localdate()


def call(by: Person, **other) -> DialogueEntry:
    said = {"channel": "phone", "day": today(), "whom": "Kari Nes", "text": "Ringte om søknaden.", **other}
    return dialogue.add(people.place(people.INDRE_FOSEN), by=by, **said)


@pytest.mark.parametrize(
    "somebody",
    [
        people.contact,
        lambda: people.with_role(kinds.DECISION_MAKER, people.TRONDELAG),
        lambda: people.adviser(people.VESTLAND),
    ],
)
def test_only_the_countys_own_staff_write(somebody) -> None:
    with pytest.raises(Problem) as refused:
        call(somebody())

    assert refused.value.code == "not-allowed"
    assert not DialogueEntry.objects.exists()


def test_a_double_click_writes_one_line() -> None:
    ola = people.adviser()

    first, second = call(ola), call(ola)

    assert first == second
    assert list(LogEntry.objects.filter(act="dialogue-added").values_list("place", flat=True)) == ["5054-2018"]


def test_a_day_that_has_not_been_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        call(people.adviser(), day=today() + timedelta(days=1))

    assert refused.value.code == "dialogue-in-the-future"


def test_ones_own_words_can_be_deleted_the_same_day_only() -> None:
    ola, berit = people.adviser(), people.adviser(name="Berit Bø")
    fresh, old = call(ola), call(ola, text="Gammelt")
    DialogueEntry.objects.filter(pk=old.pk).update(written_at=timezone.now() - timedelta(days=2))

    for entry, person in ((fresh, berit), (DialogueEntry.objects.get(pk=old.pk), ola)):
        with pytest.raises(Problem) as refused:
            dialogue.delete(entry, by=person)
        assert refused.value.code == "dialogue-too-old"
    dialogue.delete(fresh, by=ola)

    assert list(DialogueEntry.objects.all()) == [old]


def test_what_is_struck_can_be_read_and_no_longer_counts_as_contact() -> None:
    ola = people.adviser()
    entry = dialogue.strike(call(ola), why="Feil kommune", by=ola)

    assert (entry.text, entry.struck_why) == ("Ringte om søknaden.", "Feil kommune")
    assert dialogue.latest(["5054-2018"]) == []
    with pytest.raises(Problem):
        dialogue.change(entry, channel="phone", day=today(), whom="", text="", by=ola)


def test_a_note_to_oneself_is_no_contact() -> None:
    call(people.adviser(), channel="note")

    assert dialogue.latest(["5054-2018"]) == []


def test_a_merged_municipality_has_what_was_written_about_its_parts() -> None:
    now = people.place(people.INDRE_FOSEN).place

    assert {places.by_id(key).name() for key in lineage.of(now)} == {"Indre Fosen", "Rissa", "Leksvik"}
    assert lineage.of_each([now])["1624"] == [now.id]


def test_after_five_years_the_words_go_and_the_day_stays() -> None:
    ola = people.adviser()
    entry = dialogue.strike(call(ola), why="Feil", by=ola)
    note = notes.write(entry.place, text="Ny ordfører", by=ola)
    later = timezone.now() + timedelta(days=5 * 365 + 2)

    keeping.apply(keeping.lapsed(later))

    kept = DialogueEntry.objects.get(pk=entry.pk)
    assert (kept.text, kept.whom, kept.struck_why) == ("", "", "")
    assert (kept.day, kept.channel) == (today(), "phone")
    assert Note.objects.get(pk=note.pk).text == ""


def plan(by: Person, who: Person, days: int = 3, what: str = "Ring igjen") -> NextStep:
    due = today() + timedelta(days=days)
    return steps.plan(people.place(people.INDRE_FOSEN), what=what, due=due, who=who, by=by)


def test_a_step_waits_for_the_one_who_has_it() -> None:
    ola, berit = people.adviser(), people.adviser(name="Berit Bø")
    plan(ola, berit, days=-1)

    [waiting] = steps.waiting_for(berit)

    assert (str(waiting.sentence), waiting.about) == ("Indre Fosen: Ring igjen", "5054")
    assert waiting.due == today() - timedelta(days=1)
    assert steps.waiting_for(ola) == []
    assert steps.waiting_for(people.contact()) == []


def test_a_step_of_one_who_has_left_waits_for_the_colleagues() -> None:
    ola, berit = people.adviser(), people.adviser(name="Berit Bø")
    plan(ola, berit)

    roles.end(berit.roles.get(), by=None, on=today() - timedelta(days=1))

    assert [waiting.about for waiting in steps.waiting_for(ola)] == ["5054"]
    assert steps.waiting_for(Person.objects.get(pk=berit.pk)) == []
    assert steps.waiting_for(people.adviser(people.VESTLAND, "Per Vest")) == []


def test_one_who_may_everywhere_is_told_of_the_own_county_alone() -> None:
    plan(people.adviser(), people.adviser(name="Berit Bø"))
    anne = people.administrator()
    roles.give(kinds.EDITOR, to=anne, at=people.place(people.VESTLAND), by=None)

    assert steps.waiting_for(Person.objects.get(pk=anne.pk)) == []


def test_a_step_is_given_to_staff_only_and_is_done_once() -> None:
    ola = people.adviser()
    with pytest.raises(Problem) as refused:
        plan(ola, people.contact())
    step = plan(ola, ola)

    done = steps.finish(step, outcome="De kommer", by=ola)
    again = steps.finish(done, outcome="Noe annet", by=ola)

    assert refused.value.code == "step-for-a-stranger"
    assert again.outcome == "De kommer"
    assert steps.open_at(["5054-2018"]) == []


def test_notes_and_strategy_have_one_row_and_a_version() -> None:
    ola, place = people.adviser(), people.place(people.INDRE_FOSEN)

    versions = [notes.write(place, text=text, by=ola).version for text in ("En", "En", "To")]
    strategy = notes.note_strategy(place, has="no", year=2018, link="https://eksempel.no/", by=ola)

    assert versions == [1, 1, 2]
    assert (strategy.has, strategy.year, strategy.link) == ("no", None, "")


def test_a_removed_document_leaves_its_day_and_the_reason() -> None:
    ola, place = people.adviser(), people.place(people.INDRE_FOSEN)
    document = documents.add(place, title="Brev", day=today(), content=b"Hei\n", name="brev.txt", by=ola)

    documents.remove(document, why="Lå på feil kommune", by=ola)

    kept = PlaceDocument.objects.get()
    assert (kept.title, kept.file, kept.removed_why) == ("Brev", None, "Lå på feil kommune")


def test_one_view_comes_first_and_only_its_owner_takes_it_away() -> None:
    ola, berit = people.adviser(), people.adviser(name="Berit Bø")
    county = Organisation.objects.get(pk=people.place(people.TRONDELAG).pk)
    for name in ("Ledige", "Forfalt"):
        view = views.save(county, name=name, query="ledig=1", shared=True, first=True, by=ola)

    with pytest.raises(Problem) as refused:
        views.delete(view, by=berit)

    assert refused.value.code == "view-of-another"
    assert list(SavedView.objects.filter(first=True)) == [view]
    assert [seen.name for seen in views.seen_by(berit, county)] == ["Forfalt", "Ledige"]
