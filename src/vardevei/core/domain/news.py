"""Saying no to news, and yes again. Notices come all the same."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import addresses, log
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem


def receiver_of(token: str) -> Person:
    """Whom a stopping link was sent to."""
    letter = Letter.objects.filter(key=addresses.read_stop(token)).select_related("to").first()
    if letter is None or letter.to is None:
        raise Problem(
            "receiver-gone",
            "We no longer know whom this letter was sent to.",
            "The person has been erased, or the letter is old.",
            "You need do nothing: no news is sent to you from here.",
        )
    return letter.to


@transaction.atomic
def stop(person: Person, *, by: Person | None = None) -> None:
    """No more news to the person, from now on. Doing it twice is the same as once."""
    if person.no_news_since is None:
        person.no_news_since = timezone.now()
        person.save(update_fields=["no_news_since"])
        log.write("news-stopped", _("{who} sa nei til nyheter."), by=by, about=person, who=person)


@transaction.atomic
def start(person: Person, *, by: Person | None = None) -> None:
    """News again, for one who had said no."""
    if person.no_news_since is not None:
        person.no_news_since = None
        person.save(update_fields=["no_news_since"])
        log.write("news-started", _("{who} vil ha nyheter igjen."), by=by, about=person, who=person)
