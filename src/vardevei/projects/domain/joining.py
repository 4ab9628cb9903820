"""When several rows tell of one organisation in one project, one stands for all, and is counted once."""

from collections.abc import Iterable

from vardevei.projects.enums import BY_HAND
from vardevei.projects.models import Double, Participation

FIELDS = ("pk", "project_id", "source", "organisation_number", "organisation_id", "same_as_id")


def join(families: set[str]) -> None:
    """Find anew which row stands for which, in these programme families. What a person has said of two rows wins.

    The one that was here first stands; one that an import renews stands before one put in by hand.
    """
    standing = Participation.objects.standing().filter(project__family__in=families).only(*FIELDS)
    rows = sorted(standing, key=lambda row: (row.source == BY_HAND, row.pk))
    same, apart = _said()
    stands = _by_itself(rows, apart) | same
    changed = []
    for row in rows:
        found = _root(row.pk, stands)
        if row.same_as_id != found:
            row.same_as_id = found
            changed.append(row)
    Participation.objects.bulk_update(changed, ["same_as"], batch_size=500)
    Participation.objects.filter(project__family__in=families, gone_at__isnull=False).update(same_as=None)


def _by_itself(rows: Iterable[Participation], apart: set[frozenset[int]]) -> dict[int, int]:
    """Row -> the row of another source that tells of the same organisation, by number or place, in the same project."""
    first: dict[tuple[int, str], Participation] = {}
    found: dict[int, int] = {}
    for row in rows:
        known = [(row.project_id, mark) for mark in (row.organisation_number, row.organisation_id) if mark]
        stands = next((first[mark] for mark in known if mark in first), None)
        if stands and stands.source != row.source and frozenset((row.pk, stands.pk)) not in apart:
            found[row.pk] = stands.pk
        for mark in known:
            first.setdefault(mark, row)
    return found


def _said() -> tuple[dict[int, int], set[frozenset[int]]]:
    """What people have called the same (the one that yields -> the one that stands), and pairs they have called two."""
    same: dict[int, int] = {}
    apart: set[frozenset[int]] = set()
    told = Double.objects.filter(first__gone_at__isnull=True, second__gone_at__isnull=True)
    for first, second, one, source in told.values_list("first_id", "second_id", "same", "first__source"):
        if not one:
            apart.add(frozenset((first, second)))
        else:
            yields, stands = (first, second) if source == BY_HAND else (second, first)
            same[yields] = stands
    return same, apart


def _root(key: int, stands: dict[int, int]) -> int | None:
    """The row that stands for this one in the end; None for one that stands itself."""
    seen = {key}
    found = stands.get(key)
    while found in stands and stands[found] not in seen:
        seen.add(found)
        found = stands[found]
    return found
