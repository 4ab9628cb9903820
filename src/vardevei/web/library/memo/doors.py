"""From a request to the memo, a section or a contribution, for one who may do something with it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import memo_sections
from vardevei.library.models import Contribution, Memo, Section
from vardevei.opendata.problem import Problem
from vardevei.web import access


def memo() -> Memo:
    found = memo_sections.memo()
    if found is None:
        raise Problem(
            "memo-not-loaded",
            "The memo has not been put in yet.",
            "It comes with the built-in facts.",
            "Run `vardevei facts`.",
        )
    return found


def writer(request: HttpRequest) -> Person:
    return access.require(request, rules.WRITE_MEMO)


def written(request: HttpRequest, slug: str) -> tuple[Person, Section]:
    """A section of the memo, for those who write in it."""
    who = writer(request)
    return who, get_object_or_404(memo().sections.select_related("memo"), slug=slug)


def contributor(request: HttpRequest, slug: str) -> tuple[Person, Section]:
    """A section that stands in the memo, for anyone who is signed in."""
    who = access.signed_in(request)
    return who, get_object_or_404(memo().sections.standing(), slug=slug)


def contribution(key: int) -> Contribution:
    found = Contribution.objects.select_related("section", "by", "answered_by", "edition")
    return get_object_or_404(found, pk=key)


def kind(told: str) -> str:
    """ "pdf" or "docx" of an address."""
    from vardevei.library.domain.memo_documents import KINDS

    if told not in KINDS:
        raise Http404(told)
    return told
