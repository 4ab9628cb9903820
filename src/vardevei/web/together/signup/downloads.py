"""The list of those who are signed up, to take away. What is sensitive is left on the page, where it goes in time."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.web import exports
from vardevei.web.together.signup import access, listed, words
from vardevei.workspaces.models import Event, SignUp, SignUpQuestion


def file(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    _person, event = access.run(request, key)
    if kind not in exports.SHEETS:
        raise Http404(kind)
    asked = list(event.sign_up_questions.filter(sensitive=False))
    heads = [_("Navn"), _("E-post"), _("Nummer"), _("Fra"), _("Status"), _("Kom"), _("Meldt på")]
    rows = _rows(event, listed.chosen(request), asked)
    table = exports.Table([*heads, *(one.words for one in asked)], rows, title=_("Påmeldte"))
    return exports.send(kind, f"pameldte-{event.pk}", table)


def _rows(event: Event, state: str, asked: list[SignUpQuestion]) -> Iterator[list[exports.Cell]]:
    for row in listed.of(event, state):
        said = {one.question_id: words.answer(one.value) for one in row.answers.all()}
        yield [*_who(row), *[said.get(one.pk, "") for one in asked]]


def _who(row: SignUp) -> list[exports.Cell]:
    number = row.organisation.number if row.organisation else ""
    address = (row.person.email if row.person else "") or ""
    came = {True: _("Ja"), False: _("Nei"), None: ""}[row.came]
    at = f"{timezone.localtime(row.at):%Y-%m-%d %H:%M}"
    return [row.name, address, number, row.where, str(row.get_state_display()), came, at]
