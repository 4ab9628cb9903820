"""A form as people meet it: empty, and sent with something missing."""

from collections.abc import Iterator, Mapping, Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.web.forms import Form

Example = tuple[str, Sequence[Mapping[str, object]]]


class Shown(Form):
    code = "gallery"
    name = forms.CharField(label=gettext_lazy("Navn"), help_text=gettext_lazy("Fornavn og etternavn"))


def examples() -> Iterator[Example]:
    empty, faulty = Shown(prefix="empty"), Shown({}, prefix="faulty")
    yield "field", [{"field": Shown(prefix="field")["name"]}]
    whole = {"submit": _("Lagre"), "token": "gallery", "action": "#form", "cancel": "#form"}
    yield "form", [{"form": empty, **whole}, {"form": faulty, **whole}]
