"""`form = NoteForm.of(request, about=record)`; `if form.accepted(): verb(...); form.done(); return redirect(...)`."""

from typing import Any, ClassVar, Self

from django import forms
from django.http import HttpRequest


class Form(forms.Form):
    """`code` names the form among all, so that its draft is found again."""

    code: ClassVar[str]
    request: HttpRequest
    about: object

    @classmethod
    def of(
        cls, request: HttpRequest, *, about: object = "", initial: dict[str, Any] | None = None, **arguments: Any
    ) -> Self:
        """The form as this request sends it or, when it sends nothing, with what is known from before."""
        posted = request.method == "POST"
        data, files = (request.POST, request.FILES) if posted else (None, None)
        form = cls(data, files, initial=initial, **arguments)
        form.request, form.about = request, about
        return form

    def accepted(self) -> bool:
        """Sent, whole, and written over the version that stands."""
        return self.is_bound and self.is_valid()

    def done(self) -> None:
        """What was written is safe in its place: the draft goes."""
