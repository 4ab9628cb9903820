"""A change list in words: one line for each change, in the language in use."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.core import translated
from vardevei.library.domain.memo_changes import Change


def lines(changes: list[Change], form: str) -> list[tuple[str, str, str]]:
    """(what happened, to what, more) of each change."""
    return [(_kinds()[change["kind"]], _what(change, form), _more(change, form)) for change in changes]


def _kinds() -> dict[str, str]:
    return {
        "section-added": _("Ny del"),
        "section-removed": _("Tatt ut"),
        "section-changed": _("Endret del"),
        "sections-reordered": _("Ny rekkefølge"),
        "example-added": _("Nytt eksempel"),
        "example-revised": _("Endret eksempel"),
        "example-withdrawn": _("Eksempel tatt ut"),
        "example-followed": _("Fulgt av flere"),
        "example-left": _("Følger ikke lenger"),
        "figure-added": _("Ny figur"),
        "figure-changed": _("Nye tall"),
        "figure-removed": _("Figur tatt ut"),
        "contribution-accepted": _("Innspill tatt med"),
    }


def _what(change: Change, form: str) -> str:
    if not change["what"]:
        return _("Delene står i en annen rekkefølge.")
    return translated.said(change["what"], form, change.get("original", "nb"))


def _more(change: Change, form: str) -> str:
    def said(words: Any) -> str:
        return translated.said(words, form, "nb")

    match change["kind"]:
        case "figure-changed":
            return _("Før: {before} Nå: {now}").format(before=said(change["from"]), now=said(change["to"]))
        case "example-revised":
            return _("Fra revisjon {before} til {now}").format(before=change["from"], now=change["to"])
        case "example-followed":
            day = date_format(date.fromisoformat(change["on"]), "j. F Y")
            cause = said(change["cause"])
            return f"{change['who']}, {day}{': ' if cause else ''}{cause}"
        case "example-left":
            return str(change["who"])
        case "contribution-accepted":
            return _("«{text}» Svar: {answer}").format(text=change["text"], answer=change["answer"])
        case "section-changed" if len(change["forms"]) < 3:
            names = {"nb": _("bokmål"), "nn": _("nynorsk"), "en": _("engelsk")}
            return _("På {forms}").format(forms=", ".join(names[one] for one in change["forms"]))
    return ""
