"""A municipality's challenges: who writes them, who reads them, and how they end."""

import pytest

from tests.people import BERGEN, INDRE_FOSEN, VESTLAND, adviser, contact, place, somebody, with_role
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.projects import rules
from vardevei.projects.domain import challenges
from vardevei.projects.domain.challenges import Said
from vardevei.projects.models import Challenge

pytestmark = pytest.mark.django_db
WORDS = "Vi manglar breiband og velferdsteknologi i grisgrendte strok"


def written(shared: str = "county", by=None, text: str = WORDS) -> Challenge:
    return challenges.write(place(INDRE_FOSEN), Said(text, "nn"), shared=shared, by=by or contact())


@pytest.mark.parametrize(
    ("shared", "readers", "helpers"),
    [
        ("private", {"contact", "colleague"}, set()),
        ("county", {"contact", "colleague", "adviser", "editor"}, {"adviser", "editor"}),
        (
            "open",
            {"contact", "colleague", "adviser", "editor", "grant officer", "another's contact", "another's adviser",
             "administrator", "anyone", "signed out"},
            {"adviser", "editor"},
        ),
    ],
)  # fmt: skip
def test_who_reads_and_helps(register, shared: str, readers: set[str], helpers: set[str]) -> None:
    people = {
        "contact": contact(),
        "colleague": with_role(kinds.MEMBER, INDRE_FOSEN),
        "adviser": adviser(),
        "editor": with_role(kinds.EDITOR, "50"),
        "grant officer": with_role(kinds.GRANT_OFFICER, "50"),
        "another's contact": contact(BERGEN, "Berit Berg"),
        "another's adviser": adviser(VESTLAND, "Vera Vest"),
        "administrator": with_role(kinds.ADMINISTRATOR),
        "anyone": somebody("Arne Alle"),
        "signed out": None,
    }
    challenge = written(shared, by=people["contact"])

    assert {name for name, one in people.items() if rules.may_read(one, challenge)} == readers
    assert {name for name, one in people.items() if rules.may_help(one, challenge)} == helpers
    in_list = {
        name for name, one in people.items() if challenges.read_by(one, challenge.municipality).contains(challenge)
    }
    assert in_list == readers


@pytest.mark.parametrize("who", ["adviser", "another's contact"])
def test_only_the_municipalitys_own_people_write(register, who: str) -> None:
    other = adviser() if who == "adviser" else contact(BERGEN, "Berit Berg")
    challenge = written()

    for act in (
        lambda: written(by=other),
        lambda: challenges.change(challenge, Said("Noe helt annet enn før"), by=other),
        lambda: challenges.share(challenge, "open", by=other),
        lambda: challenges.close(challenge, by=other),
    ):
        with pytest.raises(Problem) as met:
            act()
        assert met.value.code == "not-allowed"
    challenge.refresh_from_db()
    assert (challenge.text, challenge.shared, challenge.closed_at) == (WORDS, "county", None)


def test_somebody_made_up_shows_nothing_to_all(register) -> None:
    made_up = contact()
    made_up.made_up = True
    made_up.save()

    with pytest.raises(Problem) as met:
        written("open", by=made_up)

    assert met.value.code == "not-allowed"
    assert written("county", by=made_up).pk


def test_a_closed_challenge_stands_as_it_was(register) -> None:
    kari = contact()
    challenge = challenges.close(written(by=kari), why="Vi kom med i et prosjekt.", by=kari)

    with pytest.raises(Problem) as met:
        challenges.change(challenge, Said("Noe helt annet enn før"), by=kari)

    assert met.value.code == "challenge-closed"
    assert not Challenge.objects.standing().exists()


def test_two_windows_do_not_write_over_each_other(register) -> None:
    kari = contact()
    challenge = written(by=kari)
    challenges.change(challenge, Said("Vi mangler bredbånd ute i bygdene"), by=kari, version=1)

    with pytest.raises(Problem) as met:
        challenges.change(challenge, Said("Det er flom i sentrum"), by=kari, version=1)

    assert met.value.code == "changed-meanwhile"
