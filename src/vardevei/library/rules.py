"""Who may do what in the library. Anyone may propose an example, also without an account."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.library.enums import ExampleState
from vardevei.library.models import Example, Revision
from vardevei.library.register_rules import FOLLOW_EXAMPLE, REGISTER_STRATEGY
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import Act, Reach, counties_of, held_by, may, must, own_counties
from vardevei.organisations.roles import ADVISER, CONTACT, EDITOR, MEMBER, NETWORK_EDITOR

__all__ = ["ACTS", "may", "must"]

WRITE_MEMO = Act(
    "write-memo",
    _("skrive i notatet og svare på innspill til det."),
    {EDITOR: Reach.COUNTY, NETWORK_EDITOR: Reach.EVERYWHERE},
    public=True,
)
PUBLISH_EDITION = Act(
    "publish-edition", _("gi ut en ny utgave av notatet."), {NETWORK_EDITOR: Reach.EVERYWHERE}, public=True
)
REVIEW_EXAMPLES = Act(
    "review-examples", _("vurdere eksempler fra fylket og trekke dem tilbake."), {EDITOR: Reach.COUNTY}
)
PUBLISH_EXAMPLES = Act(
    "publish-examples",
    _("publisere eksempler og trekke dem tilbake."),
    {NETWORK_EDITOR: Reach.EVERYWHERE},
    public=True,
)
OWN_EXAMPLES = Act(
    "own-examples",
    _("foreslå endringer i eksempler som organisasjonen eier, og bekrefte at de stemmer."),
    {CONTACT: Reach.HERE, MEMBER: Reach.HERE, ADVISER: Reach.HERE, EDITOR: Reach.COUNTY},
)
ACTS = (
    WRITE_MEMO,
    PUBLISH_EDITION,
    REVIEW_EXAMPLES,
    PUBLISH_EXAMPLES,
    OWN_EXAMPLES,
    REGISTER_STRATEGY,
    FOLLOW_EXAMPLE,
)


def may_contribute(person: Person | None) -> bool:
    """Anyone who is signed in may say what the memo lacks. Somebody made up may not: everybody reads it."""
    return person is not None and bool(person.pk) and person.is_active and not person.erased_at and not person.made_up


def must_contribute(person: Person | None) -> None:
    if not may_contribute(person):
        raise Problem(
            "contribution-not-yours",
            "You cannot contribute to the memo.",
            "Contributions are read by everybody, and are made by people with an account.",
            "Sign in with your own account.",
        )


def may_review_for_county(person: Person | None, example: Example) -> bool:
    """The editor of the example's county."""
    return example.county_id is not None and may(person, REVIEW_EXAMPLES, example.county_id)


def may_edit(person: Person | None, example: Example) -> bool:
    """An editor who may withdraw the example, or write in it: the county's own, or the network's."""
    return may_review_for_county(person, example) or may(person, PUBLISH_EXAMPLES)


def may_own(person: Person | None, example: Example) -> bool:
    """The people of an organisation that owns it, or of what that organisation has become."""
    return any(may(person, OWN_EXAMPLES, owner) for owner in owners(example))


def may_revise(person: Person | None, example: Example) -> bool:
    """Owners, editors, and whoever proposed it."""
    own = person is not None and person.pk is not None and person.is_active and example.by_id == person.pk
    return own or may_own(person, example) or may_edit(person, example)


def may_confirm(person: Person | None, example: Example) -> bool:
    """Only the owner can say that it still holds."""
    return example.state == ExampleState.PUBLISHED and may_own(person, example)


def may_comment(person: Person | None, example: Example) -> bool:
    """Anyone who is signed in, about what everybody can read."""
    present = person is not None and bool(person.pk) and person.is_active and not person.erased_at
    return present and example.state == ExampleState.PUBLISHED


def may_see(person: Person | None, example: Example) -> bool:
    """What is published, or was, everybody sees; before that those who write it and those who look at it."""
    return example.published_id is not None or may_revise(person, example)


def owners(example: Example) -> list[Organisation]:
    """The organisations of today that own it: what became of those that did it."""
    ids = {today for one in example.organisations.all() for today in _today(one)}
    return list(Organisation.objects.filter(pk__in=ids).order_by("number"))


def _today(one: Organisation) -> set[str]:
    """Itself, or those it has become."""
    if one.end is None:
        return {one.pk}
    after = Organisation.objects.filter(pk__in=[step.after for step in places.successors(one.place)])
    return {today for later in after for today in _today(later)}


def to_review(person: Person | None) -> QuerySet[Revision]:
    """What waits for this editor: the county's own, and the network's."""
    counties = [county.pk for county in own_counties(person, REVIEW_EXAMPLES)]
    wanted = Q(state="proposal", example__county__in=counties)
    if may(person, PUBLISH_EXAMPLES):
        wanted |= Q(state="at-network")
    return Revision.objects.filter(wanted).select_related("example__county").order_by("made_at")


def is_editor(person: Person | None) -> bool:
    """Whether the person looks at proposals at all."""
    codes = {held.kind for held in held_by(person)}
    return not codes.isdisjoint({EDITOR, NETWORK_EDITOR})


def county_of(organisation: Organisation) -> str | None:
    """Whose editor looks at what this organisation has done."""
    return organisation.pk if organisation.kind == "county" else next(iter(counties_of(organisation.pk)), None)
