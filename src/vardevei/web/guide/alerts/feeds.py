"""The secret feeds of an alert: for programs that do not sign in. Gone when the alert is stopped."""

from django.http import Http404, HttpRequest, HttpResponse

from vardevei.guide.domain import alert_news
from vardevei.guide.models import Subscription
from vardevei.web.guide.calls import feeds
from vardevei.web.guide.calls.choosing import Chosen


def deadlines(request: HttpRequest, secret: str) -> HttpResponse:
    return _unlisted(feeds.calendar_of(_chosen(secret)))


def changes(request: HttpRequest, secret: str) -> HttpResponse:
    return _unlisted(feeds.atom_of(request, _chosen(secret)))


def _chosen(secret: str) -> Chosen:
    found = Subscription.objects.confirmed().filter(secret=secret).first()
    if found is None:
        raise Http404
    wanted = alert_news.calls_of(found)
    return Chosen(wanted, place=wanted.organisation)


def _unlisted(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"], answer["X-Robots-Tag"] = "private, max-age=900", "noindex"
    return answer
