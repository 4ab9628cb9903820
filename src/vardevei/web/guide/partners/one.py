"""One partner request: for the county who says what, for a municipality what is wanted and its answer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_asking
from vardevei.guide.enums_partners import PartnerAnswer, RequestState
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.web import access
from vardevei.web.guide.partners import words
from vardevei.web.guide.partners.forms import AnswerForm
from vardevei.web.tables import Column, Gap, Row, Table


def found(request: HttpRequest, key: int) -> tuple[Person, PartnerRequest]:
    """For those who may see it; for others it is not there."""
    person = access.signed_in(request)
    rows = rules.visible_to(person).select_related("county", "programme", "question", "by")
    return person, get_object_or_404(rows, pk=key)


def passed_on(request: HttpRequest, key: int) -> tuple[Person, PartnerRequest]:
    """For those who may pass it on."""
    person, one = found(request, key)
    if not rules.may_pass_on(person, one):
        raise PermissionDenied
    return person, one


def crumbs(*below: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Partnersøk"), reverse("partner-requests")), *below]


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, one = found(request, key)
    return _page(request, person, one, None)


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """The municipality's answer; with several to answer for, `for` says which."""
    person, one = found(request, key)
    asked = rules.asked_of(person, one)
    wanted = request.GET.get("for", "")
    mine = next((each for each in asked if each.municipality_id == wanted), asked[0] if asked else None)
    if mine is None:
        raise Http404(key)
    if request.method != "POST":
        return redirect("partner-request", key)
    form = _form(request, mine)
    given = form.accepted()
    if given and form.did(lambda: partner_asking.answer(mine, by=person, **form.cleaned_data)):
        messages.success(request, _("Svaret er sendt til {county}.").format(county=one.county.body))
        return redirect("partner-request", key)
    return _page(request, person, one, (mine, form))


def _form(request: HttpRequest, asked: PartnerAsked) -> AnswerForm:
    return AnswerForm.of(request, about=f"partner:{asked.pk}", initial={"value": asked.answer, "more": asked.more})


def _page(
    request: HttpRequest, person: Person, one: PartnerRequest, sent: tuple[PartnerAsked, AnswerForm] | None
) -> HttpResponse:
    rows, own = list(one.asked.select_related("municipality", "by")), rules.asked_of(person, one)
    staff = rules.may_pass_on(person, one)
    open_now = one.state != RequestState.CLOSED and not one.overdue
    context: dict[str, Any] = {
        "one": one,
        "until": words.until(one),
        "facts": words.facts(one),
        "staff": staff,
        "open_now": open_now,
        "going_on": one.state != RequestState.CLOSED,
        "counted": words.counted(rows),
        "table": _table(rows) if staff and rows else None,
        "silent": sum(not each.answer for each in rows),
        "unreachable": list(partner_asking.unreachable(one)) if staff else [],
        "answers": [_answering(request, each, sent, open_now) for each in own],
        "crumbs": crumbs((one.title, "")),
    }
    return render(request, "guide/partners/one.html", context, status=400 if sent else 200)


def _answering(
    request: HttpRequest, asked: PartnerAsked, sent: tuple[PartnerAsked, AnswerForm] | None, open_now: bool
) -> dict[str, Any]:
    form = sent[1] if sent and sent[0].pk == asked.pk else _form(request, asked)
    return {
        "asked": asked,
        "mark": words.answer(asked),
        "because": [said.get(words.form(), said.get("nb", "")) for said in asked.because],
        "form": form if open_now else None,
        "address": f"{reverse('partner-request-answer', args=[asked.request_id])}?for={asked.municipality_id}",
    }


def _table(rows: list[PartnerAsked]) -> Table:
    columns = [
        Column(_("Kommune")),
        Column(_("Svar")),
        Column(_("Mer"), "long"),
        Column(_("Svart")),
        Column(_("Minnet")),
    ]
    order = [PartnerAnswer.YES, PartnerAnswer.MORE, "", PartnerAnswer.NO]
    rows = sorted(rows, key=lambda one: order.index(one.answer))
    return Table(_("Hvem som har svart hva"), columns, [Row(_cells(one)) for one in rows], hide_caption=True)


def _cells(one: PartnerAsked) -> tuple[object, ...]:
    nothing = Gap("–")
    who = (
        f"{words.numbers.day(one.at)}, {one.by}"
        if one.at and one.by
        else words.numbers.day(one.at)
        if one.at
        else nothing
    )
    reminded = words.numbers.day(one.reminded_at) if one.reminded_at else nothing
    return one.municipality.name, words.answer(one)[0], one.more or nothing, who, reminded
