"""The code from an app: set up the first time, asked for after that, before staff are signed in."""

import base64

from allauth.mfa.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vardevei.core.domain import second_factor
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.web import access, limits
from vardevei.web.account import entering
from vardevei.web.account.entering import Halfway
from vardevei.web.account.fields import Fields, code_field
from vardevei.web.problems import sentences

SECRET, TO_SHOW = "second_factor_secret", "paper_codes_to_show"


class Code(Fields):
    code = code_field(gettext_lazy("Kode"), gettext_lazy("Seks siffer fra appen, eller en reservekode."))


class FirstCode(Fields):
    code = code_field(gettext_lazy("Kode fra appen"), gettext_lazy("Seks siffer. De byttes hvert halve minutt."))


@never_cache
def second_factor_page(request: HttpRequest) -> HttpResponse:
    """For whoever is halfway in, and for staff who were signed in before they became staff."""
    found = _who(request)
    if found is None:
        return redirect("account_login")
    person, halfway = found
    if second_factor.is_set_up(person):
        return _ask(request, person, halfway)
    return _set_up(request, person, halfway)


def _who(request: HttpRequest) -> tuple[Person, Halfway] | None:
    if found := entering.halfway(request):
        return found
    who = access.person(request)
    if who is None or not access.needs_second_factor(who):
        return None
    return who, Halfway(who.pk, entering.LINK, entering.safe(request.GET.get("next")), 0)


def _ask(request: HttpRequest, person: Person, halfway: Halfway) -> HttpResponse:
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        limits.count(limits.CODES_OF, person.email or person.pk)
        try:
            second_factor.check(person, form.cleaned_data["code"].replace(" ", ""))
        except Problem as problem:
            form.add_error("code", told(problem))
        else:
            limits.forgive(limits.CODES_OF, person.email or person.pk)
            return entering.complete(request, person, halfway.how, whole=True, next=halfway.next)
    return render(request, "account/second_factor.html", {"form": form})


def _set_up(request: HttpRequest, person: Person, halfway: Halfway) -> HttpResponse:
    secret = _secret_for(request, person)
    form = FirstCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        limits.count(limits.CODES_OF, person.email or person.pk)
        try:
            second_factor.set_up(person, secret, form.cleaned_data["code"].replace(" ", ""))
        except Problem as problem:
            form.add_error("code", told(problem))
        else:
            del request.session[SECRET]
            answer = entering.complete(request, person, halfway.how, whole=True, next=halfway.next)
            request.session[TO_SHOW] = answer.headers["Location"]
            return redirect("paper-codes")
    parts = {"form": form, "secret": _in_fours(secret), "picture": picture(person, secret)}
    return render(request, "account/second_factor_set_up.html", parts)


def _secret_for(request: HttpRequest, person: Person) -> str:
    """The secret that is being set up in this browser: never one that somebody else has been shown here."""
    kept = request.session.get(SECRET) or {}
    if kept.get("person") != person.pk:
        kept = request.session[SECRET] = {"person": person.pk, "secret": second_factor.new_secret()}
    return str(kept["secret"])


def told(problem: Problem) -> str:
    """What happened and what to do, on the field."""
    said = sentences(problem)
    return f"{said['what']} {said['todo']}"


def picture(person: Person, secret: str) -> str:
    """The square that a phone reads, as an image in the page itself."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(person, secret))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"


def _in_fours(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


@never_cache
def paper_codes(request: HttpRequest) -> HttpResponse:
    """The codes on paper, shown once: on screen and as a file, until the person says that they are kept."""
    who = access.signed_in(request)
    next = request.session.get(TO_SHOW)
    if not next:
        return redirect("account")
    if request.method == "POST":
        del request.session[TO_SHOW]
        return redirect(next)
    codes = second_factor.paper_codes(who)
    if "fil" in request.GET:
        return _file(codes)
    return render(request, "account/paper_codes.html", {"codes": codes})


def _file(codes: list[str]) -> HttpResponse:
    answer = HttpResponse("\n".join([_("Reservekoder til Vardevei. Hver virker én gang."), "", *codes, ""]))
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Disposition"] = 'attachment; filename="vardevei.txt"'
    return answer


@never_cache
@require_POST
def new_paper_codes(request: HttpRequest) -> HttpResponse:
    """Ten new codes in the place of the old ones."""
    who = access.lately(request)
    limits.count(limits.CHANGES_OF, who.pk)
    if second_factor.is_set_up(who):
        second_factor.new_paper_codes(who)
        request.session[TO_SHOW] = reverse("account")
    return redirect("paper-codes")
