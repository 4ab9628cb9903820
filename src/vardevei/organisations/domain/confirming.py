"""«Er du fortsatt kontakt?»: what a contact's answer does. A no changes nothing by itself; it waits for the county."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.domain import log, questions
from vardevei.core.models import Answer, Person
from vardevei.core.waiting import Waiting
from vardevei.organisations import permission, rules
from vardevei.organisations.domain.mailing_texts import CONFIRM
from vardevei.organisations.models import Organisation, Role


@questions.effect(CONFIRM)
def confirm(answer: Answer) -> None:
    """Yes: the role is right as of today. No: it is no longer confirmed, and the county is told."""
    yes = answer.value == questions.YES
    for role in Role.objects.now().contacts().filter(person=answer.person, organisation=answer.place):
        role.confirmed_on = timezone.localdate() if yes else None
        role.save(update_fields=["confirmed_on"])
        confirmed, denied = (
            gettext_lazy("{who} bekreftet rollen som kontakt."),
            gettext_lazy("{who} sier å ikke være kontakt lenger."),
        )
        log.write(
            "contact-confirmed" if yes else "contact-denied",
            confirmed if yes else denied,
            by=None,
            about=role,
            place=answer.place,
            why=answer.more,
            who=answer.person,
        )


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Contacts who said no and still stand as contacts: their county ends the role, or talks to them."""
    reach = permission.reach_of(person, rules.WRITE_LETTERS)
    ids = {one.pk: one for one in reach if permission.is_own(person, rules.WRITE_LETTERS, one)}
    denied = Answer.objects.filter(question__code=CONFIRM, value=questions.NO, place__in=ids)
    standing = set(Role.objects.now().contacts().filter(organisation__in=ids).values_list("person", "organisation"))
    for answer in denied.select_related("person").order_by("at"):
        if (answer.person_id, answer.place) in standing:
            yield _waiting(answer, ids[answer.place])


def denied(place: Organisation) -> dict[int | None, Answer]:
    """By person: those who have said that they are no longer the municipality's contact."""
    said = Answer.objects.filter(question__code=CONFIRM, value=questions.NO, place=place.pk).order_by("at")
    return {answer.person_id: answer for answer in said}


def _waiting(answer: Answer, place: Organisation) -> Waiting:
    said = _("{name} er ikke lenger kontakt for {place}.").format(name=answer.person, place=place)
    suggested = _("Svaret sier: {words}").format(words=answer.more) if answer.more else ""
    return Waiting(
        "contact-denied", f"{said} {suggested}".strip(), place.number, place.pk, timezone.localdate(answer.at)
    )
