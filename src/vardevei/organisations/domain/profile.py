"""What a person says of herself: name, phone, title, form of language, and whether news is wanted."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.organisations.models import Role


@dataclass(frozen=True, slots=True)
class Profile:
    """`form` is empty for "as my municipality"."""

    name: str
    phone: str
    title: str
    form: str
    news: bool


def of(person: Person) -> Profile:
    """As it stands."""
    titles = Role.objects.now().filter(person=person).exclude(title="").values_list("title", flat=True)
    return Profile(person.name, person.phone, titles.first() or "", person.form, person.no_news_since is None)


@transaction.atomic
def change(person: Person, told: Profile) -> None:
    """Write what differs; the title goes on every role the person has today. What it was is not kept.

    Error: somebody in the county has changed the same person meanwhile ("changed-meanwhile").
    """
    if told == of(person):
        return
    person.name, person.phone, person.form = told.name, told.phone, told.form
    person.no_news_since = None if told.news else person.no_news_since or timezone.now()
    versioned.save(person, ["name", "phone", "form", "no_news_since"])
    Role.objects.now().filter(person=person).update(title=told.title)
    log.write("profile-changed", _("{who} endret opplysningene om seg selv."), by=person, about=person, who=person)
