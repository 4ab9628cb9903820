"""One participation for staff: what the source says, what stands, who corrected it, and what may be the same."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.figures.tasks import build_mart
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.projects.domain import by_hand, corrections, doubles
from vardevei.projects.enums import NOT_OURS, ORGANISATION, VALUES
from vardevei.projects.models import ByHand, Correction, Participation
from vardevei.web import numbers, problems, words
from vardevei.web.county import frame
from vardevei.web.county.participation.forms import CorrectForm, WhoForm
from vardevei.web.county.participation.pairs import answers, sides
from vardevei.web.county.participation.rows import address, crumbs, row, title
from vardevei.web.tables import Link


@dataclass(frozen=True, slots=True)
class Field:
    """`said` is what the source says, when a person has said otherwise."""

    code: str
    name: str
    stands: str
    said: str
    correction: Correction | None
    href: str


def show(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    _person, county, found = row(request, number, pk)
    told = ByHand.objects.filter(participation=found).select_related("by", "on_behalf_of", "edited_by").first()
    context = {
        "row": found,
        "title": title(found),
        "family": words.family(found.project.family),
        "source": words.source(found.source),
        "told": told,
        "number": "" if found.project.number.startswith("t-") else found.project.number,
        "partners": _partners(told, county) if told else [],
        "fields": [] if told else fields(found, county),
        "facts": _facts(found) if told else [],
        "likely": [sides(one) for one in doubles.like(found)],
        "answers": answers(found),
        "also": [(words.source(one.source), address(county, one)) for one in _others(found)],
        "crumbs": crumbs(county, (title(found), "")),
    }
    return frame.page(request, "county/participation/one.html", county, "county-participation", context)


def _others(found: Participation) -> list[Participation]:
    """The rows that are counted as one with this."""
    stands = found.same_as or found
    return [one for one in [stands, *stands.also.all()] if one != found]


def fields(found: Participation, county: Organisation) -> list[Field]:
    held = corrections.of_rows([found]).get(found.pk, {})
    who = held.get(ORGANISATION) or held.get(NOT_OURS)
    first = Field(
        ORGANISATION, _("Hvem det er"), _who(found), _by_rules(found) if who else "", who, _href(county, found, "hvem")
    )
    return [first, *(_field(found, code, held.get(code), county) for code in VALUES)]


def _field(found: Participation, code: str, correction: Correction | None, county: Organisation) -> Field:
    said = shown(code, found.told.get(code, "")) or _("ikke oppgitt") if correction else ""
    stands = shown(code, corrections.as_text(getattr(found, code))) or _("ikke oppgitt")
    return Field(code, words.field(code), stands, said, correction, _href(county, found, code))


def _href(county: Organisation, found: Participation, code: str) -> str:
    return reverse("participation-correct", args=[county.number, found.pk, code])


def shown(code: str, text: str) -> str:
    """A value as a person reads it: 1 654 500, 24. november 2026, hovedpartner."""
    if not text:
        return ""
    if code == "amount":
        return numbers.number(float(text))
    if code in ("signed", "start", "end"):
        return numbers.day(date.fromisoformat(text))
    return words.role(text) if code == "role" else text


def _who(found: Participation) -> str:
    if found.organisation:
        return found.organisation.body
    return _("Ikke avgjort") if found.link_state == "doubtful" else _("Ikke en kommune eller fylkeskommune")


def _by_rules(found: Participation) -> str:
    link = corrections.who_without(found)
    organisation = Organisation.objects.filter(pk=link.organisation_id).first()
    return organisation.body if organisation else _("navnet alene er ikke sikkert")


def _facts(found: Participation) -> list[tuple[str, str]]:
    told = [("role", found.role), ("start", found.start), ("end", found.end), ("amount", found.amount)]
    facts = [(words.field(code), shown(code, corrections.as_text(value))) for code, value in told if value]
    return [(name, f"{value} {found.currency}" if name == words.field("amount") else value) for name, value in facts]


def _partners(told: ByHand, county: Organisation) -> list[tuple[str, Link | str]]:
    """Each partner, and the way to its own participation, when it is a municipality of this county."""
    found = []
    for one in told.partners.all():
        name = f"{one.name} ({one.country})" if one.country else one.name
        own: Link | str = ""
        if one.participation:
            own = Link(_("Lagt inn som egen deltakelse"), address(county, one.participation))
        elif organisation := by_hand.municipality_of(one, told.participation.year):
            new = f"{reverse('participation-add', args=[county.number])}?partner={one.pk}"
            own = Link(_("%(body)s: legg inn som egen deltakelse") % {"body": organisation.body}, new)
        found.append((name, own))
    return found


def correct(request: HttpRequest, number: str, pk: int, field: str) -> HttpResponse:
    person, county, found = row(request, number, pk)
    if field not in ("hvem", *VALUES):
        raise Http404(field)
    who = field == "hvem"
    form: WhoForm | CorrectForm = (
        WhoForm.of(request, about=found)
        if who
        else CorrectForm.of(request, about=f"{found.pk}/{field}", initial={"value": getattr(found, field)}, field=field)
    )
    if form.accepted():
        said = form.cleaned_data
        organisation = said.get("organisation")
        what = {"field": ORGANISATION if organisation else NOT_OURS, "organisation": organisation}
        values = what if who else {"field": field, "value": corrections.as_text(said["value"])}
        try:
            corrections.correct(found, **values, by=person, on_behalf_of=county, why=said["why"])
        except Problem as problem:
            told = problems.sentences(problem)
            form.add_error(None if who else "value", f"{told['what']} {told['why']} {told['todo']}".strip())
        else:
            form.done()
            build_mart.enqueue()
            return redirect(address(county, found))
    heading = _("Rett «%(field)s»") % {"field": words.field("organisation" if who else field)}
    context: dict[str, object] = {
        "form": form,
        "title": heading,
        "submit": _("Rett"),
        "back": address(county, found),
        "crumbs": crumbs(county, (title(found), address(county, found)), (heading, "")),
    }
    return frame.page(request, "county/write.html", county, "county-participation", context)


@require_POST
def take_back(request: HttpRequest, number: str, pk: int, correction: int) -> HttpResponse:
    person, county, found = row(request, number, pk)
    held = get_object_or_404(Correction, pk=correction, source=found.source, key=found.key)
    corrections.take_back(held, by=person)
    build_mart.enqueue()
    return redirect(address(county, found))
