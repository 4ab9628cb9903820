"""New and changed examples as a feed (Atom, RFC 4287), in the language of the address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.web.library.catalogue import pages, telling

MOST = 50


def newest(request: HttpRequest) -> HttpResponse:
    home = settings.VARDEVEI["address"]
    made = Atom1Feed(
        title=_("Eksempler i Vardevei"),
        link=home + reverse("examples"),
        description=_("Nye og endrede eksempler"),
        language=get_language(),
        feed_url=home + reverse("examples-feed"),
        author_name=settings.VARDEVEI["operator"] or "Vardevei",
    )
    for entry in pages.entries()[:MOST]:
        address = home + telling.address(entry.slug)
        made.add_item(
            title=entry.title,
            link=address,
            unique_id=address,
            description=entry.text("lead"),
            pubdate=entry.example.made_at,
            updateddate=entry.revision.published_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
