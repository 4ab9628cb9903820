"""The letters about partner requests: to whoever sends one in, to the county, and to those who are asked."""

from typing import Any

from vardevei.core.domain import letters
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person, Question
from vardevei.guide.domain import partner_keys
from vardevei.guide.enums_partners import PartnerAnswer
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.organisations.domain import language, roles
from vardevei.organisations.models import Organisation
from vardevei.organisations.roles import ADVISER, EDITOR

SHOWN = 1500  # letters of what the asker wrote; the rest is read on the page


def receivers(municipality: Organisation) -> list[Person]:
    """The contacts that a letter reaches."""
    found = [role.person for role in roles.contacts_at(municipality)]
    return [person for person in found if person.written_to() and not person.bounced_at]


def post(code: str, asked: PartnerAsked, question: Question, *, by: Person) -> None:
    """The letter with the question to the contacts of one municipality, in their own form of language."""
    request, place = asked.request, asked.municipality
    for person in receivers(place):
        form = language.form_for(person, place)
        _write(
            code, person, request, form=form, place=place.pk, by=by, question=question, organisation=str(place),
            because=[words[form] for words in asked.because], programme=_programme(request, form),
            link=f"/partnersok/{request.pk}/", **_told(request),
        )  # fmt: skip


def confirm(request: PartnerRequest) -> None:
    """One press says that it was she who wrote; nobody sees it before that."""
    if request.by:
        link = partner_keys.path(request)
        form = LanguageForm(request.by.form or request.language)
        _write("partner-confirm", request.by, request, form=form, place="", by=None, link=link)


def arrived(request: PartnerRequest) -> None:
    """Something new for the county's advisers to look at."""
    for person in roles.people_at(request.county, [ADVISER, EDITOR]):
        if person != request.by and person.written_to():
            form = language.form_for(person, request.county)
            link = f"/partnersok/{request.pk}/"
            _write("partner-arrived", person, request, form=form, place=request.county_id, by=request.by, link=link)


def closed(request: PartnerRequest, *, by: Person) -> None:
    """What came of it: to the municipalities that were interested, and to whoever sent it in."""
    link = f"/partnersok/{request.pk}/"
    for asked in request.asked.filter(answer__in=[PartnerAnswer.YES, PartnerAnswer.MORE]):
        for person in receivers(asked.municipality):
            form = language.form_for(person, asked.municipality)
            at, outcome = asked.municipality_id, request.outcome
            _write("partner-outcome", person, request, form=form, place=at, by=by, outcome=outcome, link=link)
    sender = request.by if request.sent_in else None
    if sender and sender.written_to():
        form, link, outcome = LanguageForm(sender.form or request.language), partner_keys.path(request), request.outcome
        _write("partner-outcome", sender, request, form=form, place="", by=by, outcome=outcome, link=link, sender=True)


def _programme(request: PartnerRequest, form: str) -> str:
    name = request.programme.name if request.programme else {}
    return str(name.get(form) or name.get("nb") or "")


def _told(request: PartnerRequest) -> dict[str, Any]:
    text = request.text.strip()
    return {
        "call": request.call,
        "theme": request.theme,
        "wanted": request.wanted,
        "text": text[:SHOWN] + ("…" if len(text) > SHOWN else ""),
        "offers": request.offers.strip()[:SHOWN],
    }


def _write(code: str, to: Person, request: PartnerRequest, *, form: str, place: str, **values: Any) -> None:
    values |= {"title": request.title, "asker": request.asker, "country": request.country, "until": request.answer_by}
    letters.write(code, to=to, form=form, about=request, place=place, county=request.county.body, **values)
