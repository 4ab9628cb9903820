"""Accessible PDF from a page in Typst: `printing.pdf(PAGE, "sheet", told)`. What is told is plain texts, ready to be
set; a picture without a text beside it stops the work."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import fontpkg
import typst

# What the typeface surely has: Latin, Greek, Cyrillic, punctuation, currencies.
DRAWN = re.compile(r"[^\t\n\x20-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2026\u20ac]")
NOT_DRAWN = "could not be displayed"


def pdf(page: Path, name: str, told: dict[str, Any]) -> bytes:
    """The page filled with what is told, as PDF/UA-1. The page reads it as JSON from `sys.inputs.<name>`.

    PDF/UA allows no character that the typeface cannot draw, such as a smiling face: then "?" stands for those.
    """
    try:
        return _set(page, name, json.dumps(told, ensure_ascii=False))
    except typst.TypstError as error:
        if NOT_DRAWN not in str(error):
            raise
    return _set(page, name, DRAWN.sub("?", json.dumps(told, ensure_ascii=False)))


def _set(page: Path, name: str, told: str) -> bytes:
    made = _press(page).compile(sys_inputs={name: told}, format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)  # pages as a list only for pictures
    return made


@lru_cache(maxsize=64)
def picture(svg: str) -> bytes:
    """A drawing as a picture (PNG), for programs that cannot draw it themselves."""
    made = _press(Path(__file__).parent / "picture.typ").compile(sys_inputs={"svg": svg}, format="png", ppi=160)
    assert isinstance(made, bytes)
    return made


@cache
def _press(page: Path) -> typst.Compiler:
    """Reading the fonts takes longer than a page does: once for each process."""
    fonts = [str(Path(fontpkg.path("Inter")).parent)]
    return typst.Compiler(str(page), font_paths=fonts, ignore_system_fonts=True)
