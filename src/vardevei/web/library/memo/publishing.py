"""The next edition: what would be new in it, the draft to take away, and publishing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.library import rules
from vardevei.library.domain import editions, memo_documents
from vardevei.web import access
from vardevei.web.library.memo import doors, told_changes
from vardevei.web.library.memo.forms import PublishForm
from vardevei.web.library.memo.reading import language, send


def preview(request: HttpRequest) -> HttpResponse:
    who, memo = doors.writer(request), doors.memo()
    last = editions.newest(memo)
    _content, changes = editions.preview(memo)
    context = {
        "changes": told_changes.lines(changes, language()),
        "last": last,
        "number": last.number + 1 if last else 1,
        "publishes": rules.may(who, rules.PUBLISH_EDITION) and (changes or last is None),
        "crumbs": _crumbs(_("Neste utgave")),
    }
    return render(request, "library/memo/preview.html", context)


def publish(request: HttpRequest) -> HttpResponse:
    who, memo = access.require(request, rules.PUBLISH_EDITION), doors.memo()
    form = PublishForm.of(request, about="memo-edition", initial={"on": timezone.localdate()})
    if form.accepted() and form.did(lambda: editions.publish(memo, **form.cleaned_data, by=who)):
        return redirect("memo")
    context = {
        "form": form,
        "title": _("Gi ut en ny utgave"),
        "lead": _("Utgaven fryses slik notatet står nå, og kan ikke endres etterpå."),
        "submit": _("Gi den ut"),
        "cancel": reverse("memo-preview"),
        "crumbs": _crumbs(_("Gi ut en ny utgave")),
    }
    return render(request, "library/memo/form.html", context)


def draft(request: HttpRequest, kind: str) -> HttpResponse:
    """The memo as it stands now, as a document that says it is a draft."""
    doors.writer(request)
    memo = doors.memo()
    made = memo_documents.draft(editions.preview(memo)[0], doors.kind(kind), language())
    return send(made, memo_documents.name_of(memo.title.get(language(), ""), None, kind), kind)


def _crumbs(here: str) -> list[tuple[str, str]]:
    return [(_("Notatet"), reverse("memo")), (_("Skriv"), reverse("memo-write")), (here, "")]
