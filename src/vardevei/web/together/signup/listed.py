"""The organiser's page: who is signed up, who waits, who has not answered, and what they have said."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.tables import Column, Gap, Noted, Row, Table
from vardevei.web.together import frame
from vardevei.web.together.signup import access, words
from vardevei.workspaces.domain import attendance as counting
from vardevei.workspaces.domain import event_invitations, sign_up_options, sign_up_questions, signups
from vardevei.workspaces.enums import AskKind, SignUpState
from vardevei.workspaces.models import Event, SignUp, SignUpQuestion


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what came of it: each choice with its number, or how many wrote something."""

    question: SignUpQuestion
    told: int
    tally: list[tuple[str, int]]


def page(request: HttpRequest, key: int) -> HttpResponse:
    """?vis=waiting shows those in one state; all of them when not said."""
    _person, event = access.run(request, key)
    state = chosen(request)
    rows = of(event, state)
    context: dict[str, object] = {
        "event": event,
        "options": sign_up_options.of(event),
        "counts": counting.counts(event),
        "choices": _choices(event, state),
        "state": state,
        "table": _table(event, rows) if rows else None,
        "rows": rows,
        "questions": [_asked(question) for question in event.sign_up_questions.all()],
        "can_remind": len(list(event_invitations.unanswered(event))),
        "crumbs": [(event.title, event.path), (_("Påmeldte"), "")],
    }
    return frame.page(request, "together/signup/listed.html", event.workspace, "workspace-calendar", context)


@require_POST
def sign_off(request: HttpRequest, key: int, pk: int) -> HttpResponse:
    person, event = access.run(request, key)
    signups.stay_away(access.listed(event, pk), by=person)
    return redirect("sign-ups", event.pk)


def chosen(request: HttpRequest) -> str:
    state = request.GET.get("vis", "")
    return state if state in SignUpState.values else ""


def of(event: Event, state: str) -> list[SignUp]:
    """Those who wait stand in the order of the line, others by name."""
    rows = event.sign_ups.select_related("person", "organisation", "by").prefetch_related("answers", "needs")
    if state == SignUpState.WAITING:
        return list(rows.in_line())
    return list((rows.filter(state=state) if state else rows).order_by("name", "pk"))


def _choices(event: Event, state: str) -> list[tuple[str, str, bool]]:
    counted = Counter(event.sign_ups.values_list("state", flat=True))
    here = reverse("sign-ups", args=[event.pk])
    shown = [("", _("Alle"), counted.total())]
    shown += [(code, str(label), counted[code]) for code, label in SignUpState.choices if counted[code]]
    return [(f"{label} ({n})", f"{here}?vis={code}" if code else here, code == state) for code, label, n in shown]


def _table(event: Event, rows: list[SignUp]) -> Table:
    asked = list(event.sign_up_questions.all())
    columns = [Column(_("Navn")), Column(_("Fra")), Column(_("Status")), *[Column(one.words) for one in asked]]
    return Table(_("Påmeldte"), columns, [Row(_cells(row, asked)) for row in rows], hide_caption=True)


def _cells(row: SignUp, asked: list[SignUpQuestion]) -> tuple[object, ...]:
    said = {one.question_id: words.answer(one.value) for one in row.answers.all()}
    said |= {one.question_id: words.answer(one.value) for one in row.needs.all()}
    address = row.person.email if row.person else ""
    name = Noted(row, address) if address else str(row)
    return (name, row.where or Gap("–"), _state(row), *[said.get(one.pk) or Gap("–") for one in asked])


def _state(row: SignUp) -> object:
    if row.by and row.by_id != row.person_id and not row.walk_in:
        return Noted(row.get_state_display(), _("Meldt på av {name}").format(name=row.by))
    return row.get_state_display()


def _asked(question: SignUpQuestion) -> Asked:
    told = question.told if question.sensitive else sign_up_questions.given(question).count()
    tally = [(words.answer(value), n) for value, n in sign_up_questions.tally(question)]
    return Asked(question, told, tally if question.kind != AskKind.TEXT else [])
