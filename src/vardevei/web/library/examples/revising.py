"""A change of an example, and a translation: both are looked at before readers see them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vardevei.core.enums import LanguageForm
from vardevei.library import sections
from vardevei.library.domain import proposal_keys, revisions
from vardevei.library.models import Comment, Example, Revision
from vardevei.web.library.examples import doors, filled, one
from vardevei.web.library.examples.forms import ExampleForm, TranslationForm
from vardevei.web.library.examples.shown import Shown


def revise(request: HttpRequest, slug: str) -> HttpResponse:
    """`?innlegg=` is what somebody wrote under the example, when the change comes from there."""
    who, example = doors.revisable(request, slug)
    base = revisions.latest(example)
    assert base is not None
    comment = _comment(request, example)
    start = {**filled.initial(base), **({"note": _quoted(comment)} if comment else {})}
    form = ExampleForm.of(request, about=f"example:{example.pk}", initial=start, visitor=False, change=True)
    if form.accepted() and form.did(
        lambda: revisions.send(example, filled.content(form, base.original), by=who, comment=comment)
    ):
        return redirect("example-proposal", proposal_keys.token(example, who))
    context = {
        "form": form,
        "title": _("Foreslå en endring"),
        "lead": _("Det som står, blir stående til endringen er godkjent."),
        "quote": comment,
        "waiting": revisions.waiting(example),
        "submit": _("Send endringen"),
        "crumbs": one.under(example, Shown(base), _("Foreslå en endring")),
    }
    return render(request, "library/examples/write.html", context)


def translate(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    who, example = doors.revisable(request, slug)
    base = example.published
    if base is None or form not in LanguageForm.values or form == base.original:
        raise Http404(form)
    texts = list(_texts(base))
    start = {code.replace(".", "_"): _in(base, code, form) for code, _heading, _text in texts}
    given = TranslationForm.of(request, about=f"example:{example.pk}:{form}", initial=start, texts=texts)
    if given.accepted() and given.did(
        lambda: revisions.translate(
            example,
            form,
            {code: given.cleaned_data[code.replace(".", "_")] for code, _heading, _text in texts},
            by=who,
            note=_("Oversatt til {language}").format(language=LanguageForm(form).label.lower()),
        )
    ):
        return redirect("example-proposal", proposal_keys.token(example, who))
    title = _("Oversett til {language}").format(language=LanguageForm(form).label.lower())
    context = {
        "form": given,
        "title": title,
        "lead": _("Originalen står over hvert felt. La et felt stå tomt, og leserne får originalen der."),
        "waiting": revisions.waiting(example),
        "submit": _("Send oversettelsen"),
        "crumbs": one.under(example, Shown(base), title),
    }
    return render(request, "library/examples/write.html", context)


def _texts(base: Revision) -> "list[tuple[str, str | Promise, str]]":
    """(code, heading, original) of each text there is, in the order of the page."""
    found: list[tuple[str, str | Promise, str]] = [
        (section.code, section.heading, base.texts[section.code].get(base.original, ""))
        for section in sections.TEXTS
        if section.code in base.texts
    ]
    for kind in (sections.RESOURCES, sections.EVIDENCE):
        for at, row in enumerate(getattr(base, kind.code)):
            heading = _("{heading}, rad {n}").format(heading=kind.heading, n=at + 1)
            found.append((f"{kind.code}.{at}", heading, row["what"].get(base.original, "")))
    return [*found, *([("source", _("Kilde"), base.source.get(base.original, ""))] if base.source else [])]


def _in(base: Revision, code: str, form: str) -> str:
    kind, _dot, at = code.partition(".")
    if code == "source":
        return str(base.source.get(form, ""))
    words = getattr(base, kind)[int(at)]["what"] if at else base.texts[code]
    return str(words.get(form, ""))


def _comment(request: HttpRequest, example: Example) -> Comment | None:
    key = request.GET.get("innlegg", "")
    return example.comments.filter(pk=key, removed_at__isnull=True).first() if key.isdigit() else None


def _quoted(comment: Comment) -> str:
    return _("Etter et innlegg fra {who}: «{text}»").format(who=comment.by, text=comment.text[:300])
