"""Two people edited one record. What only one of them changed is put together; what both changed is a choice.

Nothing is kept of the text that stood when the writing began: a digest of each field tells whether it has changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from vardevei.core.models import LogEntry
from vardevei.web.forms import values
from vardevei.web.tickets import Ticket

CHOICE = "_stands-"  # before the name of a field: "stands" when the reader keeps what stands there now


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both have changed: what stands there now, in words."""

    name: str
    label: str
    stands: str

    @property
    def choice(self) -> str:
        return f"{CHOICE}{self.name}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """`clashes` are for the reader to settle, `theirs` the labels of fields where the other's change was taken in.

    `last` says who saved last and when, if the log knows.
    """

    clashes: dict[str, Clash]
    theirs: list[str]
    last: LogEntry | None


def settled(form: forms.Form, now: Mapping[str, Any]) -> QueryDict:
    """What was sent, with what stands now put in where the reader chose that."""
    data = values.copied(form)
    for name in form.fields:
        if data.get(f"{CHOICE}{name}") == "stands":
            values.put(form, data, name, now.get(name))
    return data


def met(form: forms.Form, ticket: Ticket, now: Mapping[str, Any], record: object) -> tuple[Conflict, QueryDict]:
    """How what was sent meets what stands now; and the two put together as far as it is safe."""
    data = values.copied(form)
    clashes, theirs = {}, []
    for name, before in ticket.base.items():
        field = form.fields.get(name)
        if field is None or values.digest(field, now.get(name)) == before:
            continue  # the other has not touched it
        mine, stands = values.raw(form, name), now.get(name)
        if values.digest(field, mine) == values.digest(field, stands):
            continue  # both wrote the same
        label = str(form[name].label)
        if values.digest(field, mine) == before:
            values.put(form, data, name, stands)
            theirs.append(label)
        else:
            clashes[name] = Clash(name, label, values.words(field, stands))
    last = LogEntry.objects.about(record).select_related("by").first()
    return Conflict(clashes, theirs, last), data
