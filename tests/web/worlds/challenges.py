"""A challenge of Indre Fosen that is shared with its county, with a match and a suggestion."""

from tests.people import INDRE_FOSEN, contact, place
from tests.web.worlds import each
from vardevei.guide.domain import suggestions
from vardevei.guide.models import Match
from vardevei.projects.domain import challenges

ONE = ("challenge", "challenge-edit", "challenge-close", "challenge-find", "challenge-calendar", "challenge-suggest")


def values(made, workspace) -> dict[str, object]:
    kari = contact(name="Karin Utfordrer")
    said = challenges.Said("Vi har mye overvann i sentrum")
    challenge = challenges.write(place(INDRE_FOSEN), said, by=kari)
    match = Match.objects.create(challenge=challenge, kind="example", key="prove", title="Prøve", rank=1)
    word = suggestions.Said("neighbour", "Bergen kommune", "De har prøvd det.")
    suggestion = suggestions.suggest(challenge, word, by=made.adviser)
    return {
        **each(ONE, "key", challenge.pk),
        **each(("match-judge", "match-follow"), "key", match.pk),
        "suggestion-reply.key": suggestion.pk,
    }
