"""The mayors' sheets: one straight to the browser, many as long work."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.figures.domain import sheets
from vardevei.organisations import permission, rules
from vardevei.organisations.models import Organisation
from vardevei.web import access, working

FORMS = ("nb", "nn")


def one(request: HttpRequest, number: str) -> HttpResponse:
    """`?form=` is nb or nn, else the municipality's own; `?steg=1` puts the next step on it."""
    person, place = access.municipality(request, number, rules.SEE_OVERVIEW)
    form = request.GET.get("form", "")
    wish = sheets.Wish(ring=_ring(person, place), step=request.GET.get("steg") == "1")
    made = sheets.make(place.place, form=form if form in FORMS else "", wish=wish)
    answer = HttpResponse(made, content_type="application/pdf")
    name = get_valid_filename(sheets.name_of(place.place))
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def all_of(request: HttpRequest, number: str) -> HttpResponse:
    """All of a county's in one go, as long work with a page of its own."""
    person, county = access.county(request, number, rules.SEE_OVERVIEW)
    return _begin(request, person, county.number, county.pk, _ring(person, county))


@require_POST
def everybody(request: HttpRequest) -> HttpResponse:
    """All municipalities of the country, for the one who runs the site."""
    return _begin(request, access.require(request, rules.ADMINISTER), "", "", None)


def _begin(request: HttpRequest, person: Person, county: str, place: str, ring: Person | None) -> HttpResponse:
    sent = request.POST.get("form", "")
    back = reverse("my-county", args=[county]) if county else reverse("my-counties")
    return working.begin(
        request,
        "sheets",
        by=person,
        place=place,
        back=back,
        county=county,
        ring=ring.pk if ring else None,
        form=sent if sent in FORMS else "",
        step=request.POST.get("steg") == "1",
    )


def _ring(person: Person, place: Organisation) -> Person | None:
    """Who makes the sheet is whom to ring, when the person follows up the municipality; an administrator does not."""
    held = {role.organisation for role in permission.held_by(person)}
    follows = permission.may(person, rules.WRITE_DIALOGUE, place)
    return person if follows and held & permission.counties_of(place.pk) else None
