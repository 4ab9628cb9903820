"""Signing up to an event, with or without an account, and what one does with a sign-up afterwards."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, people
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import sign_up_letters, sign_up_questions
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpState, SignUpWho
from vardevei.workspaces.models import Event, SignUp, SignUpOptions

STANDING = (SignUpState.SIGNED_UP, SignUpState.WAITING, SignUpState.OFFERED)
Answers = Mapping[int, object]  # key of the question -> what was answered


@transaction.atomic
def sign_up(
    event: Event,
    *,
    name: str,
    email: str,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    answers: Answers | None = None,
    form: LanguageForm | str = "",
    by: Person | None = None,
    signed_in: bool = True,
) -> SignUp:
    """A place, or a place in line, for whoever has the address; confirmed by letter. Twice is once.

    `by` is whoever is signed in, or signs up a colleague: the colleague is told. Without being `signed_in` it is only
    what somebody has written, which gives no more rights than nobody has. Errors: "sign-up-closed",
    "no-sign-up", "sign-up-for-invited", "event-full".
    """
    person = people.find_or_make(email, name)
    options = places.lock(event)
    found = SignUp.objects.filter(event=event, person=person).first()
    known = by if signed_in else None
    check_open(options, known, found)
    if found and found.state in STANDING:
        return _again(found, answers, known)
    made = found or SignUp(event=event, person=person)
    made.name, made.organisation, made.organisation_name = name.strip(), organisation, organisation_name.strip()
    made.form, made.by, made.at = form or language.form_for(person, organisation), by, timezone.now()
    made.over_at, made.came = options.event.ends_at, None
    return _take_place(made, options, answers)


def _take_place(made: SignUp, options: SignUpOptions, answers: Answers | None) -> SignUp:
    places.give(made, options)
    if answers is not None:
        sign_up_questions.answer(made, answers)
    sign_up_questions.count(options.event)
    _log("signed-up", _("{who} ble påmeldt «{event}».") if made.state == SignUpState.SIGNED_UP else _WAITS, made)
    sign_up_letters.confirmed(made)
    return made


_WAITS = _("{who} står på venteliste til «{event}».")


def _again(found: SignUp, answers: Answers | None, by: Person | None) -> SignUp:
    """Somebody who is signed up already. What stands is changed only by herself; a stranger who knows the address gets
    nothing to see, and she gets the letter with her links once more."""
    if by is not None and by == found.person and answers is not None:
        sign_up_questions.answer(found, answers)
        sign_up_questions.count(found.event)
    sign_up_letters.once_more(found)
    return found


def check_open(options: SignUpOptions, by: Person | None = None, found: SignUp | None = None) -> None:
    """Whether one can sign up now. Those who are invited, or are in the workspace, may also when others may not."""
    event = options.event
    if not places.goes_on(event) or options.last_moment <= timezone.now():
        raise Problem(
            "sign-up-closed",
            "One can no longer sign up to this event.",
            "The time for signing up is over, or the event is cancelled.",
            "Ask the organiser.",
        )
    invited = found is not None and found.invited_at is not None
    for_all = options.who == SignUpWho.ANYONE and event.open
    if not for_all and not invited and not rules.may(by, rules.TAKE_PART, event.workspace):
        raise Problem(
            "sign-up-for-invited",
            "This event is for those who are invited.",
            "The organiser has said who may sign up.",
            "Use the link in the invitation, or sign in.",
        )


@transaction.atomic
def come(sign_up: SignUp) -> SignUp:
    """Yes to an invitation, to an offered place, or once more after a no. A late yes gets what there is: a free place
    or the end of the line."""
    options = places.lock(sign_up.event)
    sign_up.refresh_from_db()
    if sign_up.state in (SignUpState.SIGNED_UP, SignUpState.WAITING):
        return sign_up
    in_time = sign_up.answer_by is not None and timezone.now() <= sign_up.answer_by
    if sign_up.state == SignUpState.OFFERED and in_time and places.goes_on(options.event):
        return _accept(sign_up)
    if sign_up.state == SignUpState.OFFERED:
        sign_up.state, sign_up.answer_by, sign_up.offered_at = SignUpState.PASSED, None, None
        sign_up.save()
        places.fill(options)
    elif sign_up.state != SignUpState.PASSED:
        check_open(options, sign_up.person, sign_up)
    _still_goes_on(options)
    return _take_place(sign_up, options, None)


def _accept(sign_up: SignUp) -> SignUp:
    sign_up.state, sign_up.answer_by, sign_up.offered_at = SignUpState.SIGNED_UP, None, None
    sign_up.save()
    sign_up_questions.count(sign_up.event)
    _log("offer-accepted", _("{who} tok imot plassen på «{event}»."), sign_up)
    sign_up_letters.confirmed(sign_up)
    return sign_up


@transaction.atomic
def stay_away(sign_up: SignUp, *, by: Person | None = None) -> SignUp:
    """No to an invitation or an offer, or a sign-up taken back. The place goes to the next in line. Twice is once.

    `by` is the organiser who does it for her.
    """
    if by is not None and by != sign_up.person:
        rules.must(by, rules.RUN, sign_up.event.workspace)
    options = places.lock(sign_up.event)
    sign_up.refresh_from_db()
    if sign_up.state in (SignUpState.WITHDRAWN, SignUpState.DECLINED):
        return sign_up
    was = SignUpState(sign_up.state)
    sign_up.state = SignUpState.DECLINED if was == SignUpState.INVITED else SignUpState.WITHDRAWN
    sign_up.queued_at = sign_up.offered_at = sign_up.answer_by = None
    sign_up.save()
    sign_up_questions.forget(sign_up)
    _log("signed-off", _("{who} kommer ikke på «{event}»."), sign_up, by)
    if was != SignUpState.INVITED:
        sign_up_letters.withdrawn(sign_up, by=by)
    places.fill(options)
    return sign_up


@transaction.atomic
def change(
    sign_up: SignUp,
    *,
    name: str,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    answers: Answers | None = None,
) -> SignUp:
    """Her own changes, through her link or signed in."""
    options = places.lock(sign_up.event)
    _still_goes_on(options)
    sign_up.refresh_from_db()
    sign_up.name, sign_up.organisation, sign_up.organisation_name = name, organisation, organisation_name
    sign_up.save(update_fields=["name", "organisation", "organisation_name"])
    if answers is not None:
        sign_up_questions.answer(sign_up, answers)
        sign_up_questions.count(options.event)
    return sign_up


def of(event: Event, person: Person | None) -> SignUp | None:
    """The person's own sign-up to the event."""
    return SignUp.objects.filter(event=event, person=person).first() if person and person.pk else None


def _still_goes_on(options: SignUpOptions) -> None:
    if not places.goes_on(options.event):
        raise Problem(
            "event-not-ahead",
            "Nothing can be changed in this sign-up now.",
            "The event has begun, or it is cancelled.",
            "Ask the organiser.",
        )


def _log(act: str, text: str | Promise, sign_up: SignUp, by: Person | None = None) -> None:
    event = sign_up.event
    log.write(
        act,
        text,
        by=by or sign_up.by,
        about=sign_up,
        place=event.workspace.owner_id,
        who=sign_up.person,
        event=event.title,
    )
