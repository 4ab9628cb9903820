"""A small world to search in: one call in English, two built-in programmes, an example, and a project with Bergen."""

import pytest
from django.utils import timezone

from tests.library.examples import county_editor, published
from tests.people import BERGEN, place
from vardevei.core.models import Delivery
from vardevei.guide.domain import corpus
from vardevei.organisations import imports as organisations
from vardevei.programmes.models import Call, Programme
from vardevei.projects.models import Participation, Project

ABSTRACT = "The call supports pilots. Towns test nature-based solutions against pluvial flooding in dense centres."
EXAMPLE = {
    "title": "Trygge kjellere",
    "lead": "Kommunen leder overvann bort fra sentrum.",
    "problem": "Kjellere ble fylt av flom.",
}


@pytest.fixture
def there(db):
    """Everything that the sentence about overvatn should find."""
    organisations.load()
    corpus.forget()
    for code, family in (("interreg-sweden-norway-2021", "interreg-sweden-norway"), ("nordplus-2023", "nordplus")):
        Programme.objects.create(code=code, family=family, name={"nb": code, "nn": code, "en": code})
    Call.objects.create(
        key="rain-2026", source="hand", source_key="rain-2026", family="horizon-europe", opens_on=timezone.localdate(),
        title="Stormwater in small town centres", abstract=ABSTRACT,
    )  # fmt: skip
    county_editor()
    published(texts=EXAMPLE)
    _project()
    yield
    corpus.forget()


def _project() -> None:
    made = Project.objects.create(
        family="interreg-north-sea", number="7", source="keep", acronym="BEGIN", title="Stormwater and flood resilience"
    )
    delivery = Delivery.objects.create(
        source="keep", title="keep.eu", publisher="Interact", licence="CC BY", sha256="0" * 64, size=1
    )
    Participation.objects.create(
        project=made, source="keep", key="7-1", delivery=delivery, name="Bergen kommune", country="NO",
        organisation=place(BERGEN), link_state="placed", link_relation="self",
    )  # fmt: skip
