"""Writing the memo: all its sections in order, and one of them in one form of language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core import translated
from vardevei.core.enums import LanguageForm
from vardevei.library import rules
from vardevei.library.domain import editions, memo_sections
from vardevei.library.models import Contribution, Section
from vardevei.web.library.memo import doors
from vardevei.web.library.memo.forms import NewForm, SectionForm
from vardevei.web.library.memo.setting_up import SetUpForm


def all_of(request: HttpRequest) -> HttpResponse:
    who, memo = doors.writer(request), doors.memo()
    now = get_language() or "nb"
    context = {
        "sections": [_line(section, now) for section in memo.sections.standing().select_related("changed_by")],
        "removed": [_line(section, now) for section in memo.sections.filter(removed_at__isnull=False)],
        "open": Contribution.objects.open().count(),
        "newest": editions.newest(memo),
        "publishes": rules.may(who, rules.PUBLISH_EDITION),
        "crumbs": _crumbs((_("Skriv"), "")),
    }
    return render(request, "library/memo/write.html", context)


def new(request: HttpRequest) -> HttpResponse:
    who, memo = doors.writer(request), doors.memo()
    form = NewForm.of(request, about="memo-section-new", initial={"kind": "text", "level": "2"})
    if form.accepted():
        told = form.cleaned_data
        section = memo_sections.add(
            memo, title=told["title"], kind=told["kind"], level=int(told["level"]), form=get_language() or "nb", by=who
        )
        form.done()
        return redirect("memo-section", section.slug)
    title = _("Ny del av notatet")
    return _form(request, form, title, _("Legg den til"), reverse("memo-write"))


def write(request: HttpRequest, slug: str) -> HttpResponse:
    """?sprak=nn for another form of language than the page's."""
    who, section = doors.written(request, slug)
    wanted = request.GET.get("sprak", get_language() or "nb")
    told = wanted if wanted in LanguageForm.values else section.original
    standing = {name: getattr(section, name).get(told, "") for name in memo_sections.WORDS}
    form = SectionForm.of(request, about=f"memo:{section.pk}:{told}", over=section, initial=standing)
    if form.accepted() and form.did(
        lambda: memo_sections.write(section, form=told, by=who, version=form.version, **form.cleaned_data)
    ):
        return redirect(f"{reverse('memo-write')}#{slug}")
    context = {
        "form": form,
        "section": section,
        "told": told,
        "title": _line(section, get_language() or "nb")["title"],
        "choices": [(label, f"?sprak={code}", code == told) for code, label in LanguageForm.choices],
        "original": _original(section, told),
        "stale": memo_sections.is_stale(section, told),
        "contributions": section.contributions.filter(edition=None).exclude(state="declined").select_related("by"),
        "cancel": f"{reverse('memo-write')}#{slug}",
        "crumbs": _crumbs((_("Skriv"), reverse("memo-write")), (str(section), "")),
    }
    return render(request, "library/memo/section.html", context)


def set_up(request: HttpRequest, slug: str) -> HttpResponse:
    who, section = doors.written(request, slug)
    form = SetUpForm.of(
        request,
        about=f"memo-set-up:{section.pk}",
        over=section,
        initial=SetUpForm.standing(section),
        section=section,
    )
    if form.accepted() and form.did(
        lambda: memo_sections.set_up(section, **form.facts(), by=who, version=form.version)
    ):
        return redirect(f"{reverse('memo-write')}#{slug}")
    title = _("Innholdet i «{section}»").format(section=section)
    return _form(request, form, title, _("Lagre"), reverse("memo-write"))


@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    who, section = doors.written(request, slug)
    memo_sections.move(section, up="opp" in request.POST, by=who)
    return redirect(f"{reverse('memo-write')}#{slug}")


@require_POST
def remove(request: HttpRequest, slug: str) -> HttpResponse:
    who, section = doors.written(request, slug)
    memo_sections.remove(section, by=who)
    return redirect("memo-write")


@require_POST
def put_back(request: HttpRequest, slug: str) -> HttpResponse:
    who, section = doors.written(request, slug)
    memo_sections.put_back(section, by=who)
    return redirect(f"{reverse('memo-write')}#{slug}")


def _line(section: Section, now: str) -> dict[str, object]:
    """A section in the list: its name, and which forms of language lack it or lag behind."""
    title = {"title": translated.said(section.title, now, section.original), "section": section}
    lacking = [label for code, label in LanguageForm.choices if not section.title.get(code)]
    stale = [label for code, label in LanguageForm.choices if memo_sections.is_stale(section, code)]
    return {**title, "lacking": lacking, "stale": stale}


def _original(section: Section, told: str) -> dict[str, str]:
    """What the original says, beside a translation."""
    if told == section.original:
        return {}
    return {name: getattr(section, name).get(section.original, "") for name in memo_sections.WORDS}


def _form(request: HttpRequest, form: object, title: str, submit: str, cancel: str) -> HttpResponse:
    crumbs = _crumbs((_("Skriv"), reverse("memo-write")), (title, ""))
    context = {"form": form, "title": title, "submit": submit, "cancel": cancel, "crumbs": crumbs}
    return render(request, "library/memo/form.html", context)


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Notatet"), reverse("memo")), *more]
