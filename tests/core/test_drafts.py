"""Drafts: each window has its own, each person only her own, and none lives long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import drafts, versioned
from vardevei.core.domain.drafts import Begun
from vardevei.core.models import Draft, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import expiry
from vardevei.organisations.models import Note

pytestmark = pytest.mark.usefixtures("_register")


def begun(key: str, **more) -> Begun:
    return Begun(key, "note", "note:1", **more)


def write(key: str, text: str, by: Person, **more) -> Draft:
    draft = drafts.save(begun(key, **more), {"text": [text]}, by=by)
    assert draft is not None
    return draft


def texts(person: Person) -> list[str]:
    return [draft.data["text"][0] for draft in drafts.of_form(person, "note", "note:1")]


def test_two_windows_never_write_over_each_other() -> None:
    kari = people.contact()

    write("a", "Fra kontoret", kari)
    write("b", "Fra telefonen", kari)

    assert texts(kari) == ["Fra telefonen", "Fra kontoret"]


def test_going_on_from_a_draft_replaces_it() -> None:
    kari = people.contact()
    old = write("a", "Begynt", kari)

    write("b", "Begynt og ferdig", kari, after="a", seen=old.saved_at.isoformat())

    assert texts(kari) == ["Begynt og ferdig"]


def test_draft_written_in_meanwhile_is_not_replaced() -> None:
    kari = people.contact()
    old = write("a", "Begynt", kari)
    write("a", "Begynt, og mer på den andre maskinen", kari)

    write("b", "Begynt og ferdig", kari, after="a", seen=old.saved_at.isoformat())

    assert texts(kari) == ["Begynt og ferdig", "Begynt, og mer på den andre maskinen"]


def test_nothing_written_is_nothing_kept() -> None:
    kari = people.contact()
    write("a", "Noe", kari)

    assert drafts.save(begun("a"), {"text": ["  "]}, by=kari) is None
    assert texts(kari) == []


def test_draft_is_for_its_owner_alone() -> None:
    kari, per = people.contact(), people.contact(name="Per Dahl")
    write("a", "Karis", kari)
    write("a", "Pers", per)

    assert (texts(kari), texts(per)) == (["Karis"], ["Pers"])
    assert drafts.discard("a", by=per) == ""
    assert (texts(kari), texts(per)) == (["Karis"], [])


def test_draft_that_is_too_long_is_refused() -> None:
    with pytest.raises(Problem, match="too long"):
        write("a", "x" * (drafts.ROOM + 1), people.contact())


def test_draft_is_let_go_after_30_days() -> None:
    kari = people.contact()
    write("a", "Gammel", kari)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=drafts.DAYS + 1))
    write("b", "Ny", kari)
    assert texts(kari) == ["Ny"]

    expiry.carry_out(expiry.plan())

    assert [draft.key for draft in Draft.objects.all()] == ["b"]


def test_stale_save_writes_nothing() -> None:
    ola, place = people.adviser(), people.place(people.INDRE_FOSEN)
    note = Note(place=place, text="Først")
    versioned.save(note, ["text"])
    seen, other = Note.objects.get(), Note.objects.get()
    other.text = "Evas"
    versioned.save(other, ["text"])

    seen.text, seen.by = "Olas", ola
    with pytest.raises(Problem, match="Somebody else has saved"):
        versioned.save(seen, ["text", "by"])

    note = Note.objects.get()
    assert (note.text, note.by, note.version) == ("Evas", None, 2)
