"""Proposing an example: anyone may. Without an account it is confirmed by the link in a letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.library.domain import examples
from vardevei.library.domain.contents import Content
from vardevei.web import access, limits
from vardevei.web.library.examples import filled, one
from vardevei.web.library.examples.forms import ExampleForm
from vardevei.web.templatetags.markdown import markdown

PROPOSALS_HERE = limits.Limit("proposals-here", 20, 60)
PROPOSALS_OF = limits.Limit("proposals-of", 5, 60)
PREVIEWS_HERE = limits.Limit("previews-here", 300, 15)
LONGEST = 12000


def new(request: HttpRequest) -> HttpResponse:
    person = access.person(request)
    form = ExampleForm.of(request, initial=filled.initial(None), visitor=person is None, change=False)
    if form.accepted() and form.did(lambda: _propose(request, form, person)):
        return redirect("start" if person else "example-sent")
    context = {
        "form": form,
        "title": _("Foreslå et eksempel"),
        "lead": _(
            "Det korte er nok til å begynne. Resten kan du åpne og fylle ut nå, eller vente med til redaktøren spør."
        ),
        "submit": _("Send forslaget"),
        "crumbs": one.crumbs(_("Foreslå et eksempel")),
    }
    return render(request, "library/examples/write.html", context)


def sent(request: HttpRequest) -> HttpResponse:
    """Said to a visitor; the rest stands in the letter, which only the one who has the address can read."""
    return render(request, "library/examples/sent.html", {"crumbs": one.crumbs(_("Sendt"))})


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """A text as readers will see it, for the small editor."""
    limits.count_here(request, PREVIEWS_HERE)
    text = request.POST.get("text", "")[:LONGEST]
    nothing = f'<p class="muted">{escape(_("Ingenting er skrevet ennå."))}</p>'
    return HttpResponse(markdown(text) if text.strip() else nothing)


def _propose(request: HttpRequest, form: ExampleForm, person: Person | None) -> None:
    content: Content = filled.content(form)
    limits.count_here(request, PROPOSALS_HERE)
    if person:
        examples.propose(content, by=access.signed_in(request))
        return
    email = form.cleaned_data["email"]
    limits.count(PROPOSALS_OF, email)
    who = people.find_or_make(email, form.cleaned_data["name"])
    examples.propose(content, by=who, signed_in=False)
