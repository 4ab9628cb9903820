"""What is written to those who have a follow-up: when they get it, before its day, when it is late. One press in the
letter marks it as done; an order is answered by writing."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, questions
from vardevei.core.enums import QuestionKind
from vardevei.core.models import Answer, Person, Question
from vardevei.core.models.log import subject_of
from vardevei.organisations.domain import language
from vardevei.workspaces.domain import followup_people
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import FollowUp

DONE, ANSWER = "followup-done", "followup-answer"
A_WEEK = timedelta(days=7)
LATE_LETTERS = timedelta(days=35)  # after five weeks it only stands in the lists: a letter that nobody heeds is noise


def given(followup: FollowUp, *, by: Person | None) -> None:
    """To whoever has it now."""
    _write("followup-given", followup, by=by)


def moved(followup: FollowUp, *, by: Person | None) -> None:
    """It has another day."""
    _write("followup-moved", followup, by=by)


def dropped(followup: FollowUp, *, why: str, by: Person) -> None:
    """It shall not be done after all."""
    for person in followup_people.receivers(followup):
        if person != by:
            _letter("followup-dropped", followup, person, by=by, why=why)


def remind(today: date | None = None) -> int:
    """Each day: those whose day comes within a week, and those that are late; at most one letter a week."""
    now = today or timezone.localdate()
    near = FollowUp.objects.open().active().filter(due__lte=now + A_WEEK, due__gte=now - LATE_LETTERS)
    written = 0
    for followup in near.exclude(told_on__gt=now - A_WEEK).select_related("workspace__owner", "who", "organisation"):
        with transaction.atomic():
            written += _write("followup-reminder", followup, by=None, today=now)
    return written


def close(followup: FollowUp) -> None:
    """The links in the letters that were sent work no longer."""
    for question in Question.objects.filter(about=subject_of(followup), closed_at__isnull=True):
        questions.close(question)


def _write(code: str, followup: FollowUp, *, by: Person | None, today: date | None = None) -> int:
    """One to each who can be reached, but not to the one who does it; how many they were."""
    to = [person for person in followup_people.receivers(followup) if person != by]
    now = today or timezone.localdate()
    question = _question(followup, by) if to else None
    for person in to:
        _letter(code, followup, person, by=by, question=question, late=followup.due < now)
    FollowUp.objects.filter(pk=followup.pk).update(told_on=now)
    followup.told_on = now
    return len(to)


def _letter(
    code: str, followup: FollowUp, to: Person, *, by: Person | None, question: Question | None = None, **more: Any
) -> None:
    workspace = followup.workspace
    letters.write(
        code,
        to=to,
        form=language.form_for(to, followup.organisation or workspace.owner),
        by=by,
        about=followup,
        place=_place(followup),
        question=question,
        reply_to=(followup.by.email or "") if followup.by else "",
        followup=followup,
        room="" if workspace.alone else workspace.title,
        county=workspace.owner,
        link=f"/oppfolging/{followup.pk}/",
        **more,
    )


def _question(followup: FollowUp, by: Person | None) -> Question:
    """The one that all letters about it carry until somebody else gets it."""
    standing = Question.objects.filter(about=subject_of(followup), closed_at__isnull=True).first()
    return standing or _ask(followup, by)


def _ask(followup: FollowUp, by: Person | None) -> Question:
    if followup.is_order:
        words, code, kind = _("Hva er svaret på bestillingen «{what}»?"), ANSWER, QuestionKind.TEXT
    else:
        words, code, kind = _("Er «{what}» gjort?"), DONE, QuestionKind.CHOICE
    said = {form: text.replace("{what}", followup.what) for form, text in questions.in_all_forms(words).items()}
    return questions.ask(
        said,
        by=by,
        kind=kind,
        code=code,
        choices=[] if followup.is_order else [{"value": "done", **questions.in_all_forms(_("Ja, det er gjort"))}],
        more={} if followup.is_order else {"done": questions.in_all_forms(_("Hvordan gikk det?"))},
        place=_place(followup),
        about=followup,
    )


def _place(followup: FollowUp) -> str:
    """The municipality that is written to. What is in a room for named people stands on no page of the county's."""
    named = followup.workspace.visibility == Visibility.NAMED
    return "" if named else followup.organisation_id or ""


def followup_of(answer: Answer) -> FollowUp | None:
    """What an answered question is about."""
    key = answer.question.about.rpartition(":")[2]
    return FollowUp.objects.select_related("workspace").filter(pk=key).first() if key.isdigit() else None
