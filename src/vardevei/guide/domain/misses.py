"""Searches that found nothing: kept for a year without who, so that editors see which words are lacking."""

import re

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.guide import rules
from vardevei.guide.domain import corpus
from vardevei.guide.models import SearchMiss

LONGEST, SHORTEST = 200, 3
MOST = 5_000  # rows: a machine that searches for anything at all does not fill the database
OF_SOMEBODY = re.compile(r"@|\d{6}|\d{2,3} \d{2} \d{2,3}")  # addresses and numbers of persons are never kept


def keep(text: str) -> SearchMiss | None:
    """Note that nothing was found. The same text again is counted on the same row."""
    plain = " ".join(text.casefold().split())[:LONGEST]
    if len(plain) < SHORTEST or OF_SOMEBODY.search(plain) or SearchMiss.objects.count() >= MOST:
        return None
    miss, made = SearchMiss.objects.get_or_create(text=plain, defaults={"unknown": corpus.read(plain).unknown})
    if not made:
        SearchMiss.objects.filter(pk=miss.pk).update(times=F("times") + 1, last_at=timezone.now(), settled_at=None)
    return miss


def waiting() -> QuerySet[SearchMiss]:
    """Those that no editor has put aside, the most asked for first."""
    return SearchMiss.objects.filter(settled_at__isnull=True).order_by("-times", "-last_at")


@transaction.atomic
def settle(miss: SearchMiss, *, by: Person) -> None:
    """Put it aside. It comes back when somebody searches for it in vain again."""
    rules.must(by, rules.EDIT_THESAURUS)
    miss.settled_at = timezone.now()
    miss.save(update_fields=["settled_at"])
