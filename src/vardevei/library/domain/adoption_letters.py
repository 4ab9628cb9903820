"""What is written when somebody follows an example: to those whose example it is, and to those they learned from."""

from django.utils.translation import override

from vardevei.core.domain import letters
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.core.translated import said
from vardevei.library.domain import speakers
from vardevei.library.enums import AdoptionState
from vardevei.library.models import Adoption, Example
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation


def told(adoption: Adoption, *, new: bool, by: Person) -> None:
    """One letter to each person; not to the one who said it."""
    written: set[int] = {by.pk}
    for owner in _told_of(adoption):
        for person in speakers.of(owner):
            if person.pk not in written:
                written.add(person.pk)
                _write(adoption, person, owner, new=new, by=by)


def title_of(example: Example, form: str = LanguageForm.BOKMAL) -> str:
    """The example's title as it is read; its own name in addresses before it has one."""
    revision = example.published
    return said(revision.texts.get("title", {}), form, revision.original) if revision else example.slug


def _told_of(adoption: Adoption) -> list[Organisation]:
    teacher = [adoption.learned_from] if adoption.learned_from else []
    return [*adoption.example.organisations.all(), *teacher]


def _write(adoption: Adoption, person: Person, owner: Organisation, *, new: bool, by: Person) -> None:
    form = language.form_for(person, owner)
    with override(form):
        state = str(AdoptionState(adoption.state).label)
    letters.write(
        "example-followed",
        to=person,
        form=form,
        by=by,
        about=adoption,
        place=owner.pk,
        title=title_of(adoption.example, form),
        follower=adoption.organisation.body,
        new=new,
        state=state,
        since=adoption.on,
        cause=said(adoption.cause, form, adoption.original),
        help=said(adoption.help, form, adoption.original),
        note=adoption.county_note,
        withdrawn=adoption.withdrawn_at is not None,
        why=adoption.withdrawn_why,
        link=f"/eksempler/{adoption.example.slug}/#vandring",
    )
