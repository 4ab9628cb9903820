"""What a county has corrected or put in by hand, said on the open page: which authority, when, what the source says.

The organisation is named, never the person.
"""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from vardevei.projects.domain.corrections import Verdicts
from vardevei.projects.enums import BY_HAND, Evidence
from vardevei.projects.models import ByHand, Correction, Participation
from vardevei.web import numbers, words
from vardevei.web.tables import Link, Noted


def marked(value: object, row: Participation, held: Verdicts, *fields: str) -> object:
    """The value; with who corrected it and what the source says, when somebody has."""
    field = next((field for field in fields if field in held), "")
    return Noted(value, _sentence(row, held[field])) if field else value


def _sentence(row: Participation, correction: Correction) -> str:
    body = correction.on_behalf_of.body if correction.on_behalf_of else _("den som driver nettstedet")
    said = row.name if correction.field == "organisation" else _said(row, correction.field)
    told = {"body": body, "day": numbers.day(localdate(correction.on)), "said": said}
    return _("Rettet av %(body)s, %(day)s; kilden sier: %(said)s") % told


def _said(row: Participation, field: str) -> str:
    text = row.told.get(field, "")
    if not text:
        return _("ikke oppgitt")
    if field == "amount":
        return f"{numbers.number(float(text))} {row.currency}"
    if field in ("signed", "start", "end"):
        return numbers.day(date.fromisoformat(text))
    return words.role(text) if field == "role" else text


def source(row: Participation) -> object:
    """The name of the source; of what was put in by hand: by which county, when, and who says so."""
    told = getattr(row, "by_hand", None) if row.source == BY_HAND else None
    if told is None:
        return words.source(row.source)
    body = told.on_behalf_of.body if told.on_behalf_of else _("den som driver nettstedet")
    first = _("Registrert for hånd av %(body)s, %(day)s") % {"body": body, "day": numbers.day(localdate(told.on))}
    return Noted(first, _evidence(told))


def _evidence(told: ByHand) -> object:
    if told.evidence == Evidence.LINK:
        return Link(_("Kilde: %(name)s") % {"name": told.evidence_text or told.evidence_link}, told.evidence_link)
    if told.evidence == Evidence.DOCUMENT:
        return _("Kilde: %(name)s") % {"name": told.evidence_text}
    return _("Kilde: kommunen fortalte det %(day)s") % {"day": numbers.day(told.evidence_day or localdate(told.on))}
