"""From a municipality's challenge to matches with reasons, verdicts, and a suggestion answered from the letter."""

from datetime import date

import pytest

from tests.people import BERGEN, INDRE_FOSEN, VESTLAND, adviser, contact, place, with_role
from vardevei.core.domain import answers
from vardevei.core.models import Letter, LogEntry
from vardevei.guide.domain import following, helping, matches, matching, suggestions, verdicts
from vardevei.guide.domain.suggestions import Said as Suggested
from vardevei.guide.models import Match, Suggestion
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.programmes.models import Call, Programme
from vardevei.projects.domain import challenges
from vardevei.projects.domain.challenges import Said

pytestmark = pytest.mark.usefixtures("there")
WORDS = "Vi har mye overvann og flom i sentrum"
BORDER = "interreg-sverige-norge-2021"


@pytest.fixture
def kari():
    return contact()


@pytest.fixture
def challenge(there, kari):
    made = challenges.write(place(INDRE_FOSEN), Said(WORDS, "nb"), by=kari)
    matches.find(made)
    return made


def of(challenge, kind: str) -> Match:
    return challenge.matches.get(kind=kind)


def test_each_match_says_why(challenge) -> None:
    found = {one.kind: one for one in challenge.matches.all()}

    assert "flooding" in found["call"].because["sentence"]
    assert any(said in WORDS.lower() for said, _found in found["call"].because["words"])
    assert found["example"].title == "Trygge kjellere"
    assert found["project"].because["more"]["who"] == "Bergen kommune"
    assert found["partner"].key == f"o:{place(BERGEN).pk}"
    assert "Stormwater" in found["partner"].because["more"]["projects"][0]


def test_who_is_near_is_told_and_weighs(challenge) -> None:
    hits = matching.for_challenge(WORDS, place("4627"))  # Askøy, beside Bergen

    near = next(hit for hit in hits if hit.kind == "project").more["near"]
    assert near in ("neighbour", "county")
    assert of(challenge, "project").because["more"]["near"] in ("", "similar")


def test_no_call_fits_but_programmes_do(there) -> None:
    Call.objects.all().delete()
    hits = matching.for_challenge("Vi vil ha skoleutveksling med nordiske skoler og elever", place(INDRE_FOSEN))

    assert {hit.kind for hit in hits} >= {"programme"}
    assert matching.no_call_fits(hits)


def test_what_they_may_not_use_comes_last_with_the_reason(there) -> None:
    name = dict.fromkeys(("nb", "nn", "en"), "Interreg Sverige-Norge")
    Programme.objects.create(code=BORDER, family="interreg-sweden-norway", name=name)
    hits = matching.for_challenge("samarbeid over grensen om klimatilpasning med svenske kommuner", place(BERGEN))
    mine = [hit for hit in hits if hit.kind == "programme"]

    assert [hit.more["may"] for hit in mine if hit.key == BORDER] == ["no"]
    assert mine[-1].key == BORDER
    assert mine[-1].more["why"]["nn"]


def test_a_new_search_keeps_what_somebody_follows(challenge, kari) -> None:
    call = matches.follow(of(challenge, "call"), by=kari)
    Call.objects.all().delete()
    challenges.change(challenge, Said("Vi mangler kursholdere i norsk tegnspråk"), by=kari)
    matches.find(challenge)

    call.refresh_from_db()
    assert (call.stands, call.title) == (False, "Stormwater in small town centres")
    assert not challenge.matches.filter(kind="example").exists()


def test_verdicts_of_both_sides_stand_and_are_counted(challenge, kari) -> None:
    ola = adviser()
    verdicts.give(of(challenge, "call"), "fits", by=kari)
    verdicts.give(of(challenge, "example"), "fits", by=ola)
    verdicts.give(of(challenge, "partner"), "not", by=ola)
    verdicts.give(of(challenge, "partner"), "unsure", by=ola)  # a changed mind is one verdict

    counted = {row.kind: (row.judged, row.fits, row.percent) for row in verdicts.precision(place("50").pk)}
    assert counted == {"call": (1, 1, 100), "example": (1, 1, 100), "partner": (1, 0, 0)}
    assert verdicts.precision(place(VESTLAND).pk) == []
    assert verdicts.give(of(challenge, "call"), "fits", by=kari) is None  # pressed again: taken back


@pytest.mark.parametrize("who", ["grant-officer", "another's adviser", "another's contact"])
def test_others_neither_judge_nor_suggest(challenge, who: str) -> None:
    person = {
        "grant-officer": lambda: with_role(kinds.GRANT_OFFICER, "50"),
        "another's adviser": lambda: adviser(VESTLAND, "Vera Vest"),
        "another's contact": lambda: contact(BERGEN, "Berit Berg"),
    }[who]()

    for act in (
        lambda: verdicts.give(of(challenge, "call"), "fits", by=person),
        lambda: suggestions.suggest(challenge, Suggested("neighbour", "Bergen", "De har gjort det."), by=person),
        lambda: matches.follow(of(challenge, "call"), by=person),
    ):
        with pytest.raises(Problem) as met:
            act()
        assert met.value.code == "not-allowed"


def test_an_adviser_does_not_follow_for_them_nor_see_what_is_private(challenge, kari) -> None:
    ola = adviser()
    with pytest.raises(Problem):
        matches.follow(of(challenge, "call"), by=ola)
    challenges.share(challenge, "private", by=kari)

    with pytest.raises(Problem):
        verdicts.give(of(challenge, "call"), "fits", by=ola)
    assert not list(helping.waiting_for(ola))


def test_a_suggestion_is_answered_from_the_letter(challenge, kari) -> None:
    ola = adviser()
    assert [one.about for one in helping.waiting_for(ola)] == [str(challenge.pk)]

    said = Suggested("neighbour", "Bergen kommune", "De har prøvd det samme.", deadline=date(2027, 3, 1))
    made = suggestions.suggest(challenge, said, by=ola)
    letter = Letter.objects.get(to=kari)
    assert "De har prøvd det samme." in letter.body
    assert "Bergen kommune" in letter.subject
    assert [one.kind for one in answers.waiting_for(kari)] == ["question"]
    assert not list(helping.waiting_for(ola))

    answers.answer(letter, "more", more="Hva kostet det?")
    answers.answer(letter, "more", more="Hva kostet det?")  # pressed twice

    made = Suggestion.objects.get(pk=made.pk)
    assert (made.reply, made.reply_more, made.replied_by) == ("more", "Hva kostet det?", kari)
    assert "Hva kostet det?" in Letter.objects.get(to=ola).body
    assert LogEntry.objects.filter(act="suggestion-answered").count() == 1


def test_what_is_followed_tells_what_has_changed(challenge, kari) -> None:
    assert following.changes_for(challenge, date(2026, 1, 1)) == []
    matches.follow(of(challenge, "call"), by=kari)
    Call.objects.update(opens_on=date(2026, 2, 1), first_seen_at="2026-01-01T10:00:00Z")

    assert [one.kind for one in following.changes_for(challenge, date(2026, 1, 1))] == ["opened"]
