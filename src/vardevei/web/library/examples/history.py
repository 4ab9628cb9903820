"""How an example came to be, and what changed from one revision to the next."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vardevei.library import rules
from vardevei.library.domain import differences
from vardevei.library.enums import ReviewChoice
from vardevei.library.models import Example, Review, Revision
from vardevei.web.library.examples import doors
from vardevei.web.library.examples.shown import Shown


@dataclass(frozen=True, slots=True)
class Happened:
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Change:
    """One revision with what differs from the one before, and, for those who work with it, what was said of it."""

    revision: Revision
    differences: list[differences.Difference]
    reviews: list[Review]
    open: bool


def page(request: HttpRequest, slug: str) -> HttpResponse:
    from vardevei.web.library.examples import one

    person, example = doors.seen(request, slug)
    inside = rules.may_revise(person, example)
    told = Shown(example.published or example.revisions.latest("number"))
    context = {
        "example": example,
        "told": told,
        "happened": happened(example),
        "changes": list(reversed(changes(example, inside=inside))),
        "inside": inside,
        "crumbs": one.under(example, told, _("Endringer")),
    }
    return render(request, "library/examples/history.html", context)


def happened(example: Example) -> list[Happened]:
    """What readers may know of the way, the oldest first. Grounds are between the editor and whoever wrote."""
    published = list(example.revisions.once_published().order_by("number"))
    last = published[-1].number if published else 0
    found = []
    for number, revision in enumerate(published):
        first = _("Publisert av nettverket") if number == 0 else _("En ny utgave ble publisert")
        found.append(Happened(revision.published_at or revision.made_at, first))
    proposal = example.revisions.order_by("number").first()
    if proposal and not example.built_in:
        found.append(Happened(proposal.made_at, _("Foreslått")))
    said = Review.objects.filter(revision__example=example, revision__number__lte=last).select_related("county")
    found += [Happened(review.at, what) for review in said if (what := _of(review))]
    return sorted(found, key=lambda one: one.at)


def changes(example: Example, *, inside: bool) -> list[Change]:
    """Readers see what was published; those who work with it see every revision that was sent."""
    every = example.revisions.prefetch_related("reviews__by").order_by("number")
    found: list[Change] = []
    before: Revision | None = None
    for revision in every if inside else every.once_published():
        forms = differences.changed_forms(before, revision) if before else []
        said = differences.in_forms(before, revision, forms)
        reviews = list(revision.reviews.all()) if inside else []
        found.append(Change(revision, said, reviews, before is None))
        before = revision
    return found


def _of(review: Review) -> str:
    if review.choice == ReviewChoice.ASK:
        return _("Sendt tilbake med spørsmål")
    if review.choice == ReviewChoice.ACCEPT and review.county:
        return _("Godkjent av {county}").format(county=review.county.body)
    return ""
