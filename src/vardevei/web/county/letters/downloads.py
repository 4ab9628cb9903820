"""The answers to a letter, to take away."""

import csv
import io
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from vardevei.organisations.domain import mailing_results
from vardevei.organisations.domain.mailing_results import Line
from vardevei.organisations.models import Mailing
from vardevei.web.county.letters import tables
from vardevei.web.county.letters.access import mailing as mailing_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answers(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    _person, mailing = mailing_of(request, pk)
    made = {"csv": (_csv, "text/csv; charset=utf-8"), "xlsx": (_xlsx, EXCEL)}
    if kind not in made or mailing.sent_at is None:
        raise Http404(kind)
    write, content_type = made[kind]
    response = HttpResponse(write(list(_rows(mailing))), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="svar-{mailing.pk}.{kind}"'
    return response


def _rows(mailing: Mailing) -> Iterator[list[str]]:
    yield [_("Nummer"), _("Kommune"), _("Til"), _("Adresse"), _("Brevet"), _("Svar"), _("Tillegg"), _("Svart")]
    for line in mailing_results.of(mailing).lines:
        letter = line.letter
        here = [line.organisation.number, line.organisation.name, letter.name, letter.address, tables.state(letter)]
        yield [*here, *_answer(line)]


def _answer(line: Line) -> list[str]:
    if line.answer is None:
        return ["", "", ""]
    words = line.answer.question.option(line.answer.value, get_language() or "nb")
    return [words, line.answer.more, f"{timezone.localtime(line.answer.at):%Y-%m-%d %H:%M}"]


def _csv(rows: list[list[str]]) -> bytes:
    """With the mark that makes Excel read it as UTF-8."""
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Svar"))
    sheet.freeze_panes = "A2"
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=value) for value in row]
        for cell in cells:
            cell.data_type = "s"  # an answer that begins with = is an answer, not a formula
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
