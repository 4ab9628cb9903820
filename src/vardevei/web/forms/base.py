"""`form = NoteForm.of(request, about=record)`; `if form.accepted(): verb(...); form.done(); return redirect(...)`."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import drafts
from vardevei.core.models import Draft, Versioned
from vardevei.opendata.problem import Problem
from vardevei.web import access, kept, problems
from vardevei.web.forms import conflicts, once, opening
from vardevei.web.forms.fields import DAYS
from vardevei.web.tickets import Ticket


class Form(forms.Form):
    """`code` names the form among all, so that its draft is found again.

    `called` is what a draft is called in the list of drafts; `groups` are (heading, names of fields); `draft` is False
    for a form that is never kept, as a field is with `field.draft = False`.
    """

    code: ClassVar[str]
    called: ClassVar[object] = ""
    draft: ClassVar[bool] = True
    groups: ClassVar[Sequence[tuple[object, Sequence[str]]]] = ()
    about: object = ""
    record: Versioned | None = None
    request: HttpRequest | None = None
    ticket: Ticket | None = None
    conflict: conflicts.Conflict | None = None
    restored: Draft | None = None
    offers: Sequence[Draft] = ()
    again = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            plain_words(field)

    @classmethod
    def of(
        cls,
        request: HttpRequest,
        *,
        about: object = "",
        over: Versioned | None = None,
        initial: dict[str, Any] | None = None,
        **arguments: Any,
    ) -> Self:
        """The form as this request sends it or, when it sends nothing, with what is known from before.

        `about` is the record it changes. When that is `Versioned`, `initial` must be what stands there now, also when
        the form is sent; left out, it is read from the record's fields of the same names. `over` is the versioned
        record when it is another than the one the form is about.
        """
        posted = request.method == "POST"
        data, files = (request.POST, request.FILES) if posted else (None, None)
        now = {**opening.standing(cls, about), **(initial or {})}
        form = cls(data, files, initial=now, **arguments)
        form.request, form.about = request, about
        form.record = over or (about if isinstance(about, Versioned) else None)
        opening.sent(form) if posted else opening.opened(form)
        return form

    def accepted(self) -> bool:
        """Sent, whole, written over the version that stands, and not sent before.

        What only one of two people has changed is put together here, and the reader is told.
        """
        if not self.is_bound or self.request is None:
            return False
        if not self.is_valid() or self._clashes():
            kept.keep(self.request)
            return False
        if self.ticket:
            once.claim(self.request, self.ticket.key)
        return True

    def tell(self, problem: Problem, field: str | None = None) -> None:
        """A verb said no: its sentences stand at the field, or on top of the form, with all that was written kept."""
        self.add_error(field, problems.text(problem))

    def did(self, verb: Callable[[], object]) -> bool:
        """Whether the verb was done; its draft is then gone. If not, the form says why, in the reader's language."""
        try:
            verb()
        except Problem as problem:
            self.tell(problem)
            return False
        self.done()
        return True

    def done(self) -> None:
        """What was written is safe in its place: the draft goes."""
        if self.request is None or self.ticket is None:
            return
        once.done(self.request, self.ticket.key)
        person = access.person(self.request)
        if person:
            drafts.done(self.ticket.begun(), by=person)

    @property
    def signed_ticket(self) -> str:
        return self.ticket.signed() if self.ticket else ""

    @property
    def version(self) -> int | None:
        """The version of the record that the form is written over; 0 when there was none yet."""
        return self.ticket.version if self.ticket else None

    def _clashes(self) -> bool:
        """Whether both have changed the same field. What does not clash is put together, and checked anew."""
        ticket, record = self.ticket, self.record
        if ticket is None or ticket.version is None or record is None:
            return False
        if ticket.version == opening.version_of(record):
            return False
        conflict, self.data = conflicts.met(self, ticket, self.initial, self.about)
        self.full_clean()
        self.ticket = opening.over(self, ticket)
        if conflict.clashes:
            self.conflict = conflict
        elif conflict.theirs and self.is_valid():
            _say_merged(self.request, conflict)
        return bool(conflict.clashes) or not self.is_valid()


def _say_merged(request: HttpRequest | None, conflict: conflicts.Conflict) -> None:
    fields = get_text_list([f"«{label}»" for label in conflict.theirs], gettext("og"))
    said = gettext("Noen andre endret {fields} mens du skrev. Begge endringene er lagret.").format(fields=fields)
    messages.info(request, said)  # type: ignore[arg-type]


def plain_words(field: forms.Field) -> None:
    """Django's "this field is required", said as a colleague would; days as people here write them."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        choice = isinstance(field, forms.ChoiceField | forms.BooleanField)
        field.error_messages["required"] = _("Du må velge her.") if choice else _("Du må fylle ut her.")
    if isinstance(field, forms.EmailField):
        field.error_messages["invalid"] = _("Skriv hele adressen, som kari@kommune.no.")
    if isinstance(field, forms.BooleanField):
        field.error_messages["required"] = _("Du må krysse av her.")
    if isinstance(field, forms.DateField):
        field.input_formats = DAYS
