"""Contributions: given by anyone who is signed in, talked about, answered by editors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core import translated
from vardevei.library import rules
from vardevei.library.domain import contributions
from vardevei.library.enums import ContributionState
from vardevei.library.models import Contribution, Section
from vardevei.web import access
from vardevei.web.library.memo import doors
from vardevei.web.library.memo.forms import AnswerForm, ContributionForm, RemarkForm


def all_of(request: HttpRequest) -> HttpResponse:
    """What waits for an answer first, then what is taken in, then the rest; of one section when it is asked for."""
    found = Contribution.objects.select_related("section", "by", "edition").order_by("-at")
    section = doors.memo().sections.filter(slug=request.GET.get("del", "")).first()
    if section:
        found = found.filter(section=section)
    rows = list(found)
    context = {
        "section": section,
        "lists": [(state.label, [one for one in rows if one.state == state]) for state in ContributionState],
        "any": bool(rows),
        "crumbs": _crumbs((_("Innspill"), "")),
    }
    return render(request, "library/memo/contributions.html", context)


def one(request: HttpRequest, key: int) -> HttpResponse:
    """The contribution, what came of it, what others say; whoever may, says more."""
    found, person = doors.contribution(key), access.person(request)
    form = None
    if rules.may_contribute(person):
        who = access.signed_in(request)
        form = RemarkForm.of(request, about=f"contribution:{key}")
        if form.accepted() and form.did(lambda: contributions.remark(found, text=form.cleaned_data["text"], by=who)):
            return redirect("memo-contribution", key)
    elif request.method == "POST":
        access.signed_in(request)
    context = {
        "one": found,
        "remarks": found.remarks.select_related("by"),
        "form": form,
        "answers": rules.may(person, rules.WRITE_MEMO) and found.edition_id is None,
        "crumbs": _crumbs((_("Innspill"), reverse("memo-contributions")), (str(found.section), "")),
    }
    return render(request, "library/memo/contribution.html", context)


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Two buttons: taken in, or not; both with a word of why."""
    who, found = doors.writer(request), doors.contribution(key)
    form = AnswerForm.of(request, about=f"answer:{key}", initial={"answer": found.answer})
    verb = contributions.decline if "nei" in request.POST else contributions.accept
    if form.accepted() and form.did(lambda: verb(found, answer=form.cleaned_data["answer"], by=who)):
        return redirect("memo-contribution", key)
    context = {
        "form": form,
        "one": found,
        "title": _("Svar på innspillet"),
        "submit": _("Ta det med"),
        "more": [(_("Ikke ta det med"), "nei", "1")],
        "cancel": reverse("memo-contribution", args=[key]),
        "crumbs": _crumbs((_("Innspill"), reverse("memo-contributions")), (_("Svar på innspillet"), "")),
    }
    return render(request, "library/memo/form.html", context)


def give(request: HttpRequest, slug: str) -> HttpResponse:
    who, section = doors.contributor(request, slug)
    rules.must_contribute(who)
    asked = _questions(section)
    first = {"form": get_language() or "nb", "question": asked[0][:400] if len(asked) == 1 else ""}
    form = ContributionForm.of(request, about=f"section:{section.pk}", initial=first).asked(asked)
    if form.accepted() and form.did(lambda: contributions.give(section, **form.cleaned_data, by=who)):
        return redirect(f"{reverse('memo-contributions')}?del={slug}")
    context = {
        "form": form,
        "title": _("Innspill til «{section}»").format(section=_title(section)),
        "lead": _("Alle kan lese innspillet, med navnet ditt. En redaktør svarer, og du får brev om det."),
        "submit": _("Gi innspillet"),
        "cancel": f"{reverse('memo')}#{slug}",
        "crumbs": _crumbs((_("Gi innspill"), "")),
    }
    return render(request, "library/memo/form.html", context)


def _title(section: Section) -> str:
    return translated.said(section.title, get_language() or "nb", section.original)


def _questions(section: Section) -> list[str]:
    said = translated.said(section.questions, get_language() or "nb", section.original)
    return [line.strip() for line in said.splitlines() if line.strip()]


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Notatet"), reverse("memo")), *more]
