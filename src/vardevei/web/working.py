"""Starting long work from a page: `return working.begin(request, "contact-export", by=person, place=county.pk)`."""

from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from vardevei.core import tasks
from vardevei.core.domain import runs
from vardevei.core.models import KeptFile, Person, Run
from vardevei.organisations import rules


def begin(
    request: HttpRequest,
    kind: str,
    *,
    by: Person,
    place: str = "",
    key: str | None = None,
    file: KeptFile | None = None,
    back: str = "",
    **values: object,
) -> HttpResponseRedirect:
    """Put the work in the queue and go to its page; pressed twice, both go to the same page.

    `back` is the page to return to afterwards; this one when nothing else is said.
    """
    with transaction.atomic():
        run = runs.begin(kind, by=by, place=place, key=key, file=file, back=back or request.path, values=values)
        tasks.carry_out.enqueue(run.pk)  # a second one finds nothing to do
    return redirect(address(run))


def address(run: Run) -> str:
    return reverse("run", args=[run.pk])


def may_see(person: Person, run: Run) -> bool:
    """The one who asked for it, the staff of the county it is for, and the administrator."""
    at_its_county = bool(run.place) and rules.may(person, rules.SEE_OVERVIEW, run.place)
    return run.by_id == person.pk or at_its_county or rules.may(person, rules.ADMINISTER)


def may_have(person: Person, run: Run) -> bool:
    """What came out of it is for the one who asked, and for the staff of its county. Administrators see how it went: it
    may be the whole of a workspace for named people."""
    return run.by_id == person.pk or (bool(run.place) and rules.may(person, rules.SEE_OVERVIEW, run.place))


def may_stop(person: Person, run: Run) -> bool:
    """The one who asked for it, the advisers of the county it is for, and administrators; not mere readers."""
    its_advisers = bool(run.place) and rules.may(person, rules.SEE_LOG, run.place)
    return run.by_id == person.pk or its_advisers or rules.may(person, rules.ADMINISTER)
