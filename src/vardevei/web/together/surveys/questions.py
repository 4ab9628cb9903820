"""One question, or one page of them: written, changed, moved and taken out."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.core.enums import LanguageForm
from vardevei.web.forms import Form
from vardevei.web.together.surveys import doors, frame, words
from vardevei.workspaces.domain import survey_questions
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey, SurveyPage, SurveyQuestion

CHOOSING = (AnswerKind.ONE, AnswerKind.MANY)
TEXTS = ("words", "help", "unit", "low", "high")


class QuestionForm(Form):
    """Only the fields that this kind of question needs; when the survey is open only its words."""

    code = "survey-question"
    called = gettext_lazy("Spørsmål i en undersøkelse")

    def __init__(self, *args: Any, kind: str, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.original = kind, survey.original
        self._words()
        if survey.draft:
            self._decides()
        self.groups = [*words.groups(self.texts, self.original), *self._rest()]  # type: ignore[misc]

    def _words(self) -> None:
        said: dict[str, tuple[Any, dict[str, Any]]] = {
            "words": (gettext_lazy("Spørsmål"), {"max_length": 300, "required": True}),
            "help": (gettext_lazy("Forklaring under spørsmålet"), {"max_length": 300}),
            "choices": (
                gettext_lazy("Svar å velge mellom"),
                {"long": True, "help_text": gettext_lazy("Ett svar på hver linje, i samme rekkefølge på alle språk.")},
            ),
            "unit": (gettext_lazy("Hva tallet teller, for eksempel personer eller kroner"), {"max_length": 40}),
            "low": (gettext_lazy("Hva det laveste trinnet betyr"), {"max_length": 60}),
            "high": (gettext_lazy("Hva det høyeste trinnet betyr"), {"max_length": 60}),
        }
        needs = {AnswerKind.NUMBER: ["unit"], AnswerKind.SCALE: ["low", "high"]}.get(AnswerKind(self.kind), [])
        self.texts = ["words", *(["choices"] if self.kind in CHOOSING else []), *needs, "help"]
        for name in self.texts:
            label, more = said[name]
            words.put(self, name, label, self.original, **more)

    def _decides(self) -> None:
        if self.kind == AnswerKind.SCALE:
            self.fields["lowest"] = forms.IntegerField(label=_("Laveste trinn"), min_value=0, max_value=1, initial=1)
            self.fields["highest"] = forms.IntegerField(label=_("Høyeste trinn"), min_value=2, max_value=10, initial=5)
        if self.kind in CHOOSING:
            label = _("Ha med «Annet», med egne ord")
            self.fields["other"] = forms.BooleanField(label=label, required=False)
        self.fields["required"] = forms.BooleanField(label=_("Må besvares"), required=False)

    def _rest(self) -> list[tuple[object, list[str]]]:
        rest: list[str] = [name for name in ("lowest", "highest", "other", "required") if name in self.fields]
        return [(gettext_lazy("Slik svarer man"), rest)] if rest else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first = len(_lines(cleaned, self.original))
        for language in LanguageForm.values:
            if self.kind in CHOOSING and len(_lines(cleaned, language)) not in (0, first):
                self.add_error(f"choices_{language}", _("Det må være like mange svar som på det første språket."))
        return cleaned

    def values(self, before: SurveyQuestion | None) -> dict[str, Any]:
        """What was written, as the question's fields."""
        found: dict[str, Any] = {name: words.written(self.cleaned_data, name) for name in TEXTS if name in self.texts}
        if self.kind in CHOOSING:
            found["choices"] = _choices(self.cleaned_data, self.original, before)
        decides = ("lowest", "highest", "other", "required")
        return found | {name: self.cleaned_data[name] for name in decides if name in self.cleaned_data}


def _lines(cleaned: dict[str, Any], language: str) -> list[str]:
    lines = (cleaned.get(f"choices_{language}") or "").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _choices(cleaned: dict[str, Any], original: str, before: SurveyQuestion | None) -> list[dict[str, str]]:
    """By their lines; a question that stands keeps the names of its choices as long as there are as many."""
    each = {language: _lines(cleaned, language) for language in LanguageForm.values}
    count = len(each[original])
    kept = [one["value"] for one in before.choices] if before and len(before.choices) == count else []
    return [
        {"value": kept[n] if kept else str(n + 1), **{one: lines[n] for one, lines in each.items() if len(lines) > n}}
        for n in range(count)
    ]


