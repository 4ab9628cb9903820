"""Sign-ups when a workspace is taken out whole, or copied."""

from datetime import timedelta

from vardevei.core.models import Person
from vardevei.workspaces.domain import sign_up_questions
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
    words = dict(sign_up.event.sign_up_questions.values_list("pk", "words"))
    answers = {words[key]: value for key, value in sign_up_questions.answered(sign_up).items()}
    address = sign_up.person.email if sign_up.person else None
    return {**{name: _plain(getattr(sign_up, name)) for name in SIGN_UP}, "email": address, "answers": answers}


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """The options and questions of each event, on the event in `to` that it became; nobody's sign-up.

    Which one it became is told by title and day: events are copied first, moved by the same number of days.
    """
    moved = timedelta(days=days)
    new = {(event.title, event.starts_at): event for event in Event.objects.filter(workspace=to)}
    for event in Event.objects.filter(workspace=workspace):
        if became := new.get((event.title, event.starts_at + moved)):
            _copy(event, became, moved)


def _copy(event: Event, became: Event, moved: timedelta) -> None:
    options = SignUpOptions.objects.filter(event=event).first()
    if options and not SignUpOptions.objects.filter(event=became).exists():
        given = {name: getattr(options, name) for name in OPTIONS}
        given["closes_at"] = options.closes_at + moved if options.closes_at else None
        SignUpOptions.objects.create(event=became, **given)
        for question in event.sign_up_questions.all():
            SignUpQuestion.objects.create(event=became, **{name: getattr(question, name) for name in QUESTION})
