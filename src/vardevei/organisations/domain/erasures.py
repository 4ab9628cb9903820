"""A person asks to be erased: done at once, unless a duty to keep must be looked at first."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.domain import letters, log, people
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import language
from vardevei.organisations.models import ErasureRequest, Role
from vardevei.organisations.roles import STAFF

WHY_OWN = gettext_lazy("Personen ba om det selv.")


def must_be_looked_at(person: Person) -> bool:
    """Whether the person has ever worked here for a county or the whole site: then what the person decided may be
    something that an authority must be able to account for, by name."""
    return Role.objects.filter(person=person, code__in=[kind.code for kind in STAFF]).exists()


def waits_for(person: Person) -> ErasureRequest | None:
    """The person's own request that waits for an answer."""
    return ErasureRequest.objects.filter(person=person, answered_at__isnull=True).first()


@transaction.atomic
def ask(person: Person) -> ErasureRequest | None:
    """Erase the person at once; when somebody must look first, give a request that waits. Asking twice is one."""
    if not must_be_looked_at(person):
        people.erase(person, by=person, why=str(WHY_OWN))
        return None
    request, new = ErasureRequest.objects.get_or_create(person=person, answered_at=None)
    if new:
        log.write("erasure-asked", gettext_lazy("{who} ba om å bli slettet."), by=person, about=request, who=person)
    return request


@transaction.atomic
def withdraw(request: ErasureRequest, *, by: Person) -> None:
    """The person will stay after all."""
    _close(request, by, erased=None)
    log.write("erasure-withdrawn", gettext_lazy("{who} vil ikke slettes likevel."), by=by, about=request, who=by)


@transaction.atomic
def carry_out(request: ErasureRequest, *, by: Person) -> None:
    """An administrator has looked: nothing stands against it."""
    rules.must(by, rules.ERASE_PEOPLE)
    _close(request, by, erased=True)
    people.erase(request.person, by=by, why=str(WHY_OWN))


@transaction.atomic
def refuse(request: ErasureRequest, *, by: Person, why: str) -> None:
    """A duty to keep stands against it; the person gets a letter that says which, and where to complain."""
    rules.must(by, rules.ERASE_PEOPLE)
    if not why.strip():
        raise Problem(
            "erasure-without-why",
            "Say why the person cannot be erased.",
            "The person has a right to know.",
            "Name the duty that stands against it.",
        )
    _close(request, by, erased=False, answer=why.strip())
    person = request.person
    text = gettext_lazy("{who} ble ikke slettet.")
    log.write("erasure-refused", text, by=by, about=request, why=why.strip(), who=person)
    if person.written_to():
        form = language.form_for(person)
        letters.write("erasure-refused", to=person, form=form, by=by, about=request, answer=why.strip())


def waiting_for(person: Person) -> Iterator[Waiting]:
    """For administrators: those who have asked. The law gives a month."""
    if rules.may(person, rules.ERASE_PEOPLE):
        for request in ErasureRequest.objects.filter(answered_at__isnull=True).select_related("person"):
            asked = timezone.localdate(request.asked_at)
            said = _("{who} ber om å bli slettet.").format(who=request.person)
            yield Waiting("erasure", said, str(request.pk), since=asked, due=asked + timedelta(days=30))


def _close(request: ErasureRequest, by: Person, *, erased: bool | None, answer: str = "") -> None:
    """Only while it waits: of two answers at once the first holds."""
    waits = ErasureRequest.objects.filter(pk=request.pk, answered_at__isnull=True)
    if not waits.update(answered_at=timezone.now(), answered_by=by, erased=erased, answer=answer):
        raise Problem(
            "erasure-answered",
            "This request has been answered.",
            "Somebody was quicker, or the person changed her mind.",
            "Load the page again.",
        )
    request.refresh_from_db()
