"""What is asked of those who sign up: a new question, other words, or none."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.web.together.signup.forms import QuestionForm
from vardevei.workspaces.domain import sign_up_questions
from vardevei.workspaces.enums import AskKind
from vardevei.workspaces.models import Event, SignUpQuestion


def new(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    initial = {"kind": AskKind.TEXT}
    form = QuestionForm.of(request, about=f"event:{event.pk}:question", initial=initial)
    return _page(request, event, form, person, None)


def change(request: HttpRequest, key: int, question: int) -> HttpResponse:
    person, event = access.run(request, key)
    asked = _of(event, question)
    initial = {
        "words": asked.words,
        "kind": asked.kind,
        "choices": "\n".join(asked.choices),
        "required": asked.required,
        "sensitive": asked.sensitive,
    }
    form = QuestionForm.of(request, about=f"sign-up-question:{asked.pk}", initial=initial)
    return _page(request, event, form, person, asked)


@require_POST
def drop(request: HttpRequest, key: int, question: int) -> HttpResponse:
    person, event = access.run(request, key)
    sign_up_questions.drop(_of(event, question), by=person)
    return redirect("sign-up-options", event.pk)


def _of(event: Event, pk: int) -> SignUpQuestion:
    found = SignUpQuestion.objects.filter(event=event, pk=pk).first()
    if found is None:
        raise Http404(pk)
    return found


def _page(
    request: HttpRequest, event: Event, form: QuestionForm, person: Person, asked: SignUpQuestion | None
) -> HttpResponse:
    if form.accepted() and form.did(
        lambda: sign_up_questions.ask(event, **form.cleaned_data, question=asked, by=person)
    ):
        return redirect("sign-up-options", event.pk)
    title = _("Endre spørsmålet") if asked else _("Nytt spørsmål til dem som melder seg på")
    context = {
        "event": event,
        "form": form,
        "asked": asked,
        "title": title,
        "crumbs": [(event.title, event.path), (title, "")],
    }
    return frame.page(request, "together/signup/question.html", event.workspace, "workspace-calendar", context)
