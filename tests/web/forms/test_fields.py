"""What people type in a field, and what it is understood as."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from vardevei.web.forms import Day, Form, Money, PlaceField
from vardevei.web.templatetags.components import put

pytestmark = pytest.mark.usefixtures("_register")


class Trip(Form):
    code = "trip"
    start = Day(required=False)
    amount = Money(required=False)
    place = PlaceField(label="Kommune", required=False)


@pytest.mark.parametrize("typed", ["2026-02-01", "1.2.2026", "01.02.26", "1. 2. 2026", "1/2/2026"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_day_as_people_write_it(typed: str, language: str) -> None:
    with translation.override(language):
        assert Day().clean(typed) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [
        ("250000", "250000"),
        ("250 000", "250000"),
        ("kr 1.250.000,50", "1250000.50"),
        ("1\u00a0250\u202f000 kr", "1250000"),
        ("500,-", "500"),
        ("12.5", "12.5"),
    ],
)
def test_amount_as_people_write_it(typed: str, kroner: str) -> None:
    assert Money().clean(typed) == Decimal(kroner)


@pytest.mark.parametrize(
    ("typed", "number"), [("Indre Fosen", "5054"), ("leksvik", "5054"), ("1624", "5054"), ("våler (innlandet)", "3419")]
)
def test_place_however_it_is_spelled(typed: str, number: str) -> None:
    assert PlaceField().clean(typed).number == number


def test_two_of_the_same_name_are_a_choice() -> None:
    form = Trip({"place": "Våler"})

    assert form.errors["place"] == ["«Våler» kan være flere. Velg hvilken du mener."]
    assert [fit.label for fit in form.fields["place"].fits] == ["Våler (Østfold)", "Våler (Innlandet)"]


def test_choice_among_several_is_taken_without_scripts() -> None:
    asked = Trip({"place": "Våler"})
    asked.is_valid()
    chosen = asked.fields["place"].fits[1].place

    form = Trip({"place": "Våler", "place_asked": "Våler", "place_pick": chosen.id})

    assert form.is_valid()
    assert form.cleaned_data["place"].pk == chosen.id


def test_choice_does_not_follow_a_new_text() -> None:
    old = PlaceField().clean("Indre Fosen")

    form = Trip({"place": "Bergen", "place_asked": "Våler", "place_pick": old.pk})

    assert form.is_valid()
    assert form.cleaned_data["place"].name == "Bergen"


def test_misspelling_is_a_question_and_not_a_guess() -> None:
    form = Trip({"place": "Trondhjem"})

    assert not form.is_valid()
    assert next(fit.place.name() for fit in form.fields["place"].fits) == "Trondheim"


def test_split_place_is_a_choice() -> None:
    form = Trip({"place": "Snillfjord"})

    assert not form.is_valid()
    assert {fit.place.name() for fit in form.fields["place"].fits} == {"Orkland", "Heim", "Hitra"}


def test_day_that_does_not_exist_stays_to_be_corrected() -> None:
    form = Trip({"start": "31.2.2026"})

    html = put("field", field=form["start"])

    assert 'type="text"' in html
    assert 'value="31.2.2026"' in html


def test_plain_django_field_is_tied_to_its_label_help_and_error() -> None:
    class Plain(forms.Form):
        name = forms.CharField(label="Navn", help_text="Fornavn", max_length=10)

    html = put("field", field=Plain({"name": ""})["name"])

    assert '<label class="ds-label" for="id_name">' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html
    assert "maxlength" not in html


def test_field_without_help_is_described_by_nothing() -> None:
    class Plain(forms.Form):
        name = forms.CharField(label="Navn")

    assert "aria-describedby" not in put("field", field=Plain()["name"])
