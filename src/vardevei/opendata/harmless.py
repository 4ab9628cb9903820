"""Words on their way into somebody's spreadsheet: never run as a formula, never a sign that the format cannot hold."""

import re

# What a spreadsheet takes for the beginning of a formula, also after it has read wide signs as narrow ones.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
PHONE = re.compile(r"\+[\d ]+")
# XML 1.0 has no way to write these; Word's own line break inside a paragraph is one of them.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def in_csv(cell: object) -> object:
    """A text that would be run is marked as text; a telephone number and all that is no text stay as they are."""
    if not isinstance(cell, str) or not cell.lstrip(" \ufeff").startswith(FORMULA) or PHONE.fullmatch(cell):
        return cell
    return f"'{cell}"


def in_xlsx(cell: str) -> str:
    """The text without what a workbook cannot hold. Its cell must be given the type of a text."""
    return UNWRITABLE.sub(" ", cell)
