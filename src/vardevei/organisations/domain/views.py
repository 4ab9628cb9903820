"""Saved ways to look at one's county."""

from django.db import transaction
from django.db.models import Q, QuerySet

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.models import Organisation, SavedView


def seen_by(person: Person, county: Organisation) -> QuerySet[SavedView]:
    """The person's own and those that colleagues share."""
    return SavedView.objects.filter(Q(by=person) | Q(shared=True), county=county).select_related("by")


@transaction.atomic
def save(county: Organisation, *, name: str, query: str, shared: bool, first: bool, by: Person) -> SavedView:
    """Keep what is shown under a name. The same name again replaces it; only one is shown first."""
    rules.must(by, rules.SEE_OVERVIEW, county)
    if first:
        SavedView.objects.filter(county=county, by=by, first=True).exclude(name=name).update(first=False)
    view, _new = SavedView.objects.update_or_create(
        county=county, by=by, name=name, defaults={"query": query, "shared": shared, "first": first}
    )
    return view


@transaction.atomic
def delete(view: SavedView, *, by: Person) -> None:
    """Only who saved it takes it away."""
    if view.by_id != by.pk:
        raise Problem(
            "view-of-another",
            "This view is somebody else's.",
            "Only the person who saved it can take it away.",
            "Ask that person, or save your own under another name.",
        )
    view.delete()
