"""What people write may be taken away in a spreadsheet, where it is never run and never breaks the file."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from vardevei.opendata import harmless


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "+47|cmd", "-", "\ufeff=1"]
)
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    assert harmless.in_csv(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "Kari", "a=b", "+47 900 12 345", "kari@bø.no", -3, 2.5, None, True])
def test_everything_else_stays(cell: object) -> None:
    assert harmless.in_csv(cell) == cell


def test_signs_that_no_workbook_can_hold_do_not_stop_the_rest() -> None:
    """Word's line break within a paragraph comes along when somebody pastes."""
    book, file = Workbook(), io.BytesIO()

    book.active.append([harmless.in_xlsx("første\x0bandre\x00\x1f\ufffe"), harmless.in_xlsx("a\tb\nc")])
    book.save(file)

    assert [cell.value for cell in load_workbook(file).active[1]] == ["første andre   ", "a\tb\nc"]
