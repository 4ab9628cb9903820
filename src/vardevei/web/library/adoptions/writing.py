"""Saying that one follows an example, how far one has come now, and that it was wrong."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.library import register_rules as rules
from vardevei.library.domain import adoptions
from vardevei.library.models import Adoption, Example
from vardevei.organisations.models import Organisation
from vardevei.web import access, downloads
from vardevei.web.forms import Form
from vardevei.web.library.adoptions import chain
from vardevei.web.library.adoptions.forms import AdoptionForm, BackForm, standing
from vardevei.web.library.examples import doors, one
from vardevei.web.library.examples.shown import Shown


def follow(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.require(request, rules.FOLLOW_EXAMPLE)
    _person, example = doors.seen(request, slug)
    offered = chain.may_follow(person, example)
    if not offered:
        return redirect(chain.address(example))
    initial = {**standing(None), "organisation": request.GET.get("for", offered[0].pk)}
    form = AdoptionForm.of(request, about=f"example:{example.pk}:follow", initial=initial)
    form.offer(offered, chain.teachers(example), own=all(rules.is_own(person, each) for each in offered))
    if form.accepted():
        at = next(each for each in offered if each.pk == form.cleaned_data.get("organisation", offered[0].pk))
        if form.did(lambda: adoptions.follow(example, at, form.said(), document=form.document(), by=person)):
            messages.success(request, _("Nå står det på siden, og de som laget eksempelet, får brev."))
            return redirect(chain.address(example))
    return _page(request, example, form, _("Vi vil følge dette"), _("Meld fra"))


def change(request: HttpRequest, key: int) -> HttpResponse:
    adoption, person = _found(request, key)
    form = AdoptionForm.of(request, about=adoption, initial=standing(adoption))
    teachers = chain.teachers(adoption.example, but=adoption.organisation)
    form.offer([adoption.organisation], teachers, own=rules.is_own(person, adoption.organisation))
    if form.accepted():
        said, document = form.said(), form.document()
        if form.did(lambda: adoptions.change(adoption, said, document=document, by=person, version=form.version)):
            return redirect(chain.address(adoption.example))
    return _page(request, adoption.example, form, _body(adoption.organisation), _("Lagre"), adoption)


def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    adoption, person = _found(request, key)
    form = BackForm.of(request, about=adoption)
    if form.accepted() and form.did(lambda: adoptions.withdraw(adoption, why=form.cleaned_data["why"], by=person)):
        return redirect(chain.address(adoption.example))
    title = _("Det var feil at {body} følger eksempelet").format(body=adoption.organisation.body)
    return _page(request, adoption.example, form, title, _("Ta tilbake"))


def document(request: HttpRequest, key: int) -> FileResponse:
    """To anyone who may read the example: it shows what a municipality has done."""
    adoption = get_object_or_404(Adoption.objects.standing().select_related("example", "file"), pk=key)
    doors.seen(request, adoption.example.slug)
    if adoption.file is None:
        raise Http404(key)
    return downloads.send(request, adoption.file, inline=True)


def _found(request: HttpRequest, key: int) -> tuple[Adoption, Person]:
    adoption = get_object_or_404(
        Adoption.objects.standing().select_related("organisation", "example__published"), pk=key
    )
    return adoption, access.require(request, rules.FOLLOW_EXAMPLE, adoption.organisation_id)


def _body(organisation: Organisation) -> str:
    return _("{body} følger eksempelet").format(body=organisation.body)


def _page(
    request: HttpRequest, example: Example, form: Form, title: str, submit: str, adoption: Adoption | None = None
) -> HttpResponse:
    assert example.published is not None
    told = Shown(example.published)
    ids = [adoption.organisation_id] if adoption else []
    context = {
        "form": form,
        "title": title,
        "told": told,
        "submit": submit,
        "adoption": adoption,
        "register": f"{reverse('strategy-new')}?eksempel={example.pk}{''.join(f'&for={key}' for key in ids)}",
        "cancel": chain.address(example),
        "crumbs": one.under(example, told, title),
    }
    return render(request, "library/adoptions/write.html", context, status=400 if form.errors else 200)
