"""Proposing an example, with or without an account, and taking one away again."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import contents, example_letters, following, revisions, slugs
from vardevei.library.domain.contents import Content
from vardevei.library.enums import ExampleState, RevisionState
from vardevei.library.models import Example, Revision
from vardevei.library.workflow import REVISION
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation

UNCONFIRMED_FOR = timedelta(days=30)


@transaction.atomic
def propose(content: Content, *, by: Person, signed_in: bool = True) -> Example:
    """A new example, on its way to the editor of the first owner's county. Anyone may.

    Without being `signed_in` it waits until the one who has the address presses the link that is sent there.
    """
    contents.check(content)
    title = content.texts["title"]
    example = Example.objects.create(slug=slugs.free(title), county_id=_county(content), by=by)
    revisions.add_first(example, content, by=by, confirmed=signed_in)
    return example


@transaction.atomic
def confirm(example: Example) -> Revision:
    """The link from the letter was pressed: now the proposal is looked at. Pressed twice it is one."""
    first = example.revisions.select_for_update().order_by("number").first()
    if first is None or first.state != RevisionState.UNCONFIRMED:
        return first or Revision()
    to_network = revisions.begun(example, by=first.made_by) == RevisionState.AT_NETWORK
    step = "confirm-to-network" if to_network else "confirm"
    REVISION.step(first, step, by=first.made_by, **following.about(first))
    following.follow(example)
    example_letters.to_review(first, by=first.made_by)
    return first


@transaction.atomic
def withdraw(example: Example, *, by: Person, why: str) -> None:
    """Readers no longer find it; its address says that it was withdrawn, when and why."""
    if not rules.may_edit(by, example):
        raise Problem(
            "example-withdraw-not-yours",
            "You may not withdraw this example.",
            "The editor of its county may, and the network's editor.",
            "Ask one of them.",
        )
    if example.state != ExampleState.PUBLISHED or not why.strip():
        raise Problem(
            "example-withdraw-not-now",
            "The example was not withdrawn.",
            "Only what is published can be withdrawn, and readers shall be able to read why.",
            "Write why, and try again.",
        )
    example.state, example.withdrawn_on, example.withdrawn_why = (
        ExampleState.WITHDRAWN,
        timezone.localdate(),
        why.strip(),
    )
    example.save(update_fields=["state", "withdrawn_on", "withdrawn_why"])
    title = contents.title_of(example.published) if example.published else example.slug
    told = _("Eksempelet «{title}» ble trukket tilbake.")
    log.write("example-withdrawn", told, by=by, about=example, place=example.county_id or "", why=why, title=title)
    example_letters.withdrawn(example, by=by, why=why.strip())


def forget_unconfirmed() -> int:
    """Proposals that nobody has confirmed in thirty days go; the number of them."""
    old = Example.objects.filter(state=ExampleState.UNCONFIRMED, made_at__lt=timezone.now() - UNCONFIRMED_FOR)
    gone = old.count()
    old.delete()
    return gone


def _county(content: Content) -> str | None:
    """The county of the first that did it, else of the first place; none when it is nobody's."""
    ids = [*content.facts.get("organisations", []), *content.facts.get("places", [])]
    found = Organisation.objects.in_bulk(ids)
    return next((county for one in ids if one in found and (county := rules.county_of(found[one]))), None)
