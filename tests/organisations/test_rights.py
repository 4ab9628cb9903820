"""Who may do what, written by hand: a person who reads the table can judge it, and a change of rights shows here."""

import pytest

from tools import rights
from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.permission import Act
from vardevei.organisations.roles import ROLES

THOSE_THERE = "contact member"
ADVISERS = "adviser editor"
STAFF = "adviser editor grant-officer"
ALL_IN_COUNTY = "adviser editor grant-officer decision-maker"
SITE = "administrator"

# act: (own municipality, own county, whole site). Nobody may do anything in another's municipality, nor without a role.
EXPECTED = {
    "see-contacts": (THOSE_THERE, ALL_IN_COUNTY, SITE),
    "edit-contacts": (THOSE_THERE, ADVISERS, SITE),
    "invite": (THOSE_THERE, ADVISERS, SITE),
    "answer-requests": (THOSE_THERE, ADVISERS, SITE),
    "import-contacts": ("", ADVISERS, SITE),
    "see-overview": ("", ALL_IN_COUNTY, SITE),
    "write-dialogue": ("", STAFF, SITE),
    "write-letters": ("", ADVISERS, SITE),
    "see-log": ("", ADVISERS, SITE),
    "give-roles": ("", "", SITE),
    "erase-people": ("", "", SITE),
    "administer": ("", "", SITE),
    "record-participation": ("", ADVISERS, SITE),
    "correct-participation": ("", ADVISERS, SITE),
    "judge-names": ("", ADVISERS, SITE),
    "upload-sources": ("", ADVISERS, SITE),
    "begin-workspace": ("", ADVISERS, SITE),
    "write-memo": ("", "editor", "network-editor"),
    "publish-edition": ("", "", "network-editor"),
    "review-examples": ("", "editor", ""),
    "publish-examples": ("", "", "network-editor"),
    "own-examples": (THOSE_THERE, "editor", ""),
    "announce-call": ("", "editor", "network-editor administrator"),
    "register-strategy": (THOSE_THERE, ADVISERS, SITE),
    "follow-example": (THOSE_THERE, ADVISERS, ""),
    "write-challenge": (THOSE_THERE, "", ""),
    "open-challenge": (THOSE_THERE, "", ""),
    "help-challenge": ("", ADVISERS, ""),
    "edit-thesaurus": ("", "editor", "network-editor"),
    "pass-on-partner-requests": ("", ADVISERS, SITE),
    "answer-partner-requests": (THOSE_THERE, "", ""),
}
ACTS = [act for _room, act in rights.acts()]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_who_may_do_the_act_with_one_municipality(act: Act) -> None:
    """A new act: write in EXPECTED who may do it, and let somebody who knows the work read it."""
    there, county, site = EXPECTED[act.code]

    assert rights.may_by_relation(act) == {
        "own municipality": there.split(),
        "own county": county.split(),
        "another's": [],
        "whole site": site.split(),
        "no role": [],
        "signed out": [],
    }


def test_the_table_has_every_act_once_and_no_other() -> None:
    assert sorted(act.code for act in ACTS) == sorted(EXPECTED)


def test_an_act_that_is_written_in_a_room_is_on_the_rooms_list() -> None:
    import importlib

    rooms = {room for room, _act in rights.acts()}
    written = [
        value
        for room in rooms
        for value in vars(importlib.import_module(f"vardevei.{room}.rules")).values()
        if isinstance(value, Act)
    ]

    assert {act.code for act in written} == set(EXPECTED)


def test_every_role_is_used() -> None:
    used = {kind for act in ACTS for kind in act.may}

    assert set(ROLES) - used == set()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_somebody_erased_or_closed_may_nothing_whatever_the_roles_say(act: Act) -> None:
    from django.utils import timezone

    assert not permission.may(Person(pk=1, is_active=False), act)
    assert not permission.may(Person(pk=1, erased_at=timezone.now()), act)
