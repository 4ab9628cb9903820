"""The letter with a suggestion to a municipality's contacts, and word of the answer to whoever suggested it."""

from django.utils.translation import override

from vardevei.core.domain import letters
from vardevei.core.models import Person
from vardevei.guide.enums import Reply
from vardevei.guide.models import Suggestion
from vardevei.organisations.domain import language, roles
from vardevei.projects.models import Challenge


def receivers(challenge: Challenge) -> list[Person]:
    """The municipality's contacts, and whoever wrote it; only those whom a letter can reach."""
    here = [role.person for role in roles.contacts_at(challenge.municipality)]
    mine = [one for one in roles.people_at(challenge.municipality) if one.pk == challenge.by_id]
    found = {person.pk: person for person in [*here, *mine]}
    return [person for person in found.values() if person.written_to() is not None]


def tell(made: Suggestion) -> None:
    """To the contacts of the municipality, with the question that is answered by one press."""
    challenge = made.challenge
    for person in receivers(challenge):
        form = language.form_for(person, challenge.municipality)
        with override(form):
            kind = str(made.get_kind_display())
        letters.write(
            "challenge-suggested",
            to=person,
            form=form,
            by=made.by,
            about=made,
            place=challenge.municipality_id,
            question=made.question,
            challenge=challenge.title,
            municipality=challenge.municipality.body,
            county=made.county.body if made.county else "",
            kind=kind,
            title=made.title,
            why=made.why,
            deadline=made.deadline,
            link=f"/utfordringer/{challenge.pk}/",
        )


def tell_answer(made: Suggestion) -> None:
    """Nothing when the adviser is gone."""
    if made.by is None or made.by.written_to() is None:
        return
    challenge = made.challenge
    form = language.form_for(made.by, made.county)
    with override(form):
        reply = str(Reply(made.reply).label)
    letters.write(
        "suggestion-answered",
        to=made.by,
        form=form,
        by=made.replied_by,
        about=made,
        place=challenge.municipality_id,
        municipality=challenge.municipality.body,
        title=made.title,
        reply=reply,
        more=made.reply_more,
        link=f"/utfordringer/{challenge.pk}/",
    )
