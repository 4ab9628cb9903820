"""What is said of partner requests on pages."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vardevei.guide.enums_partners import PartnerAnswer, RequestState
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.web import numbers
from vardevei.web.tables import Gap, Link

COLORS = {PartnerAnswer.YES: "success", PartnerAnswer.MORE: "warning", PartnerAnswer.NO: "neutral", "": "neutral"}


def form() -> str:
    return get_language() or "nb"


def day(at: datetime | None) -> str:
    return numbers.day(timezone.localdate(at)) if at else ""


def answer(asked: PartnerAsked) -> tuple[str, str]:
    """In words, and the colour of its mark."""
    return str(asked.get_answer_display()) if asked.answer else _("Ikke svart"), COLORS[asked.answer]


def counted(asked: list[PartnerAsked]) -> str:
    """ "2 av 5 har svart, 1 sier ja": seen at a glance."""
    if not asked:
        return _("Ingen er spurt ennå")
    told = [one.answer for one in asked if one.answer]
    yes = told.count(PartnerAnswer.YES)
    said = _("{n} av {m} har svart").format(n=len(told), m=len(asked))
    interested = ngettext("{n} sier ja", "{n} sier ja", yes).format(n=yes)
    return f"{said}, {interested}"


def until(request: PartnerRequest) -> str:
    if request.state == RequestState.CLOSED:
        return _("Avsluttet {day}").format(day=day(request.closed_at))
    said = _("Fristen var {day}") if request.overdue else _("Svar innen {day}")
    return said.format(day=numbers.day(request.answer_by))


def programme(request: PartnerRequest) -> object:
    one = request.programme
    if one is None:
        return Gap(_("ikke oppgitt"))
    return Link(str(one.name.get(form()) or one), f"/programmer/{one.code}/")


def facts(request: PartnerRequest) -> list[tuple[str, object]]:
    gap = Gap(_("ikke oppgitt"))
    found: list[tuple[str, object]] = [
        (_("Program"), programme(request)),
        (_("Utlysning"), request.call or gap),
        (_("Tema"), request.theme or gap),
        (_("Rollen"), request.get_wanted_display()),
        (_("Søker partnere"), f"{request.asker}, {request.country}"),
        (_("Kontaktperson"), request.contact or gap),
        (_("E-post"), Link(request.email, f"mailto:{request.email}") if request.email else gap),
    ]
    return [*found, (_("Nettside"), Link(request.address, request.address))] if request.address else found
