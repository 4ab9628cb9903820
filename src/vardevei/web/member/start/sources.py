"""Where waiting work comes from: each room's own function, and the page where each kind of it is done."""

from collections.abc import Callable, Iterable

from vardevei.core.domain import answers
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.guide.domain import helping, partner_waiting
from vardevei.library.domain import contributions as memo
from vardevei.library.domain import reviews
from vardevei.organisations.domain import (
    confirming,
    contacts,
    erasures,
    invitations,
    joining,
    mailing_results,
    steps,
)
from vardevei.projects.domain import waiting as participation
from vardevei.workspaces.domain import (
    followup_people,
    inviting,
    meetings_waiting,
    notices,
    sign_up_waiting,
    survey_waiting,
)

# One line each: `joining.waiting_for` and so on.
SOURCES: list[Callable[[Person], Iterable[Waiting]]] = [
    answers.waiting_for,
    invitations.waiting_for,
    joining.waiting_for,
    erasures.waiting_for,
    contacts.waiting_for,
    steps.waiting_for,
    participation.waiting_for,
    mailing_results.waiting_for,
    confirming.waiting_for,
    inviting.waiting_for,
    meetings_waiting.waiting_for,
    followup_people.waiting_for,
    survey_waiting.waiting_for,
    sign_up_waiting.waiting_for,
    notices.waiting_for,
    memo.waiting_for,
    reviews.waiting_for,
    helping.waiting_for,
    partner_waiting.waiting_for,
]
# kind of waiting work -> name of its address; it takes `Waiting.about` when that is not empty
ADDRESSES: dict[str, str] = {
    "memo-contributions": "memo-contributions",
    "minutes": "meeting",
    "agenda-item": "meeting",
    "agenda-proposals": "meeting",
    "question": "letter",
    "invitation": "invitation",
    "join-request": "join-request",
    "erasure": "erasure",
    "contacts-none": "county-contacts-put-in",
    "contacts-vacant": "county-contacts-vacant",
    "contacts-bounced": "county-contacts-bounced",
    "contact-lists": "county-contacts-put-in",
    "doubtful-names": "participation-names",
    "possible-doubles": "participation-pairs",
    "source-upload": "county-participation",
    "next-step": "staff-municipality",
    "letter-draft": "county-letter",
    "letter-answers": "county-letter",
    "letter-failed": "county-letter",
    "one-letter": "letter",
    "offered-place": "my-sign-up",
    "event-invitation": "my-sign-up",
    "contact-denied": "staff-municipality",
    "workspace-silent": "workspace-members",
    "followup": "followup",
    "survey": "survey-answer",
    "mention": "discussion-thread",
    "survey-county": "survey",
    "partner-request": "partner-request",
    "example-review": "example-review",
    "example-returned": "example-proposal",
    "challenge": "challenge",
}
