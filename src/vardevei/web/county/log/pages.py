"""The log of a county and its municipalities, and the administrator's of the whole site."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models.log import EntryQuerySet
from vardevei.opendata import places
from vardevei.organisations import rules
from vardevei.organisations.models import Organisation
from vardevei.web import access, exports, logged
from vardevei.web.county import frame
from vardevei.web.county.log.choice import Choice, everything

PAGE = 50


def of_county(request: HttpRequest, number: str) -> HttpResponse:
    _who, county = access.county(request, number, rules.SEE_LOG)
    choice = _of_county(request, county)
    files = {kind: reverse("county-log-file", args=[county.number, kind]) for kind in exports.TYPES}
    context = {**_shown(request, choice, files), "runs": reverse("county-runs", args=[county.number])}
    return frame.page(request, "county/log.html", county, "county-log", context)


def file_of_county(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    _who, county = access.county(request, number, rules.SEE_LOG)
    return _file(kind, f"logg-{county.number}", _of_county(request, county).chosen())


def of_site(request: HttpRequest) -> HttpResponse:
    access.require(request, rules.ADMINISTER)
    files = {kind: reverse("site-log-file", args=[kind]) for kind in exports.TYPES}
    context = {**_shown(request, _of_site(request), files), "runs": reverse("site-runs")}
    return render(request, "county/site-log.html", context)


def file_of_site(request: HttpRequest, kind: str) -> HttpResponse:
    access.require(request, rules.ADMINISTER)
    return _file(kind, "logg", _of_site(request).chosen())


def within(county: Organisation) -> list[Organisation]:
    """The county and the municipalities in it today."""
    today = timezone.localdate()
    ids = [place.id for place in places.on(today) if places.county_of(place, today).id == county.pk]
    return [county, *Organisation.objects.filter(pk__in=ids).order_by("name")]


def _of_county(request: HttpRequest, county: Organisation) -> Choice:
    here = within(county)
    return Choice(request.GET, everything().filter(place__in=[place.pk for place in here]), here)


def _of_site(request: HttpRequest) -> Choice:
    today = timezone.localdate()
    ids = [place.id for kind in ("county", "municipality") for place in places.on(today, kind)]
    return Choice(request.GET, everything(), list(Organisation.objects.filter(pk__in=ids).order_by("name")))


def _shown(request: HttpRequest, choice: Choice, files: dict[str, str]) -> dict[str, object]:
    page = Paginator(choice.chosen(), PAGE).get_page(request.GET.get("side"))
    words = {"csv": _("Tabell (CSV)"), "xlsx": _("Tabell (Excel)"), "json": "JSON"}
    narrowed = choice.query() != "?"
    return {
        "choice": choice,
        "narrowed": narrowed,
        "page": page,
        "address": f"{choice.query()}{'&' if narrowed else ''}side=",
        "table": logged.table(page.object_list, _("Hva som er gjort, nyeste først")) if page.object_list else None,
        "files": [(words[kind], address + choice.query()) for kind, address in files.items()],
    }


def _file(kind: str, name: str, entries: EntryQuerySet) -> HttpResponse:
    lines = logged.lines(entries.iterator(chunk_size=2000))
    return exports.send(kind, name, exports.Table(logged.heads(), lines))
