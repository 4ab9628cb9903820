"""The list to take away, and one example described for machines."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.library.domain import catalogue
from vardevei.library.domain.catalogue import Entry
from vardevei.library.models import Example
from vardevei.web import exports
from vardevei.web.library.catalogue import described as words
from vardevei.web.library.catalogue import pages, telling
from vardevei.web.library.catalogue.choice import Choice

HEADS = (
    "slug", "title", "lead", "who", "others", "places", "since", "until", "model", "dimensions", "programme_families",
    "target_group", "problem", "steps", "what_failed", "transfer", "not_stated", "source", "address",
)  # fmt: skip


def everything(request: HttpRequest, kind: str) -> HttpResponse:
    found = pages.chosen_of(pages.entries(), Choice.of(request.GET))
    about = ((_("Hentet fra"), f"{settings.VARDEVEI['address']}{request.path}"),)
    rows = [_row(hit.entry) for hit in found.hits]
    return exports.send(kind, "eksempler", exports.Table(HEADS, rows, about, title=_("Eksempler")))


def described(request: HttpRequest, slug: str) -> HttpResponse:
    """As JSON-LD, in the words of schema.org."""
    example = get_object_or_404(Example.objects.public(), slug=slug)
    entry = catalogue.entry_of(example, get_language() or "nb")
    assert entry is not None
    made = json.dumps(words.described(entry), ensure_ascii=False, indent=1)
    return HttpResponse(made, content_type="application/ld+json; charset=utf-8")


def _row(entry: Entry) -> tuple[exports.Cell, ...]:
    example = entry.example
    texts = (entry.text(code) for code in ("target_group", "problem", "steps", "what_failed", "transfer"))
    source = entry.revision.source
    return (
        entry.slug,
        entry.title,
        entry.text("lead"),
        "; ".join(place.id for place in entry.who),
        "; ".join(entry.others),
        "; ".join(place.id for place in entry.where),
        str(entry.revision.facts.get("since") or ""),
        str(entry.revision.facts.get("until") or ""),
        example.model,
        "; ".join(example.dimensions),
        "; ".join(entry.families),
        *texts,
        "; ".join(entry.revision.not_stated),
        source.get(entry.form) or source.get(entry.revision.original) or "",
        f"{settings.VARDEVEI['address']}{telling.address(entry.slug)}",
    )
