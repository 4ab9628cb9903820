"""Partner requests: recorded by the county or sent in by anyone, passed to municipalities, and closed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, questions, versioned
from vardevei.core.models import Person
from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_letters
from vardevei.guide.enums_partners import RequestState, Wanted
from vardevei.guide.models import PartnerRequest
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme

UNCONFIRMED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is written of a request: who looks for a partner, for what, and by when."""

    title: str
    asker: str
    country: str
    text: str
    answer_by: date
    contact: str = ""
    email: str = ""
    address: str = ""
    programme: Programme | None = None
    call: str = ""
    theme: str = ""
    wanted: str = Wanted.ANY
    offers: str = ""
    language: str = "nb"

    def fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@transaction.atomic
def record(county: Organisation, said: Said, *, by: Person) -> PartnerRequest:
    """A request that has come to the county: from now on it can be passed to municipalities."""
    rules.must(by, rules.PASS_ON, county)
    _check(said)
    request = PartnerRequest.objects.create(county=county, by=by, **said.fields())
    _log("partner-request-recorded", _("Partnerforespørselen «{title}» fra {asker} ble lagt inn."), request, by)
    return request


@transaction.atomic
def send_in(county: Organisation, said: Said, *, by: Person, signed_in: bool = False) -> PartnerRequest:
    """By anyone. Without being `signed_in` it waits until the one who has the address presses the link sent there."""
    _check(said)
    request = PartnerRequest.objects.create(
        county=county, by=by, sent_in=True, state=RequestState.UNCONFIRMED, **said.fields()
    )
    if signed_in:
        confirm(request)
    else:
        partner_letters.confirm(request)
    return request


@transaction.atomic
def confirm(request: PartnerRequest) -> None:
    """The link from the letter was pressed: now the county sees it. Pressed twice it is one."""
    row = PartnerRequest.objects.select_for_update().get(pk=request.pk)
    if row.state != RequestState.UNCONFIRMED:
        return
    row.state = request.state = RequestState.ARRIVED
    row.save(update_fields=["state"])
    _log("partner-request-sent-in", _("Partnerforespørselen «{title}» fra {asker} ble sendt inn."), row, row.by)
    partner_letters.arrived(row)


@transaction.atomic
def change(request: PartnerRequest, said: Said, *, by: Person, version: int | None = None) -> PartnerRequest:
    """Put right what is written. Letters that have been sent stay as they were."""
    rules.must_pass_on(by, request)
    must_go_on(request)
    _check(said)
    for name, value in said.fields().items():
        setattr(request, name, value)
    versioned.save(request, list(said.fields()), version)
    _follow_deadline(request)
    _log("partner-request-changed", _("Partnerforespørselen «{title}» fra {asker} ble endret."), request, by)
    return request


@transaction.atomic
def close(request: PartnerRequest, *, outcome: str, by: Person) -> PartnerRequest:
    """What came of it, told to the municipalities that were interested and to whoever sent it in. Once."""
    rules.must_pass_on(by, request)
    must_go_on(request)
    request.state, request.closed_at, request.closed_by = RequestState.CLOSED, timezone.now(), by
    request.outcome = outcome.strip()
    versioned.save(request, ["state", "closed_at", "closed_by", "outcome"])
    if request.question:
        questions.close(request.question)
    told = _("Partnerforespørselen «{title}» fra {asker} ble avsluttet.")
    _log("partner-request-closed", told, request, by, request.outcome)
    partner_letters.closed(request, by=by)
    return request


def forget_unconfirmed() -> int:
    """Requests that nobody has confirmed in thirty days go; the number of them."""
    before = timezone.now() - UNCONFIRMED_FOR
    return PartnerRequest.objects.filter(state=RequestState.UNCONFIRMED, made_at__lt=before).delete()[0]


def must_go_on(request: PartnerRequest) -> None:
    """Error: it is closed ("partner-request-closed")."""
    if request.state == RequestState.CLOSED:
        raise Problem(
            "partner-request-closed",
            "This partner request is closed.",
            "What came of it has been told to those who were asked.",
            "Record a new one if they ask again.",
        )


def _check(said: Said) -> None:
    if said.answer_by < timezone.localdate():
        raise Problem(
            "partner-request-late",
            "The day to answer by has been.",
            "Nobody would have time to answer.",
            "Choose a later day.",
        )


def _follow_deadline(request: PartnerRequest) -> None:
    """The links in the letters open until the new day."""
    question = request.question
    if question and question.deadline != request.answer_by:
        question.deadline = request.answer_by
        question.save(update_fields=["deadline"])


def _log(act: str, text: str | Promise, request: PartnerRequest, by: Person | None, why: str = "") -> None:
    log.write(
        act, text, by=by, about=request, place=request.county_id, why=why, title=request.title, asker=request.asker
    )
