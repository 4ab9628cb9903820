"""Addresses that do not work: told by the server at once, or by a letter that comes back later."""

from django.utils import timezone

from vardevei.core.models import Letter, Person


def mark(letter: Letter, said: str) -> bool:
    """Mark the receiver's address as one that does not work, unless the person has another one by now."""
    person: Person | None = letter.to
    if person is None or (person.email or "").lower() != letter.address.lower():
        return False
    person.bounced_at, person.bounce_reason = timezone.now(), said
    person.save(update_fields=["bounced_at", "bounce_reason"])
    return True
