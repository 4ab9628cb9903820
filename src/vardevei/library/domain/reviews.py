"""What editors say of a revision: ask for more, decline with grounds, accept."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.library import rules
from vardevei.library.domain import contents, example_letters, following, proposal_keys
from vardevei.library.enums import ReviewChoice, RevisionState
from vardevei.library.models import Review, Revision
from vardevei.library.workflow import REVISION

STAGES = {RevisionState.PROPOSAL: "county", RevisionState.AT_NETWORK: "network"}
LETTERS = {ReviewChoice.ASK: "example-returned", ReviewChoice.DECLINE: "example-declined"}


@transaction.atomic
def decide(revision: Revision, choice: ReviewChoice | str, *, by: Person, grounds: str = "") -> Review:
    """One editor's word. The workflow says whether it is hers to say now, and asks for grounds of a no."""
    choice, was = ReviewChoice(choice), RevisionState(revision.state)
    stage = STAGES.get(was, "county")
    if (stage, choice) == ("network", ReviewChoice.ACCEPT):
        _make_room(revision, by)
    REVISION.step(revision, f"{stage}-{choice}", by=by, why=grounds.strip(), **following.about(revision))
    county = revision.example.county if stage == "county" else None
    said = Review.objects.create(revision=revision, county=county, choice=choice, grounds=grounds.strip(), by=by)
    _afterwards(revision, choice, by, grounds.strip())
    return said


def possible(revision: Revision, person: Person | None) -> list[ReviewChoice]:
    """What this person may say of it now."""
    mine = {step.code for step in REVISION.possible(revision, person)}
    stage = STAGES.get(RevisionState(revision.state), "")
    return [choice for choice in ReviewChoice if f"{stage}-{choice}" in mine]


def waiting_for(person: Person) -> Iterator[Waiting]:
    """What an editor is to look at; and what was sent back to the person."""
    for revision in rules.to_review(person):
        sentence = _("Se på eksempelet «{title}»").format(title=contents.title_of(revision))
        yield _waiting("example-review", sentence, revision.example.slug, revision)
    for revision in Revision.objects.filter(made_by=person, state=RevisionState.RETURNED).select_related("example"):
        if not revision.example.revisions.filter(number__gt=revision.number).exists():
            sentence = _("Svar på det redaktøren spør om i «{title}»").format(title=contents.title_of(revision))
            yield _waiting("example-returned", sentence, proposal_keys.token(revision.example, person), revision)


def _waiting(kind: str, sentence: str, about: str, revision: Revision) -> Waiting:
    since = timezone.localdate(revision.made_at)
    return Waiting(kind, sentence, about, revision.example.county_id or "", since)


def _make_room(revision: Revision, by: Person) -> None:
    """Before the new one takes its place, the one before steps back. Whether `by` may is asked first."""
    before = revision.example.published
    if before and before.state == RevisionState.PUBLISHED and rules.may(by, rules.PUBLISH_EXAMPLES):
        REVISION.step(before, "replace", by=by, **following.about(before))
    revision.published_at = timezone.now()
    revision.save(update_fields=["published_at"])


def _afterwards(revision: Revision, choice: ReviewChoice, by: Person, grounds: str) -> None:
    example = revision.example
    if choice in LETTERS:
        following.follow(example)
        example_letters.answered(LETTERS[choice], revision, by=by, grounds=grounds)
    elif revision.state == RevisionState.PUBLISHED:
        following.publish(example, revision)
        example_letters.published(revision, by=by)
    else:
        following.follow(example)
        example_letters.to_review(revision, by=by)
