"""`form = NoteForm.of(request, about=record)`; `if form.accepted(): verb(...); form.done(); return redirect(...)`."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vardevei.web.forms.fields import DAYS


class Form(forms.Form):
    """`code` names the form among all, so that its draft is found again. `groups` are (heading, names of fields)."""

    code: ClassVar[str]
    groups: ClassVar[Sequence[tuple[object, Sequence[str]]]] = ()
    request: HttpRequest
    about: object

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _plain_words(field)

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


def _plain_words(field: forms.Field) -> None:
    """Django's "this field is required", said as a colleague would; days as people here write them."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        choice = isinstance(field, forms.ChoiceField | forms.BooleanField)
        field.error_messages["required"] = _("Du må velge her.") if choice else _("Du må fylle ut her.")
    if isinstance(field, forms.DateField):
        field.input_formats = DAYS
