"""The same answer for another system, as JSON."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language

from vardevei.core.domain import addresses
from vardevei.guide.domain import corpus
from vardevei.guide.domain.corpus import Found
from vardevei.opendata.finding import Hit
from vardevei.web.guide.search import finding


def answer(request: HttpRequest) -> JsonResponse:
    """`q` is the text, `slag` one kind; without it at most a few of each, with how many there are."""
    text, kind = finding.asked(request.GET.get("q", "")), request.GET.get("slag", "")
    found = finding.find(text, kind if kind in finding.KINDS else "")
    reading = corpus.read(text) if text else None
    told = {
        "query": text,
        "language": get_language() or "nb",
        "count": found.count,
        "unknown_words": reading.unknown if reading else [],
        "groups": [
            {"kind": group.kind, "count": group.count, "items": [_item(hit) for hit in group.hits]}
            for group in found.groups
        ],
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _item(hit: Found | Hit) -> dict[str, Any]:
    form = get_language() or "nb"
    page = finding.address(hit)
    address = addresses.absolute(page, "nb") if page else None
    if isinstance(hit, Hit):
        return {"key": hit.place.id, "title": hit.place.name(), "address": address, "matched": hit.matched}
    return {
        "key": hit.key,
        "title": hit.title,
        "title_language": hit.title_language or form,
        "address": address,
        "score": round(hit.score, 3),
        "because": {
            "sentence": hit.because.sentence,
            "language": hit.language,
            "words": [{"said": said, "found": there} for said, there in hit.because.words],
        },
    }
