"""The page of one example."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import comments, confirmations, revisions
from vardevei.library.enums import ExampleState
from vardevei.library.models import Example
from vardevei.web.context import address_of
from vardevei.web.forms import Form
from vardevei.web.library.examples import doors, history, parts
from vardevei.web.library.examples.forms import CommentForm
from vardevei.web.library.examples.shown import Shown


def page(request: HttpRequest, slug: str) -> HttpResponse:
    person, example = doors.seen(request, slug)
    return shown(request, example, person, CommentForm.of(request, about=f"example:{example.pk}"))


def shown(request: HttpRequest, example: Example, person: Person | None, form: Form) -> HttpResponse:
    """The page with this form for a question under it: empty, or with what was wrong."""
    revision = example.published or revisions.latest(example)
    assert revision is not None
    told = Shown(revision)
    context = {
        "example": example,
        "told": told,
        "confirmed": confirmations.last(example),
        "again": _again(example),
        "old": confirmations.is_old(example),
        "comments": talk(example, person),
        "form": form,
        "happened": history.happened(example)[-5:],
        "parts": parts.of(request, example),
        "may": _may(person, example),
        "waiting": revisions.waiting(example) if rules.may_revise(person, example) else None,
        "translations": [one for one in LanguageForm if one != revision.original],
        "crumbs": crumbs(told.title),
    }
    return render(request, "library/examples/one.html", context)


def talk(example: Example, person: Person | None) -> list[tuple[object, list[object]]]:
    """Each question with its answers; `removable` is set on those this person may take away."""
    said = list(example.comments.select_related("by", "example", "used_in"))
    for one in said:
        one.removable = comments.may_remove(person, one)  # type: ignore[attr-defined]
    return [(one, [reply for reply in said if reply.answers_id == one.pk]) for one in said if one.answers_id is None]


def crumbs(title: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The list of examples first, when it is there."""
    every = address_of("examples")
    return [*([(_("Eksempler"), every)] if every else []), *more, (title, "")]


def under(example: Example, told: Shown, here: str) -> list[tuple[str, str]]:
    """The path to a page under the example's."""
    return crumbs(here, (told.title, reverse("example", args=[example.slug])))


def _again(example: Example) -> object:
    day = confirmations.last(example)
    return day + confirmations.ASK_AFTER if day else None


def _may(person: Person | None, example: Example) -> dict[str, bool]:
    published = example.state == ExampleState.PUBLISHED
    return {
        "revise": rules.may_revise(person, example),
        "edit": rules.may_edit(person, example),
        "withdraw": rules.may_edit(person, example) and published,
        "confirm": rules.may_confirm(person, example),
        "comment": rules.may_comment(person, example),
    }
