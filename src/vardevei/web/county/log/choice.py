"""Which lines of the log to show: a form that is the address, so that a link to it works for a colleague."""

import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Max
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import LogEntry, Person
from vardevei.core.models.log import EntryQuerySet
from vardevei.organisations.models import Organisation
from vardevei.web.forms.fields import Day

HOLE = re.compile(r"\{\w+\}")


class Choice(forms.Form):
    """`entries` are all that may be seen here; only people, acts and places that are among them are offered."""

    handling = forms.ChoiceField(label=_("Hva"), required=False)
    hvem = forms.ChoiceField(label=_("Hvem"), required=False)
    sted = forms.ChoiceField(label=_("Sted"), required=False)
    fra = Day(label=_("Fra og med"), required=False)
    til = Day(label=_("Til og med"), required=False)

    def __init__(self, asked: QueryDict, entries: EntryQuerySet, places: list[Organisation]) -> None:
        super().__init__(asked)
        self.entries = entries
        everything = [("", gettext("Alle"))]
        self._field("handling").choices = everything + _acts(entries)
        self._field("hvem").choices = everything + _people(entries)
        self._field("sted").choices = everything + [(place.pk, str(place)) for place in places]

    def chosen(self) -> EntryQuerySet:
        """The lines that fit; what cannot be understood chooses nothing away, and the form says so."""
        self.is_valid()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        found = self.entries
        for name, field in {"handling": "act", "hvem": "by", "sted": "place"}.items():
            if name in wanted:
                found = found.filter(**{field: wanted[name]})
        if "fra" in wanted:
            found = found.filter(at__gte=_midnight(wanted["fra"]))
        if "til" in wanted:
            found = found.filter(at__lt=_midnight(wanted["til"] + timedelta(days=1)))
        return found

    def query(self, **more: str) -> str:
        """The address of the same choice: "?hvem=12&", ready for more."""
        kept = {name: self.data[name] for name in self.fields if self.data.get(name)}
        return f"?{urlencode({**kept, **more})}"

    def _field(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _acts(entries: EntryQuerySet) -> list[tuple[str, str]]:
    """Each act by its own sentence with dots in the holes: "… fikk rollen …"."""
    texts = entries.order_by("act").values_list("act").annotate(text=Max("text"))
    return sorted(((act, HOLE.sub("…", gettext(text))) for act, text in texts), key=lambda pair: pair[1])


def _people(entries: EntryQuerySet) -> list[tuple[str, str]]:
    keys = entries.order_by("by").filter(by__isnull=False).values_list("by", flat=True).distinct()
    return [(str(person.pk), str(person)) for person in Person.objects.filter(pk__in=keys)]


def everything() -> EntryQuerySet:
    return LogEntry.objects.select_related("by")
