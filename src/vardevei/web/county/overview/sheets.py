"""The mayor's sheet: one municipality's, straight to the browser."""

from django.http import HttpRequest, HttpResponse
from django.utils.text import get_valid_filename

from vardevei.core.models import Person
from vardevei.figures.domain import sheets
from vardevei.organisations import permission, rules
from vardevei.organisations.models import Organisation
from vardevei.web import access

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


def _ring(person: Person, place: Organisation) -> Person | None:
    """Who makes the sheet is whom to ring, when the person follows up the municipality; an administrator does not."""
    held = {role.organisation for role in permission.held_by(person)}
    follows = permission.may(person, rules.WRITE_DIALOGUE, place)
    return person if follows and held & permission.counties_of(place.pk) else None