def _initial(question: SurveyQuestion) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in TEXTS:
        found |= words.initial(name, getattr(question, name))
    for language in LanguageForm.values:
        lines = [one.get(language, "") for one in question.choices]
        found[f"choices_{language}"] = "\n".join(lines) if any(lines) else ""
    return found | {name: getattr(question, name) for name in ("lowest", "highest", "other", "required")}


def new(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """?side=12: on that page; else on the last one."""
    who, survey = doors.run(request, key)
    if kind not in AnswerKind.values or not survey.draft:
        raise Http404(kind)
    asked = request.GET.get("side", "")
    page = survey.pages.filter(pk=int(asked) if asked.isdecimal() else 0).first() or survey.pages.last()
    form = QuestionForm.of(request, about=f"survey-question:{key}:{kind}:{asked}", kind=kind, survey=survey)
    if form.accepted() and form.did(
        lambda: survey_questions.add(page, kind=kind, **form.values(None), by=who)  # type: ignore[arg-type]
    ):
        return _back(survey)
    return _page(request, survey, form, AnswerKind(kind))


def change(request: HttpRequest, key: int, question: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    stands = get_object_or_404(SurveyQuestion.objects.select_related("page"), pk=question, page__survey=survey)
    about = f"workspaces.surveyquestion:{question}"
    form = QuestionForm.of(request, about=about, initial=_initial(stands), kind=stands.kind, survey=survey)
    if form.accepted() and form.did(lambda: survey_questions.change(stands, **form.values(stands), by=who)):
        return _back(survey)
    return _page(request, survey, form, AnswerKind(stands.kind), question=stands)


def _page(
    request: HttpRequest, survey: Survey, form: Form, kind: AnswerKind, question: SurveyQuestion | None = None
) -> HttpResponse:
    here = _("Endre spørsmål") if question else _("Nytt spørsmål")
    context: dict[str, object] = {
        "form": form,
        "title": here,
        "kind": kind.label,
        "question": question,
        "cancel": reverse("survey", args=[survey.pk]),
    }
    return frame.page(request, "together/surveys/question.html", survey, "survey", context, here=here)


@require_POST
def move(request: HttpRequest, key: int) -> HttpResponse:
    """`question` or `page` is which, `do` is up, down or away."""
    who, survey = doors.run(request, key)
    do = request.POST.get("do")
    asked = {name: request.POST.get(name, "") for name in ("question", "page")}
    if asked["question"].isdecimal():
        those = SurveyQuestion.objects.select_related("page__survey__workspace")
        question = get_object_or_404(those, pk=asked["question"], page__survey=survey)
        survey_questions.remove(question, by=who) if do == "away" else survey_questions.move(
            question, up=do == "up", by=who
        )
    elif asked["page"].isdecimal():
        page = get_object_or_404(survey.pages, pk=asked["page"])
        survey_questions.remove_page(page, by=who) if do == "away" else survey_questions.move_page(
            page, up=do == "up", by=who
        )
    return _back(survey, f"q{asked['question']}" if asked["question"] and do != "away" else "")


@require_POST
def new_page(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    made = survey_questions.add_page(survey, by=who)
    return redirect("survey-page", key, made.pk)


class PageForm(Form):
    code = "survey-page"
    called = gettext_lazy("Side i en undersøkelse")

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words.put(self, "title", gettext_lazy("Overskrift"), survey.original, max_length=150)
        words.put(self, "text", gettext_lazy("Tekst over spørsmålene"), survey.original, long=True, max_length=2000)
        self.groups = words.groups(["title", "text"], survey.original)  # type: ignore[misc]


def change_page(request: HttpRequest, key: int, page: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    stands: SurveyPage = get_object_or_404(survey.pages, pk=page)
    initial = {**words.initial("title", stands.title), **words.initial("text", stands.text)}
    form = PageForm.of(request, about=f"workspaces.surveypage:{page}", initial=initial, survey=survey)
    if form.accepted():
        title, text = words.written(form.cleaned_data, "title"), words.written(form.cleaned_data, "text")
        if form.did(lambda: survey_questions.change_page(stands, title=title, text=text, by=who)):
            return _back(survey)
    context: dict[str, object] = {
        "form": form,
        "title": _("Side {n}").format(n=stands.order),
        "cancel": reverse("survey", args=[survey.pk]),
    }
    return frame.page(request, "together/surveys/question.html", survey, "survey", context, here=str(stands))


def _back(survey: Survey, at: str = "") -> HttpResponse:
    address = reverse("survey", args=[survey.pk])
    return redirect(f"{address}#{at}" if at else address)
