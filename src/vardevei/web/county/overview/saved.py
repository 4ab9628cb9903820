"""Saving what one looks at under a name, and taking it away."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.organisations import rules
from vardevei.organisations.domain import views
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.overview.choice import Choice
from vardevei.web.county.overview.forms import ViewForm


def save(request: HttpRequest, number: str) -> HttpResponse:
    """What the address after ? says is read as a choice first, so that only what the page knows is kept."""
    person, county = access.county(request, number, rules.SEE_OVERVIEW)
    form = ViewForm.of(request, about=county)
    if form.accepted():
        said = form.cleaned_data
        query = Choice.of(QueryDict(said.pop("query"))).query(dato="")
        view = views.save(county, **said, query=query, by=person)
        form.done()
        return redirect(f"{reverse('my-county', args=[number])}?visning={view.pk}")
    back = reverse("my-county", args=[number])
    context = {"form": form, "title": _("Lagre visningen"), "submit": _("Lagre visningen"), "back": back}
    return frame.page(request, "county/write.html", county, "my-county", context, status=400 if form.is_bound else 200)


@require_POST
def delete(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, county = access.county(request, number, rules.SEE_OVERVIEW)
    views.delete(get_object_or_404(views.seen_by(person, county), pk=key), by=person)
    return redirect("my-county", number)
