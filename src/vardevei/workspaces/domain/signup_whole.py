"""Sign-ups when a workspace is taken out whole, or copied."""

from vardevei.core.models import Person
from vardevei.workspaces.domain import event_copies, sign_up_questions
from vardevei.workspaces.models import Event, SignUp, SignUpOptions, SignUpQuestion, Workspace

OPTIONS = ("who", "limit", "closes_at", "waiting_list", "hours_to_answer", "remind_days")
QUESTION = ("order", "kind", "words", "choices", "required", "sensitive")
SIGN_UP = ("name", "organisation_id", "organisation_name", "state", "came", "walk_in", "at", "invited_at")


def taken_out(workspace: Workspace) -> dict[str, object]:
    """Everything of sign-up in it, by the key of the event."""
    events = Event.objects.filter(workspace=workspace).order_by("pk")
    return {"sign_ups": [_event(event) for event in events], "files": []}


def _event(event: Event) -> dict[str, object]:
    options = SignUpOptions.objects.filter(event=event).first()
    return {
        "event": event.pk,
        "options": {name: _plain(getattr(options, name)) for name in OPTIONS} if options else None,
        "questions": [
            {name: getattr(one, name) for name in (*QUESTION, "told")} for one in event.sign_up_questions.all()
        ],
        "people": [_sign_up(one) for one in event.sign_ups.select_related("person").order_by("pk")],
    }


def _sign_up(sign_up: SignUp) -> dict[str, object]:
    """Not what is sensitive: that is gone the day after the event, and an archive would keep it."""
    words = dict(sign_up.event.sign_up_questions.filter(sensitive=False).values_list("pk", "words"))
    answers = {words[key]: value for key, value in sign_up_questions.answered(sign_up).items() if key in words}
    address = sign_up.person.email if sign_up.person else None
    return {**{name: _plain(getattr(sign_up, name)) for name in SIGN_UP}, "email": address, "answers": answers}


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """The options and questions of each event, on the event in `to` that it became; nobody's sign-up."""
    for became in Event.objects.filter(workspace=to, copied_from__workspace=workspace).select_related("copied_from"):
        if became.copied_from is not None and not SignUpOptions.objects.filter(event=became).exists():
            _copy(became.copied_from, became, days)


def _copy(event: Event, became: Event, days: int) -> None:
    options = SignUpOptions.objects.filter(event=event).first()
    if options is not None:
        given = {name: getattr(options, name) for name in OPTIONS}
        given["closes_at"] = event_copies.later(options.closes_at, days) if options.closes_at else None
        SignUpOptions.objects.create(event=became, **given)
        for question in event.sign_up_questions.all():
            SignUpQuestion.objects.create(event=became, **{name: getattr(question, name) for name in QUESTION})
