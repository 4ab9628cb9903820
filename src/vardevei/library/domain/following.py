"""An example follows its revisions: where it stands, and the columns that searches use."""

from typing import Any

from django.utils import timezone

from vardevei.library import rules
from vardevei.library.domain import contents
from vardevei.library.enums import ExampleState, RevisionState
from vardevei.library.models import Example, Revision
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme

BEFORE = {
    RevisionState.UNCONFIRMED: ExampleState.UNCONFIRMED,
    RevisionState.PROPOSAL: ExampleState.PROPOSAL,
    RevisionState.AT_NETWORK: ExampleState.AT_NETWORK,
    RevisionState.RETURNED: ExampleState.RETURNED,
    RevisionState.DECLINED: ExampleState.DECLINED,
    RevisionState.WITHDRAWN: ExampleState.WITHDRAWN,
}


def follow(example: Example, why: str = "") -> None:
    """After each step. While something is published, what goes on behind it is not seen from outside."""
    shown = example.published or example.revisions.order_by("-number").first()
    if shown is None:
        return
    if example.published is None:
        example.state = BEFORE[RevisionState(shown.state)]
        if example.state == ExampleState.WITHDRAWN:
            example.withdrawn_on, example.withdrawn_why = timezone.localdate(), why
    take_over(example, shown)


def publish(example: Example, revision: Revision) -> None:
    """Readers see this one from now on. What an owner has written, she has also confirmed."""
    example.published, example.state = revision, ExampleState.PUBLISHED
    example.withdrawn_on, example.withdrawn_why = None, ""
    take_over(example, revision)
    if rules.may_own(revision.made_by, example):
        example.confirmed_on = timezone.localdate()
        example.save(update_fields=["confirmed_on"])


def take_over(example: Example, revision: Revision) -> None:
    """The columns that follow the revision."""
    facts = revision.facts
    example.model, example.dimensions = facts.get("model", "other"), facts.get("dimensions", [])
    example.save()
    example.organisations.set(Organisation.objects.filter(pk__in=facts.get("organisations", [])))
    example.places.set(Organisation.objects.filter(pk__in=facts.get("places", [])))
    example.programmes.set(Programme.objects.filter(pk__in=facts.get("programmes", [])))


def about(revision: Revision, whole: bool = False) -> dict[str, Any]:
    """What each line of the log says; the record itself too when the workflow does not."""
    said: dict[str, Any] = {"place": revision.example.county_id or "", "title": contents.title_of(revision)}
    return {**said, "about": revision} if whole else said
