"""What editors and owners decide: review, withdraw, confirm."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.library.domain import confirmations, differences, examples, reviews, revisions
from vardevei.library.enums import ReviewChoice
from vardevei.library.models import Revision
from vardevei.library.workflow import REVISION
from vardevei.web import access
from vardevei.web.library.examples import doors, one
from vardevei.web.library.examples.forms import ReviewForm, WhyForm
from vardevei.web.library.examples.shown import Shown


def review(request: HttpRequest, slug: str) -> HttpResponse:
    """What was sent, as readers will see it, with what is new in it, and the three choices."""
    who, example = doors.editable(request, slug)
    revision = revisions.waiting(example) or example.revisions.latest("number")
    form = ReviewForm.of(request, about=f"revision:{revision.pk}")
    possible = reviews.possible(revision, who)
    form.fields["choice"].choices = [(one.value, _word(one, revision)) for one in possible]  # type: ignore[attr-defined]
    if form.accepted() and form.did(lambda: reviews.decide(revision, by=who, **form.cleaned_data)):
        return redirect("example", slug) if revision.state == "published" else redirect("example-review", slug)
    before = example.revisions.filter(number__lt=revision.number).order_by("-number").first()
    context = {
        "example": example,
        "revision": revision,
        "told": Shown(revision, revision.original),
        "state": REVISION.state(revision),
        "differences": differences.in_forms(before, revision),
        "reviews": revision.reviews.select_related("by", "county"),
        "earlier": before.reviews.select_related("by", "county") if before else [],
        "form": form if possible else None,
        "crumbs": one.under(example, Shown(revision, revision.original), _("Vurder")),
    }
    return render(request, "library/examples/review.html", context)


def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    who, example = doors.editable(request, slug)
    form = WhyForm.of(request, about=f"example:{example.pk}:withdraw")
    if form.accepted() and form.did(lambda: examples.withdraw(example, by=who, why=form.cleaned_data["why"])):
        return redirect("example", slug)
    told = Shown(example.published or example.revisions.latest("number"))
    context = {
        "form": form,
        "title": _("Trekk eksempelet tilbake"),
        "lead": _(
            "Adressen virker fortsatt, og der står det du skriver her. Teksten kan bare redaktører og eiere lese."
        ),
        "submit": _("Trekk tilbake"),
        "crumbs": one.under(example, told, _("Trekk tilbake")),
    }
    return render(request, "library/examples/write.html", context)


@require_POST
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    who = access.signed_in(request)
    _person, example = doors.seen(request, slug)
    if example.published is None:
        raise PermissionDenied(_("bekrefte dette eksempelet."))
    confirmations.confirm(example, by=who)
    return redirect("example", slug)


def _word(choice: ReviewChoice, revision: Revision) -> str:
    """At the network, to accept is to publish."""
    if choice == ReviewChoice.ACCEPT and revision.state == "at-network":
        return _("Publiser")
    return str(choice.label)
