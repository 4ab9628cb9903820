"""Public pages are the same for every visitor until the data change, so each is made once and remembered.

Only for visitors without cookies, and never for searches: what people type is not kept. The mart's version and the day
are part of the key, so a page is made anew after an import and after midnight; before there is a mart nothing is kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from vardevei.figures.domain import mart
from vardevei.opendata.figures import store

PAGES = 300  # about 30 MB in each web process
TOGETHER = "vardevei.web.together."
Key = tuple[str, str, int, date]


class RememberedPages:
    """One store for each process; the page least recently asked for is forgotten first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.pages: OrderedDict[Key, HttpResponse] = OrderedDict()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        version = store.version(mart.folder())
        if not version or not may_be_remembered(request):
            return self.get_response(request)
        key = (request.get_full_path(), get_language() or "", version, date.today())
        if key in self.pages:
            self.pages.move_to_end(key)
            return copied(self.pages[key])
        response = self.get_response(request)
        if may_be_kept(request, response):
            self.pages[key] = copied(response)
            if len(self.pages) > PAGES:
                self.pages.popitem(last=False)
        return response


def may_be_remembered(request: HttpRequest) -> bool:
    return request.method == "GET" and not request.COOKIES and "q" not in request.GET


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """A whole page for everybody: not one with a form, whose hidden token is the visitor's own, and not one that says
    no-store, as those behind a link in a letter. What people do together changes from one minute to the next."""
    own = response.cookies or "CSRF_COOKIE" in request.META
    if request.resolver_match and request.resolver_match.func.__module__.startswith(TOGETHER):
        return False
    plain = response.status_code == 200 and not response.streaming and not own
    return plain and "no-store" not in response.headers.get("Cache-Control", "")


def copied(page: HttpResponse) -> HttpResponse:
    """Middleware further out adds headers to what it is given: each visitor gets a copy."""
    return HttpResponse(page.content, status=page.status_code, headers=dict(page.headers))
