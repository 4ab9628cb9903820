"""The frame around a person's own pages: the way from one to the next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(request: HttpRequest, template: str, tab: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """A page in the person's frame. `tab` names the tab it belongs to; the template extends member/base.html."""
    return render(request, template, {"tab": tab, **context}, status=status)
