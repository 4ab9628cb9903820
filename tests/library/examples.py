"""What examples need in tests: something to tell, and the people around it. All of it is made up."""

from typing import Any

from tests.people import INDRE_FOSEN, TRONDELAG, place, somebody, with_role
from vardevei.core.models import Person
from vardevei.library.domain import examples, reviews
from vardevei.library.domain.contents import Content
from vardevei.library.enums import ReviewChoice
from vardevei.library.models import Example
from vardevei.organisations import roles as kinds


def content(title: str = "Kurs som gav søknader", **changed: Any) -> Content:
    """Enough to be sent: who, where, what."""
    told = {
        "texts": {"title": title, "lead": "Seks kvelder om søknader.", "steps": "1. Spør skolene.\n2. Hold kurset."},
        "resources": [{"what": "Kurslærer", "amount": "40", "unit": "timer"}],
        "facts": {
            "organisations": [place(INDRE_FOSEN).pk],
            "others": [],
            "places": [place(INDRE_FOSEN).pk],
            "model": "course",
            "dimensions": ["mobilise"],
        },
    }
    return Content(**{**told, **changed})


def county_editor(at: str = TRONDELAG) -> Person:
    return with_role(kinds.EDITOR, at, "Rita Redaktør")


def network_editor() -> Person:
    there = Person.objects.filter(email="nils.nett@eksempel.no").first()
    return there or with_role(kinds.NETWORK_EDITOR, "", "Nils Nett")


def published(title: str = "Kurs som gav søknader", by: Person | None = None, **changed: Any) -> Example:
    """An example that everybody can read, as it comes when its county has no editor."""
    example = examples.propose(content(title, **changed), by=by or somebody("Frode Forslag"))
    editor = network_editor()
    first = example.revisions.get()
    if first.state == "proposal":
        rita = Person.objects.get(email="rita.redaktør@eksempel.no")
        reviews.decide(first, ReviewChoice.ACCEPT, by=rita)
    reviews.decide(first, ReviewChoice.ACCEPT, by=editor)
    example.refresh_from_db()
    return example
