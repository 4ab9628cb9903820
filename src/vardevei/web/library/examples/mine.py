"""One's own proposal, by the link from a letter: no account is needed. Nothing is done by only opening it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.library.domain import examples, proposal_keys, revisions
from vardevei.library.enums import ReviewChoice, RevisionState
from vardevei.library.models import Example, Revision
from vardevei.library.workflow import REVISION
from vardevei.web.library.examples import filled, one
from vardevei.web.library.examples.forms import ExampleForm, WhyForm
from vardevei.web.library.examples.shown import Shown


def page(request: HttpRequest, token: str) -> HttpResponse:
    example, person = proposal_keys.find(token)
    revision = _latest(example, person)
    said = revision.reviews.exclude(choice=ReviewChoice.ACCEPT).order_by("-at").select_related("by", "county").first()
    context = {
        "example": example,
        "revision": revision,
        "told": Shown(revision),
        "state": REVISION.state(revision),
        "said": said,
        "token": token,
        "may_pull": "withdraw" in {step.code for step in REVISION.possible(revision, person)},
        "crumbs": one.crumbs(_("Forslaget ditt")),
    }
    return render(request, "library/examples/mine.html", context)


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    example, person = proposal_keys.find(token)
    if example.by_id == person.pk:
        examples.confirm(example)
    return redirect("example-proposal", token)


def revise(request: HttpRequest, token: str) -> HttpResponse:
    """After the editor has asked for more: what was written stands there."""
    example, person = proposal_keys.find(token)
    revision = _latest(example, person)
    if revision.state != RevisionState.RETURNED:
        return redirect("example-proposal", token)
    said = revision.reviews.order_by("-at").first()
    form = ExampleForm.of(
        request, about=f"example:{example.pk}", initial=filled.initial(revision), visitor=False, change=True
    )
    if form.accepted() and form.did(
        lambda: revisions.send(example, filled.content(form, revision.original), by=person)
    ):
        return redirect("example-proposal", token)
    context = {
        "form": form,
        "title": _("Skriv videre"),
        "asked": said.grounds if said else "",
        "submit": _("Send på nytt"),
        "crumbs": one.crumbs(_("Skriv videre")),
    }
    return render(request, "library/examples/write.html", context)


def pull(request: HttpRequest, token: str) -> HttpResponse:
    example, person = proposal_keys.find(token)
    revision = _latest(example, person)
    form = WhyForm.of(request, about=f"example:{example.pk}:pull")
    if form.accepted() and form.did(lambda: revisions.pull(revision, by=person, why=form.cleaned_data["why"])):
        return redirect("example-proposal", token)
    context = {
        "form": form,
        "title": _("Trekk forslaget"),
        "lead": _("Da er det ingen som ser på det lenger."),
        "submit": _("Trekk forslaget"),
        "crumbs": one.crumbs(_("Trekk forslaget")),
    }
    return render(request, "library/examples/write.html", context)


def _latest(example: Example, person: Person) -> Revision:
    """The last one that the person wrote."""
    revision = example.revisions.filter(made_by=person).order_by("-number").first()
    return revision or example.revisions.latest("number")
