"""Two made-up challenges: one that the county has helped with, and one that nobody has helped with."""

from vardevei.demo.cast import Cast
from vardevei.guide.domain import matches, suggestion_letters, suggestions, verdicts
from vardevei.guide.enums import Found, Suggested, Value
from vardevei.organisations.models import Role
from vardevei.projects.domain import challenges
from vardevei.projects.models import Challenge

HELPED = "Vi manglar breiband og velferdsteknologi i grisgrendte strok. (eksempel)"
ALONE = "Vi har mye overvann i sentrum, og kjellere blir fylt når det regner. (eksempel)"
WHY = "De har gjort noe som ligner, og svarer gjerne på telefon. (eksempel)"


def play(cast: Cast) -> None:
    """What is found is the real thing; the verdicts are made up, and never counted."""
    roles = [role for role in cast.contacts if role.organisation][:2]
    if len(roles) < 2:
        return
    first = _write(roles[0], HELPED, "nn")
    _write(roles[1], ALONE, "nb")
    for number, match in enumerate(first.matches.exclude(kind=Found.PARTNER)[:3]):
        value = Value.FITS if number < 2 else Value.NOT
        verdicts.give(match, value, by=roles[0].person)
    if suggestion_letters.receivers(first):
        place = roles[1].organisation
        said = suggestions.Said(Suggested.NEIGHBOUR, place.body if place else "", WHY)
        suggestions.suggest(first, said, by=cast.adviser)


def _write(role: Role, text: str, language: str) -> Challenge:
    assert role.organisation
    made = challenges.write(role.organisation, challenges.Said(text, language), by=role.person)
    matches.find(made)
    return made
