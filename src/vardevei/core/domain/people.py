"""People as we know them: found by their address, so that one human being is one row."""

from vardevei.core.models import Person


def find_or_make(email: str | None, name: str = "") -> Person:
    """The person who has the address, or a new one. A name that is there already is not written over.

    Without an address nobody can be recognised, so that gives a new person each time.
    """
    address = (email or "").strip().lower()
    if not address:
        return Person.objects.create_user(name=name.strip())
    person, new = Person.objects.get_or_create(email=address, defaults={"name": name.strip()})
    if new:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    elif name.strip() and not person.name:
        person.name = name.strip()
        person.save(update_fields=["name"])
    return person
