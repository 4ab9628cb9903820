"""Who may do what in the library."""

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.permission import Act, Reach, may, must
from vardevei.organisations.roles import EDITOR, NETWORK_EDITOR

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

ACTS = (WRITE_MEMO, PUBLISH_EDITION)


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
