"""Who may do what with a published example of Indre Fosen, in Trøndelag: written by hand, so that one can judge it."""

import pytest

from tests.library.examples import published
from tests.people import BERGEN, INDRE_FOSEN, TRONDELAG, VESTLAND, somebody, with_role
from vardevei.library import rules
from vardevei.organisations import roles as kinds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
ACTS = {
    "see": rules.may_see,
    "comment": rules.may_comment,
    "revise": rules.may_revise,
    "confirm": rules.may_confirm,
    "review": rules.may_review_for_county,
    "withdraw": rules.may_edit,
    "publish": lambda person, _example: rules.may(person, rules.PUBLISH_EXAMPLES),
}
PEOPLE = {
    "contact here": (kinds.CONTACT, INDRE_FOSEN),
    "member here": (kinds.MEMBER, INDRE_FOSEN),
    "contact elsewhere": (kinds.CONTACT, BERGEN),
    "adviser of the county": (kinds.ADVISER, TRONDELAG),
    "editor of the county": (kinds.EDITOR, TRONDELAG),
    "editor of another county": (kinds.EDITOR, VESTLAND),
    "grant officer": (kinds.GRANT_OFFICER, TRONDELAG),
    "decision maker": (kinds.DECISION_MAKER, TRONDELAG),
    "network editor": (kinds.NETWORK_EDITOR, ""),
    "administrator": (kinds.ADMINISTRATOR, ""),
}
READS = "see comment"
MAY = {
    "visitor": "see",
    "no role": READS,
    "proposer": "see comment revise",
    "contact here": "see comment revise confirm",
    "member here": "see comment revise confirm",
    "contact elsewhere": READS,
    "adviser of the county": READS,
    "editor of the county": "see comment revise confirm review withdraw",
    "editor of another county": READS,
    "grant officer": READS,
    "decision maker": READS,
    "network editor": "see comment revise withdraw publish",
    "administrator": READS,
}


@pytest.mark.parametrize("who", MAY)
def test_who_may_do_what(who: str) -> None:
    example = published()
    person = {"visitor": None, "no role": somebody("Uten Rolle"), "proposer": example.by}.get(who)
    if who in PEOPLE:
        person = with_role(*PEOPLE[who], name="Den Det Gjelder")

    assert " ".join(act for act, may in ACTS.items() if may(person, example)) == MAY[who]
