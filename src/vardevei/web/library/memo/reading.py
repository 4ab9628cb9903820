"""Reading an edition: on the page, and as PDF and Word."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from vardevei.core.enums import FileKind
from vardevei.library import rules
from vardevei.library.domain import editions, memo_documents, memo_sections, memo_words
from vardevei.library.enums import ContributionState
from vardevei.library.models import Contribution, Edition
from vardevei.web import access, downloads
from vardevei.web.library.memo import doors, told_changes

Block = dict[str, Any]


def newest(request: HttpRequest) -> HttpResponse:
    """The newest edition. Before there is one, what is being written, marked so. A site whose facts are not loaded has
    no memo yet; the foot of every page leads here all the same."""
    memo = memo_sections.memo()
    if memo is None:
        return render(request, "library/memo/none.html")
    found = editions.newest(memo)
    if found:
        return _page(request, found, is_newest=True)
    told = memo_words.of(editions.preview(memo)[0], language())
    return render(request, "library/memo/edition.html", {"told": told, **_around(request, told, None)})


def edition(request: HttpRequest, number: int) -> HttpResponse:
    memo = doors.memo()
    found = get_object_or_404(memo.editions, number=number)
    return _page(request, found, is_newest=not memo.editions.filter(number__gt=number).exists())


def download(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    found = get_object_or_404(doors.memo().editions, number=number)
    made = memo_documents.make(found, doors.kind(kind), language())
    return send(made, memo_documents.name_of(found.content["title"].get(language(), ""), number, kind), kind)


def send(made: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=downloads.TYPES[FileKind(kind)])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def language() -> str:
    return get_language() or "nb"


def _page(request: HttpRequest, found: Edition, *, is_newest: bool) -> HttpResponse:
    told = memo_words.of(found.content, language(), number=found.number, on=found.on, decided=found.decided)
    context = {
        "told": told,
        "edition": found,
        "is_newest": is_newest,
        "changes": told_changes.lines(found.changes, language()),
        "others": found.memo.editions.exclude(pk=found.pk),
        "whole": editions.is_whole(found),
        **_around(request, told, found),
    }
    return render(request, "library/memo/edition.html", context)


def _around(request: HttpRequest, told: memo_words.Told, found: Edition | None) -> dict[str, object]:
    slugs = list(doors.memo().sections.standing().values_list("slug", flat=True))
    return {
        "groups": groups(told, set(slugs), counts()),
        "contents": [block for block in told["parts"] if block["kind"] == "h" and block["id"] and block["level"] < 3],
        "writes": rules.may(access.person(request), rules.WRITE_MEMO),
    }


def counts() -> dict[str, int]:
    """How many contributions each section has, by its slug; declined ones are not counted."""
    told: dict[str, int] = {}
    for slug in Contribution.objects.exclude(state=ContributionState.DECLINED).values_list("section__slug", flat=True):
        told[slug] = told.get(slug, 0) + 1
    return told


def groups(told: memo_words.Told, slugs: set[str], given: dict[str, int]) -> list[dict[str, Any]]:
    """The blocks of each section together; `slug` where the section still stands and takes contributions."""
    found: list[dict[str, Any]] = []
    for block in told["parts"]:
        if block["kind"] == "h" and block.get("id") and not block["id"].startswith("eksempel-"):
            slug = block["id"] if block["id"] in slugs else ""
            found.append({"slug": slug, "title": block["text"], "count": given.get(slug, 0), "blocks": []})
        found[-1]["blocks"].append(block)
    return found
