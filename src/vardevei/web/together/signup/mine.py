"""One's own sign-up, by the link in the letter or signed in. Opening a link does nothing; a press does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.together.signup.forms import SignUpForm
from vardevei.workspaces.domain import sign_up_keys as keys
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.domain import sign_up_questions, signups
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import SignUp

COMES = (SignUpState.SIGNED_UP, SignUpState.WAITING)
GONE = (SignUpState.WITHDRAWN, SignUpState.DECLINED)


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    return _page(request, keys.find(token))


@behind_a_link
def come(request: HttpRequest, token: str) -> HttpResponse:
    sign_up = keys.find(token)
    if request.method == "POST":
        late = sign_up.state == SignUpState.PASSED or _late(sign_up)
        signups.come(sign_up)
        return redirect(_address(sign_up, "?sent=1" if late else ""))
    return _page(request, sign_up, "come")


@behind_a_link
def stay_away(request: HttpRequest, token: str) -> HttpResponse:
    sign_up = keys.find(token)
    if request.method == "POST":
        signups.stay_away(sign_up)
        return redirect(_address(sign_up))
    return _page(request, sign_up, "stay-away")


@behind_a_link
def change(request: HttpRequest, token: str) -> HttpResponse:
    sign_up = keys.find(token)
    stands = {f"q{key}": value for key, value in sign_up_questions.answered(sign_up).items()}
    names = {name: getattr(sign_up, name) for name in ("name", "organisation", "organisation_name")}
    form = SignUpForm.of(
        request,
        about=f"sign-up:{sign_up.pk}",
        initial={**names, **stands},
        event=sign_up.event,
        asks_address=False,
    )
    if form.accepted() and form.did(lambda: signups.change(sign_up, **form.person, answers=form.answers)):
        return redirect(_address(sign_up))
    context = {"sign_up": sign_up, "event": sign_up.event, "form": form, "back": keys.path(sign_up)}
    return render(request, "together/signup/change.html", context)


def _page(request: HttpRequest, sign_up: SignUp, asked: str = "") -> HttpResponse:
    event, state = sign_up.event, SignUpState(sign_up.state)
    # What the link asks for is done already: then the page only says so.
    done = {"come": state in COMES, "stay-away": state in GONE}.get(asked, False)
    context = {
        "sign_up": sign_up,
        "event": event,
        "state": state.name.lower(),
        "asked": "" if done else asked,
        "ahead": places.goes_on(event),
        "number": places.in_line(sign_up),
        "late": "sent" in request.GET,
        "come_path": keys.path(sign_up, "kommer"),
        "away_path": keys.path(sign_up, "kommer-ikke"),
        "change_path": keys.path(sign_up, "endre"),
        "by": sign_up.by if sign_up.by_id != sign_up.person_id else None,
    }
    return render(request, "together/signup/mine.html", context)


def _late(sign_up: SignUp) -> bool:
    from django.utils import timezone

    return sign_up.answer_by is not None and sign_up.answer_by < timezone.now()


def _address(sign_up: SignUp, more: str = "") -> str:
    from django.urls import reverse

    return reverse("my-sign-up", args=[keys.token(sign_up)]) + more
