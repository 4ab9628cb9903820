"""Who may put in calls that no feed tells of."""

from django.utils.translation import gettext_lazy as _

from vardevei.organisations.permission import Act, Reach, held_by, may, must
from vardevei.organisations.roles import ADMINISTRATOR, EDITOR, NETWORK_EDITOR

__all__ = ["ACTS", "ANNOUNCE", "held_by", "may", "must"]

ANNOUNCE = Act(
    "announce-call",
    _("legge inn en utlysning for hånd, endre den og trekke den."),
    {EDITOR: Reach.COUNTY, NETWORK_EDITOR: Reach.EVERYWHERE, ADMINISTRATOR: Reach.EVERYWHERE},
    public=True,
)
ACTS = (ANNOUNCE,)
