"""Marking a follow-up as done, or answering an order, by the link in the letter about it: no account is needed."""

from vardevei.core.domain import questions, versioned
from vardevei.core.models import Answer
from vardevei.workspaces.domain import followups
from vardevei.workspaces.domain.followup_letters import ANSWER, DONE, followup_of
from vardevei.workspaces.models import FollowUp


@questions.effect(DONE, waits_elsewhere=True)
def done(answer: Answer) -> None:
    """One press marks it as done; a word on how it went may come after."""
    followup = followup_of(answer)
    if followup is None:
        return
    if followup.open:
        followups.finish(followup, outcome=answer.more, by=answer.person)
    else:
        _say(followup, "outcome", answer.more, answer)


@questions.effect(ANSWER, waits_elsewhere=True)
def answered(answer: Answer) -> None:
    """The answer closes the order; a changed one takes its place."""
    followup = followup_of(answer)
    if followup is None:
        return
    if followup.open:
        followups.answer(followup, answer=answer.value, by=answer.person)
    else:
        _say(followup, "answer", answer.value, answer)


def _say(followup: FollowUp, name: str, words: str, answer: Answer) -> None:
    """Only whoever closed it says more of it by the link."""
    if words and answer.person_id and followup.done_by_id == answer.person_id:
        setattr(followup, name, words)
        versioned.save(followup, [name])
