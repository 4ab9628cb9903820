"""The answers to a letter, to take away."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.organisations.domain import mailing_results
from vardevei.organisations.domain.mailing_results import Line
from vardevei.organisations.models import Mailing
from vardevei.web import exports
from vardevei.web.county.letters import tables
from vardevei.web.county.letters.access import mailing as mailing_of


def answers(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    _person, mailing = mailing_of(request, pk)
    if kind not in exports.SHEETS or mailing.sent_at is None:
        raise Http404(kind)
    heads = [_("Nummer"), _("Kommune"), _("Til"), _("Adresse"), _("Brevet"), _("Svar"), _("Tillegg"), _("Svart")]
    return exports.send(kind, f"svar-{mailing.pk}", exports.Table(heads, _rows(mailing), title=_("Svar")))


def _rows(mailing: Mailing) -> Iterator[list[str]]:
    for line in mailing_results.of(mailing).lines:
        letter = line.letter
        here = [line.organisation.number, line.organisation.name, letter.name, letter.address, tables.state(letter)]
        yield [*here, *_answer(line)]


def _answer(line: Line) -> list[str]:
    if line.answer is None:
        return ["", "", ""]
    words = line.answer.question.option(line.answer.value, get_language() or "nb")
    return [words, line.answer.more, f"{timezone.localtime(line.answer.at):%Y-%m-%d %H:%M}"]
