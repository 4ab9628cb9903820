"""Who may look after the search."""

from django.utils.translation import gettext_lazy as _

from vardevei.guide.partner_rules import ANSWER, PASS_ON
from vardevei.organisations.permission import Act, Reach, may, must
from vardevei.organisations.roles import EDITOR, NETWORK_EDITOR

__all__ = ["ACTS", "EDIT_THESAURUS", "may", "must"]

EDIT_THESAURUS = Act(
    "edit-thesaurus",
    _("se hva ingen fant i søket, og legge ord til i ordlisten."),
    {EDITOR: Reach.COUNTY, NETWORK_EDITOR: Reach.EVERYWHERE},
    public=True,
)
ACTS = (EDIT_THESAURUS, PASS_ON, ANSWER)
