"""A small site for tests: a note that two people write in, and a form that anyone may send."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from vardevei.core.domain import log, versioned
from vardevei.core.models import LogEntry
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import DialogueEntry
from vardevei.web import access, urls
from vardevei.web.forms import Form

PAGE = """{% extends "base.html" %}{% load components %}{% block title %}Test{% endblock %}{% block main %}
<div class="wrap"><h1>Test</h1>{% c "form" form=form submit="Lagre" token=token %}</div>{% endblock %}"""


class WhatWasSaid(Form):
    code = "what-was-said"
    whom = forms.CharField(label="Med hvem", required=False)
    text = forms.CharField(label="Hva ble sagt", widget=forms.Textarea)


class Word(Form):
    code = "word"
    word = forms.CharField(label="Melding", widget=forms.Textarea)
    secret = forms.CharField(label="Passord", widget=forms.PasswordInput, required=False)
    own = forms.CharField(label="Kode", required=False)
    own.draft = False


def edit(request: HttpRequest, key: int) -> HttpResponse:
    person, entry = access.signed_in(request), DialogueEntry.objects.get(pk=key)
    form = WhatWasSaid.of(request, about=entry)
    if form.accepted():
        for name in ("whom", "text"):
            setattr(entry, name, form.cleaned_data[name])
        versioned.save(entry, ["whom", "text"])
        log.write("said", "{who} skrev.", by=person, about=entry, who=person)
        form.done()
        return redirect("/skrevet/")
    return _page(request, form)


def send(request: HttpRequest) -> HttpResponse:
    form = Word.of(request)
    if form.accepted():
        log.write("word", "Noen skrev.", by=None, word=form.cleaned_data["word"])
        form.done()
        return redirect("/skrevet/")
    return _page(request, form)


def refuse(request: HttpRequest) -> HttpResponse:
    form = Word.of(request)
    if form.accepted():
        raise Problem("no", "No.", "It may not be.", "Leave it.")
    return _page(request, form)


def written(request: HttpRequest) -> HttpResponse:
    html = '{% extends "base.html" %}{% block title %}S{% endblock %}{% block main %}<h1>Skrevet</h1>{% endblock %}'
    return HttpResponse(engines["django"].from_string(html).render({}, request))


def _page(request: HttpRequest, form: Form) -> HttpResponse:
    return HttpResponse(
        engines["django"].from_string(PAGE).render({"form": form, "token": get_token(request)}, request)
    )


def words() -> list[str]:
    """What came through the form that anyone may send."""
    return [entry.values["word"] for entry in LogEntry.objects.filter(act="word").order_by("pk")]


urlpatterns = [
    path("sagt/<int:key>/", edit),
    path("ord/", send),
    path("nei/", refuse),
    path("skrevet/", written),
    *urls.urlpatterns,
]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
