"""Questions and answers under an example."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vardevei.library.domain import comments
from vardevei.library.models import Comment
from vardevei.web import access, limits
from vardevei.web.library.examples import doors, one
from vardevei.web.library.examples.forms import CommentForm

COMMENTS_OF = limits.Limit("example-comments-of", 20, 60)


def write(request: HttpRequest, slug: str) -> HttpResponse:
    """A question; with `svar` in the form an answer to one."""
    if request.method != "POST":
        return redirect("example", slug)
    who = access.signed_in(request)
    _person, example = doors.seen(request, slug)
    form = CommentForm.of(request, about=f"example:{example.pk}")
    key = request.POST.get("svar", "")
    first = example.comments.filter(pk=key).first() if key.isdigit() else None
    if form.accepted():
        limits.count(COMMENTS_OF, who.pk)
        if form.did(lambda: comments.write(example, form.cleaned_data["text"], by=who, answers=first)):
            return redirect(f"{reverse('example', args=[slug])}#sporsmal")
    return one.shown(request, example, who, form)


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    who = access.signed_in(request)
    comment = Comment.objects.filter(pk=key).select_related("example").first()
    if comment is None:
        raise Http404(key)
    doors.seen(request, comment.example.slug)
    comments.remove(comment, by=who)
    return redirect(f"{reverse('example', args=[comment.example.slug])}#sporsmal")
