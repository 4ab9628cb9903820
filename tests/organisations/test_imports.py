"""The register in the database: the same places, safe to load again, and nonsense refused by the database itself."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from vardevei.opendata import places
from vardevei.organisations import imports
from vardevei.organisations.models import BelongsTo, Code, Name, Organisation, Succession

pytestmark = pytest.mark.django_db
MODELS = (Organisation, Name, Code, BelongsTo, Succession)


@pytest.fixture
def loaded(db):
    imports.load()


def everything():
    """All rows but for the keys the database gives."""
    return [
        sorted(tuple(str(value) for key, value in row.items() if key != "id" or model is Organisation) for row in rows)
        for model in MODELS
        for rows in [model.objects.values()]
    ]


def test_every_place_of_the_register_is_there(loaded):
    register = places.register()

    assert set(Organisation.objects.values_list("id", flat=True)) == set(register.places)
    assert Succession.objects.count() == len(register.successions)
    assert Name.objects.count() == sum(len(place.names) for place in register.places.values())
    assert Organisation.objects.get(pk="1902").place is places.by_id("1902")


def test_loading_again_changes_nothing(loaded):
    before = everything()

    assert imports.load() == len(places.register().places)
    assert everything() == before


def test_loading_again_mends_what_was_changed_and_keeps_what_is_pointed_at(loaded):
    before = everything()
    Organisation.objects.filter(pk="0301").update(name="Kristiania", end=date(2020, 1, 1))
    Name.objects.filter(organisation_id="0301").delete()
    Succession.objects.all().delete()

    imports.load()

    assert everything() == before


@pytest.mark.parametrize(("year", "municipalities", "counties"), [(2014, 428, 19), (2018, 422, 18), (2020, 356, 11)])
def test_organisations_of_a_day(loaded, year, municipalities, counties):
    there = Organisation.objects.at(date(year, 1, 1))

    assert there.filter(kind="municipality").count() == municipalities
    assert there.filter(kind="county").count() == counties


def test_the_county_of_a_municipality_by_period(loaded):
    periods = BelongsTo.objects.filter(municipality_id="0101").values_list("county__name", "start", "end")

    assert set(periods) == {
        ("Østfold", None, date(2019, 12, 31)),
        ("Viken", date(2020, 1, 1), date(2023, 12, 31)),
        ("Østfold", date(2024, 1, 1), None),
    }


def test_on_every_new_year_each_municipality_lies_in_the_county_the_library_says(loaded):
    for year in range(places.FIRST_YEAR, places.LAST_YEAR + 1):
        day = date(year, 1, 1)
        stored = dict(BelongsTo.objects.at(day).values_list("municipality_id", "county_id"))
        assert stored == {place.id: places.county_of(place, day).id for place in places.on(day)}


def test_codes_and_names_of_a_day_are_those_of_the_library(loaded):
    day = date(2021, 1, 1)

    codes = dict(Code.objects.at(day).values_list("organisation_id", "number"))
    assert codes == {
        place.id: place.number(day) for kind in ("municipality", "county") for place in places.on(day, kind)
    }
    names = Name.objects.at(day).filter(organisation_id="1940").order_by("order").values_list("text", flat=True)
    assert " - ".join(names) == "Gáivuotna - Kåfjord - Kaivuono"


def test_what_became_of_a_municipality_can_be_followed(loaded):
    rissa = Organisation.objects.get(pk="1624")

    step = rissa.became.get()
    assert (step.after.name, step.day, step.kind) == ("Indre Fosen", date(2018, 1, 1), "merged")
    assert {before.before.name for before in step.after.came_from.all()} == {"Rissa", "Leksvik"}


# --- the database refuses nonsense


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_kind_nobody_knows_is_refused(loaded):
    refused(lambda: Organisation.objects.create(id="x", kind="parish", name="Sogn", number="0"))


@pytest.mark.parametrize("model", [Name, Code])
def test_a_period_that_ends_before_it_starts_is_refused(loaded, model):
    told = {"text": "Oslo", "language": "norwegian", "order": 1} if model is Name else {"number": "0301"}
    backwards = {"start": date(2020, 1, 1), "end": date(2019, 12, 31)}
    refused(lambda: model.objects.create(organisation_id="0301", **told, **backwards))


def test_an_organisation_that_ends_before_it_starts_is_refused(loaded):
    backwards = {"start": date(2020, 1, 1), "end": date(2019, 12, 31)}
    refused(lambda: Organisation.objects.create(id="x", kind="county", name="X", number="99", **backwards))


def test_a_second_number_at_the_same_time_is_refused(loaded):
    refused(lambda: Code.objects.create(organisation_id="0301", number="0302"))


def test_a_succession_twice_or_to_itself_is_refused(loaded):
    step = {"day": date(2018, 1, 1), "kind": "merged"}
    refused(lambda: Succession.objects.create(before_id="1624", after_id="5054-2018", **step))
    refused(lambda: Succession.objects.create(before_id="0301", after_id="0301", **step))
