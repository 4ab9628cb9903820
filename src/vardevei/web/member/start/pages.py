"""The start page of a person: what waits for her, before anything else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vardevei.web import access


def start(request: HttpRequest) -> HttpResponse:
    return render(request, "member/start.html", {"who": access.signed_in(request)})
