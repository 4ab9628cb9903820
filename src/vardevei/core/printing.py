"""Accessible PDF from a page in Typst: `printing.pdf(PAGE, "sheet", told)`. What is told is plain texts, ready to be
set; a picture without a text beside it stops the work."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
import typst


def pdf(page: Path, name: str, told: dict[str, Any]) -> bytes:
    """The page filled with what is told, as PDF/UA-1. The page reads it as JSON from `sys.inputs.<name>`."""
    made = _press(page).compile(sys_inputs={name: json.dumps(told)}, format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)  # pages as a list only for pictures
    return made


@cache
def _press(page: Path) -> typst.Compiler:
    """Reading the fonts takes longer than a page does: once for each process."""
    fonts = [str(Path(fontpkg.path("Inter")).parent)]
    return typst.Compiler(str(page), font_paths=fonts, ignore_system_fonts=True)
