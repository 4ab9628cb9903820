"""Meetings taken out with a workspace, and copied into another."""

import json
from datetime import timedelta

import pytest

from tests import people
from vardevei.workspaces.domain import meetings_whole, minutes, resolutions, workspaces

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def test_all_that_was_written_is_taken_out(room, item, liv) -> None:
    minutes.write(item, text="Enige.", by=liv)
    resolutions.pass_(item, text="Vi går videre.", by=liv)

    told = json.loads(json.dumps(meetings_whole.taken_out(room)))

    [meeting] = told["meetings"]
    assert (meeting["title"], meeting["where"]) == ("Dialogmøte", "Steinkjer")
    assert meeting["items"][0]["minutes"] == "Enige."
    assert meeting["items"][0]["resolutions"][0]["text"] == "Vi går videre."


def test_a_copy_has_the_agenda_later_and_nothing_of_what_was_said(room, meeting, item, liv) -> None:
    minutes.write(item, text="Enige.", by=liv)
    other = workspaces.begin(people.place(people.TRONDELAG), title="Neste år", by=liv)

    meetings_whole.copied(room, other, 364, liv)

    made = other.meetings.get()
    assert made.starts_at == meeting.starts_at + timedelta(days=364)
    assert [(one.title, one.asked, one.minutes) for one in made.items.all()] == [
        ("Veien videre", ["Hva nå?", "Hvem?"], "")
    ]
    assert (made.state, made.chair) == ("planned", None)
