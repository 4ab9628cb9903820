"""The register of strategies: who may register, what is kept, what is found, and the share of municipalities."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.web.worlds.files import PDF
from vardevei.core.models import Letter
from vardevei.library.domain import strategies, strategy_lists, strategy_reminders, strategy_share
from vardevei.library.domain.strategies import Document, Said
from vardevei.library.imports import register as built_in
from vardevei.library.models import Strategy
from vardevei.opendata import attributes, places
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import lineage
from vardevei.organisations.models import Organisation
from vardevei.web import numbers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
DAY = date(2018, 5, 15)


def said(**more) -> Said:
    return Said("international", **{"title": "Ut i verden", "adopted_on": DAY, **more})


def test_a_strategy_is_registered_with_its_document_and_everybody_can_get_it(client) -> None:
    contact = people.contact()
    page = people.signed_in(contact).get(reverse("strategy-new"))
    assert page.status_code == 200

    one = strategies.register(people.place("5054"), said(), document=Document(PDF, "strategi.pdf"), by=contact)

    told = client.get(reverse("strategy", args=[one.pk])).content.decode()
    assert one.file.sha256 in told
    assert numbers.day(DAY) in told
    assert b"".join(client.get(reverse("strategy-document", args=[one.pk]))) == PDF
    assert people.signed_in(contact).get(reverse("strategy-change", args=[one.pk])).status_code == 200


def test_another_municipality_and_another_county_may_not_register_it() -> None:
    for stranger in (people.contact(people.BERGEN, "Berit Bø"), people.adviser(people.VESTLAND, "Vidar Vest")):
        with pytest.raises(Problem, match="You may not do this"):
            strategies.register(people.place("5054"), said(), by=stranger)

    assert not Strategy.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"adopted_on": timezone.localdate() + timedelta(days=1)}, "strategy-not-yet"),
        ({"valid_until": date(2017, 1, 1)}, "strategy-backwards"),
    ],
)
def test_days_that_make_no_sense_are_refused(wrong, code) -> None:
    with pytest.raises(Problem) as refused:
        strategies.register(people.place("5054"), said(**wrong), by=people.contact())

    assert refused.value.code == code


def test_what_is_taken_out_is_in_no_list_and_its_page_says_why(client) -> None:
    contact = people.contact()
    one = strategies.register(people.place("5054"), said(), by=contact)
    with pytest.raises(Problem, match="in the register already"):
        strategies.register(people.place("5054"), said(), by=contact)

    strategies.withdraw(one, why="Den ble aldri vedtatt", by=contact)

    assert not strategy_lists.find().exists()
    gone = client.get(reverse("strategy", args=[one.pk]))
    assert gone.status_code == 410
    assert "Den ble aldri vedtatt" in gone.content.decode()


def test_the_contact_is_reminded_once_half_a_year_before_it_runs_out() -> None:
    contact = people.contact()
    ends = timezone.localdate() + timedelta(days=200)
    strategies.register(people.place("5054"), said(valid_until=ends), by=contact)

    assert strategy_reminders.remind() == 0
    assert strategy_reminders.remind(ends - timedelta(days=180)) == 1
    assert strategy_reminders.remind(ends - timedelta(days=179)) == 0
    assert Letter.objects.get(code="strategy-ends").to == contact


def test_those_the_memo_tells_of_come_with_the_program_and_are_found_by_county(client) -> None:
    assert built_in.load() == 4
    assert built_in.load() == 4

    rogaland, ostfold = (places.by_number(number, timezone.localdate()) for number in ("11", "31"))
    assert {str(one) for one in strategy_lists.find(county=rogaland.id)} == {
        "Internasjonal strategi for Time kommune",
        "Smartstrategi for Time kommune",
    }
    assert [one.organisation_id for one in strategy_lists.find(county=ostfold.id)] == ["01"]
    assert "ikke tatt vare på" in client.get(reverse("strategies")).content.decode()


@pytest.mark.parametrize("by", ["county", "size"])
def test_the_share_is_what_a_slow_count_gives(by) -> None:
    """Also of Rissa, which became Indre Fosen together with Leksvik, and of Snillfjord, which was split."""
    built_in.load()
    adviser = people.adviser()
    for name in ("Rissa", "Snillfjord"):
        old = next(place for place in places.all_places("municipality") if place.name() == name)
        strategies.register(Organisation.objects.get(pk=old.id), said(title=name, adopted_on=None), by=adviser)
    day = timezone.localdate()

    share = strategy_share.compute(by, day)

    assert {line.code: (line.found, line.municipalities) for line in share.lines} == slowly(by, day)
    assert (share.total.found, share.total.municipalities) == (2, 357)  # Time, and Indre Fosen once


def slowly(by: str, day: date) -> dict[str, tuple[int, int]]:
    """Municipality by municipality: one that was split is nobody's."""
    older = {now.id: lineage.of(now) for now in places.on(day)}
    has = {heir for one in Strategy.objects.all() for heir in _heirs(one, older, day)}
    counted: dict[str, list[int]] = {}
    for place in places.on(day):
        county, size = places.county_of(place, day).number(), attributes.size_class(place, places.LAST_YEAR)
        line = counted.setdefault(county if by == "county" else size, [0, 0])
        line[0] += place.id in has
        line[1] += 1
    return {code: (found, whole) for code, (found, whole) in counted.items()}


def _heirs(one: Strategy, older: dict[str, list[str]], day: date) -> list[str]:
    over = one.withdrawn_at or one.kind != "international" or (one.valid_until and one.valid_until < day)
    heirs = [now for now, ids in older.items() if one.organisation_id in ids]
    return heirs if len(heirs) == 1 and not over else []
