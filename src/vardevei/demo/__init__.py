"""A made-up county at work: `demo.add(county)` and `demo.remove()`."""

from vardevei.core.domain import made_up
from vardevei.core.models import Person
from vardevei.demo import activity, cast, challenges, together
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import Organisation, Role

__all__ = ["add", "remove"]


def add(county: Organisation) -> list[Person]:
    """Fill the county with made-up people and activity; who to sign in as. Done already: nothing more is added."""
    if not made_up.present():
        _nobody_real(county)
        with made_up.recording():
            entered = cast.enter(county)
            activity.play(county, entered)
            together.play(county, entered)
            challenges.play(entered)
    elif not Role.objects.filter(organisation=county, person__made_up=True).exists():
        raise Problem(
            "demo-elsewhere",
            "The demonstration is there already, in another county.",
            "There is one at a time. Nothing was added.",
            "Take it away first: vardevei demo --remove",
        )
    return cast.to_sign_in_as(county)


def remove() -> int:
    """Take away all of it; how many rows it was."""
    return made_up.remove()


def _nobody_real(county: Organisation) -> None:
    places = [county.pk, *contacts.municipalities_of(county)]
    if Role.objects.now().filter(organisation__in=places, person__made_up=False).exists():
        raise Problem(
            "demo-among-real",
            f"Real people have roles in {county}.",
            "Made-up people would see what they have written. Nothing was added.",
            "Choose another county: vardevei demo --county 56",
        )
