"""On an example's page: that it stands in the memo, and where."""

from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse

from vardevei.library.domain.memo_sections import MEMO
from vardevei.library.models import Edition, Example
from vardevei.web.library.examples.parts import Part


def in_memo(request: HttpRequest, example: Example) -> Part | None:
    newest = Edition.objects.filter(memo=MEMO).only("number", "sha256").first()
    if newest is None or example.slug not in _shown(newest.pk, newest.sha256):
        return None
    address = f"{reverse('memo-edition', args=[newest.number])}#eksempel-{example.slug}"
    return Part("library/memo/on_example.html", {"number": newest.number, "address": address}, where="plate")


@lru_cache(maxsize=4)
def _shown(key: int, sha256: str) -> frozenset[str]:
    """The examples of an edition, which never change: a whole memo is not read for each page."""
    content = Edition.objects.values_list("content", flat=True).get(pk=key)
    return frozenset(example["slug"] for section in content["sections"] for example in section["examples"])


PARTS = [in_memo]
