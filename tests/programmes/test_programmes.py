"""The built-in programmes as rows that other rooms point to."""

import pytest

from vardevei.opendata import places, programmes
from vardevei.programmes import imports
from vardevei.programmes.domain import eligible, texts
from vardevei.programmes.models import Programme

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing_and_keeps_what_is_no_longer_built_in():
    Programme.objects.create(code="gammelt-1999", family="erasmus", name={"nb": "Gammelt"})

    assert imports.load() == imports.load() == len(programmes.programmes())

    assert Programme.objects.count() == len(programmes.programmes()) + 1
    assert Programme.objects.get(pk="interreg-aurora-2021").in_full


def test_a_row_answers_for_a_place_and_is_found_by_its_words():
    imports.load()
    aurora = Programme.objects.get(pk="interreg-aurora-2021")

    assert eligible.for_place(aurora, places.by_number("1804"), 2026).verdict == "yes"
    assert texts.texts(aurora, "nn")[:2] == [
        "Interreg Aurora",
        aurora.facts.about("pays_for")[0].words["nn"],
    ]
