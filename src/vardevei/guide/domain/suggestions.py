"""An adviser suggests something for a challenge; the municipality answers from the letter or on the page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, questions
from vardevei.core.models import Answer, Person
from vardevei.guide import enums
from vardevei.guide.domain import suggestion_letters
from vardevei.guide.models import Suggestion
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.models import Challenge

CODE = "challenge-suggestion"
SUGGESTED = _("{who} foreslo «{title}» for {organisation}.")
ANSWERED = _("{organisation} svarte på forslaget «{title}»: {reply}.")


@dataclass(frozen=True, slots=True)
class Said:
    """What is suggested, why, and a deadline if there is one. `key` is a match's, where it has a page here."""

    kind: str
    title: str
    why: str
    key: str = ""
    deadline: date | None = None


@transaction.atomic
def suggest(challenge: Challenge, said: Said, *, by: Person) -> Suggestion:
    """Each of the municipality's contacts gets a letter with three answers; the first to answer answers for all."""
    if not rules.may_help(by, challenge):
        permission.must(None, rules.HELP_CHALLENGE)
    _check(challenge, said)
    made = Suggestion(challenge=challenge, county=_county(by, challenge), by=by, kind=said.kind, key=said.key)
    made.title, made.why, made.deadline = said.title.strip()[:500], said.why.strip(), said.deadline
    made.save()
    made.question = questions.ask(
        questions.in_all_forms(_("Passer forslaget for dere?")),
        by=by,
        choices=[{"value": one.value, **questions.in_all_forms(one.label)} for one in enums.Reply],
        more={enums.Reply.MORE.value: questions.in_all_forms(_("Hva vil dere vite?"))},
        code=CODE,
        place=challenge.municipality_id,
        about=made,
    )
    made.save(update_fields=["question"])
    suggestion_letters.tell(made)
    who = made.county.body if made.county else ""
    _log("challenge-suggested", SUGGESTED, made, by, who=who)
    return made


@questions.effect(CODE)
def answered(answer: Answer) -> None:
    """From the letter."""
    made = Suggestion.objects.filter(question=answer.question).select_related("challenge__municipality", "by").first()
    if made:
        _reply(made, answer.value, answer.more, answer.person)


@transaction.atomic
def reply(made: Suggestion, value: str, *, more: str = "", by: Person) -> Suggestion:
    """From the page, by the municipality's own people."""
    permission.must(by, rules.WRITE_CHALLENGE, made.challenge.municipality_id)
    if value not in enums.Reply.values:
        raise Problem("verdict-unknown", f"There is no answer «{value}».", "", "Choose one of those shown.")
    _reply(made, value, more, by)
    return made


def _reply(made: Suggestion, value: str, more: str, by: Person | None) -> None:
    if (made.reply, made.reply_more) == (value, more.strip()):
        return
    made.reply, made.reply_more, made.replied_at, made.replied_by = value, more.strip(), timezone.now(), by
    made.save(update_fields=["reply", "reply_more", "replied_at", "replied_by"])
    _log("suggestion-answered", ANSWERED, made, by, reply=enums.Reply(value).label)
    suggestion_letters.tell_answer(made)


def _check(challenge: Challenge, said: Said) -> None:
    if challenge.closed_at:
        raise Problem("challenge-closed", "The challenge is closed.", "It stands as it was then.", "Choose another.")
    if not said.title.strip() or not said.why.strip() or said.kind not in enums.Suggested.values:
        raise Problem("suggestion-empty", "What or why is missing.", "They must see both.", "Fill in both.")
    if not suggestion_letters.receivers(challenge):
        raise Problem("suggestion-nobody", "The municipality has no contact.", "Nobody gets it.", "Add one first.")


def _county(by: Person, challenge: Challenge) -> Organisation | None:
    near = permission.counties_of(challenge.municipality_id)
    held = [one.organisation for one in permission.held_by(by) if one.organisation in near]
    return Organisation.objects.filter(pk__in=held).first()


def _log(act: str, text: Promise, made: Suggestion, by: Person | None, **values: Any) -> None:
    about = made.challenge.municipality
    told = {"organisation": about.body, "title": made.title, **values}
    log.write(act, text, by=by, about=made.challenge, place=about.pk, **told)
