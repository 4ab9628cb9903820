"""Calls for other programs to follow: deadlines in a calendar, and what is new and changed as Atom."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from vardevei.core.domain import addresses
from vardevei.programmes.domain import changes as happenings
from vardevei.programmes.domain import ical, wanted
from vardevei.programmes.domain.changes import Happening
from vardevei.programmes.models.call import CallQuerySet
from vardevei.web.guide.calls import choosing, one, words

KEPT = timedelta(days=120)  # deadlines that are over stay so long in the calendar
CHANGES, MOST = timedelta(days=60), 300


def deadlines(request: HttpRequest) -> HttpResponse:
    """All deadlines of what is chosen: a programme, a municipality, a topic, a search. Those gone are cancelled."""
    return calendar_of(choosing.chosen(request.GET), remind=request.GET.get("minn") == "ja")


def calendar_of(chosen: choosing.Chosen, *, remind: bool = False) -> HttpResponse:
    found = wanted.among(chosen.wanted)
    recent = found.filter(deadlines__at__gte=timezone.now() - KEPT).distinct()
    return _calendar(recent, _name(chosen), "frister.ics", remind=remind)


def of_call(request: HttpRequest, key: str) -> HttpResponse:
    found = one.known(key)
    calls = wanted.among(wanted.Wanted()).filter(pk=found.pk)
    return _calendar(calls, found.title, f"{found.key}.ics", remind=request.GET.get("minn") == "ja")


def _happened(chosen: choosing.Chosen) -> list[Happening]:
    since = timezone.localdate() - CHANGES
    return happenings.since(since, among=wanted.among(chosen.wanted))[:MOST]


def _feed(request: HttpRequest, chosen: choosing.Chosen) -> Atom1Feed:
    form = choosing.form()
    whole = addresses.absolute(reverse("calls-changed"), "nb")
    feed = Atom1Feed(
        title=_name(chosen),
        link=f"{whole}?{chosen.address()}",
        description="",
        language=form,
        feed_url=request.build_absolute_uri(),
        feed_guid=f"{addresses.absolute('/utlysninger/', 'nb')}#{chosen.address()}",
    )
    for happened in _happened(chosen):
        address = addresses.absolute(f"/utlysninger/{happened.call.key}/", form)
        feed.add_item(
            title=f"{happened.kind.label}: {happened.call.title}",
            link=address,
            description=words.told(happened),
            unique_id=f"{addresses.absolute('/utlysninger/', 'nb')}{happened.mark}",
            updateddate=happened.at,
            pubdate=happened.at,
            categories=[words.programme(happened.call)],
        )
    return feed


def changes(request: HttpRequest) -> HttpResponse:
    return atom_of(request, choosing.chosen(request.GET))


def atom_of(request: HttpRequest, chosen: choosing.Chosen) -> HttpResponse:
    """What is new and changed among what is chosen."""
    text = _feed(request, chosen).writeString("utf-8")
    answer = HttpResponse(text, content_type="application/atom+xml; charset=utf-8")
    answer["Cache-Control"] = "public, max-age=900"
    return answer


def _calendar(calls: CallQuerySet, name: str, file: str, *, remind: bool) -> HttpResponse:
    rows = calls.select_related("programme").prefetch_related("deadlines", "changes")
    text = ical.feed(rows, name, choosing.form(), remind=remind)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{file}"'
    answer["Cache-Control"] = "public, max-age=900"
    return answer


def _name(chosen: choosing.Chosen) -> str:
    """What the feed is called in the reader's own program."""
    programme = dict(choosing.programmes()).get(chosen.wanted.programme, "")
    parts = [programme, chosen.place.name() if chosen.place else "", chosen.wanted.topic, chosen.wanted.text]
    return ": ".join(filter(None, [_("Utlysninger"), ", ".join(filter(None, parts))]))
