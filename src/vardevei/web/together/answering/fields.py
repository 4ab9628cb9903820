"""A survey's questions as fields of a form, and what was written in them as answers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form, PlaceField, naming, values
from vardevei.web.forms.base import plain_words
from vardevei.web.forms.fields import plain_amount
from vardevei.workspaces.domain.answering import Answers, Written
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import SurveyQuestion

OTHER = "other"
SHORT, LONG = 300, 5000
ABOUT = re.compile(r"^(ca\.?|omtrent|rundt|about|approx\.?)\s*", re.IGNORECASE)


class Number(forms.DecimalField):
    """A number as people write it: "1 250", "12,5", "ca. 40" and "40 %" are all understood."""

    default_error_messages = {"invalid": gettext_lazy("Skriv bare tallet, for eksempel 12 eller 2,5.")}
    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = plain_amount(ABOUT.sub("", value.strip()).rstrip(" %"))
        return super().to_python(value)


class SurveyForm(Form):
    """The questions it is given, each under the name q and its key."""

    code = "survey"
    draft = False

    def __init__(self, questions: Sequence[SurveyQuestion], *args: Any, **kwargs: Any) -> None:
        self.questions = list(questions)
        super().__init__(*args, **kwargs)
        for question in self.questions:
            for name, field in _fields(question):
                self.fields[name] = field
                plain_words(field)

    def clean(self) -> dict[str, Any]:
        for question in self.questions:
            if question.other:
                self._other(question)
        return self.cleaned_data

    def _other(self, question: SurveyQuestion) -> None:
        """Own words choose "Annet" by themselves; "Annet" without words is asked for them."""
        name = _name(question)
        chosen, words = self.cleaned_data.get(name) or [], self.cleaned_data.get(f"{name}_text")
        several = question.kind == AnswerKind.MANY
        if words and OTHER not in chosen and (several or not chosen):
            self.cleaned_data[name] = [*chosen, OTHER] if several else OTHER
            self.errors.pop(name, None)
        elif OTHER in chosen and not words:
            self.add_error(f"{name}_text", _("Skriv hva du mener med «Annet»."))

    def of(self, question: SurveyQuestion) -> list[BoundField]:  # type: ignore[override]
        """The question's field, and the one for own words."""
        name = _name(question)
        return [self[each] for each in (name, f"{name}_text") if each in self.fields]

    def as_sent(self) -> QueryDict:
        """What the fields begin with, as a browser would have sent it: so that what lacks can be told."""
        data = QueryDict(mutable=True)
        for name in self.fields:
            values.put(self, data, name, self.initial.get(name))
        return data

    def answers(self) -> Answers:
        """What was written and could be understood."""
        names = {question.pk: _name(question) for question in self.questions}
        data = self.cleaned_data
        return {
            question.pk: _written(question, data.get(name), data.get(f"{name}_text", ""))
            for question in self.questions
            if (name := names[question.pk]) in data
        }


def initial(questions: Sequence[SurveyQuestion], answers: Answers) -> dict[str, Any]:
    """What was answered before, as it is put in the fields again."""
    found: dict[str, Any] = {}
    for question in questions:
        if written := answers.get(question.pk):
            name, value = _name(question), written.value
            if question.kind in (AnswerKind.SHORT, AnswerKind.LONG, AnswerKind.ORGANISATION):
                value = written.text
            elif question.kind == AnswerKind.PLACE:
                value = Organisation.objects.filter(pk=value).first()
            elif question.kind == AnswerKind.NUMBER:
                value = str(value).replace(".", ",")
            found |= {name: value, f"{name}_text": written.text}
    return found


def _name(question: SurveyQuestion) -> str:
    return f"q{question.pk}"


def _fields(question: SurveyQuestion) -> Iterator[tuple[str, forms.Field]]:
    said = {"label": str(question), "help_text": question.said("help"), "required": question.required}
    yield _name(question), _field(question, said)
    if question.other:
        label = _("Annet: skriv hva")
        yield f"{_name(question)}_text", forms.CharField(label=label, required=False, max_length=SHORT)


def _field(question: SurveyQuestion, said: dict[str, Any]) -> forms.Field:
    match question.kind:
        case AnswerKind.LONG:
            return forms.CharField(max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}), **said)
        case AnswerKind.NUMBER:
            unit = question.said("unit")
            field = Number(max_digits=14, decimal_places=4, **said)
            field.widget.attrs |= {"data-affix": unit} if unit else {}
            return field
        case AnswerKind.ONE:
            return forms.ChoiceField(choices=_choices(question), widget=forms.RadioSelect, **said)
        case AnswerKind.MANY:
            said["help_text"] = said["help_text"] or _("Du kan velge flere.")
            widget = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(choices=_choices(question), widget=widget, **said)
        case AnswerKind.SCALE:
            return forms.TypedChoiceField(choices=_steps(question), coerce=int, widget=forms.RadioSelect, **said)
        case AnswerKind.DATE:
            return Day(**said)
        case AnswerKind.PLACE:
            return PlaceField(**said)
        case _:
            return forms.CharField(max_length=SHORT, **said)


def _choices(question: SurveyQuestion) -> list[tuple[str, str]]:
    return [*question.options(), *([(OTHER, _("Annet"))] if question.other else [])]


def _steps(question: SurveyQuestion) -> list[tuple[int, str]]:
    """Each step by its number; what the two ends mean stands with them."""
    ends = {question.lowest: question.said("low"), question.highest: question.said("high")}
    return [(step, f"{step} – {ends[step]}" if ends.get(step) else str(step)) for step in question.steps]


def _written(question: SurveyQuestion, value: Any, text: str) -> Written:
    match question.kind:
        case AnswerKind.SHORT | AnswerKind.LONG:
            return Written(None, value or "")
        case AnswerKind.ORGANISATION:
            return Written(_known(value or ""), value or "")
        case AnswerKind.PLACE:
            return Written(value.pk if value else None)
    if isinstance(value, Decimal):
        return Written(int(value) if value == value.to_integral() else float(value))
    if isinstance(value, date):
        return Written(value.isoformat())
    chosen = value or None
    return Written(chosen, text if OTHER in (chosen if isinstance(chosen, list) else [chosen]) else "")


def _known(name: str) -> str | None:
    """The id of the municipality that the name is, if it is one."""
    fits = naming.fits(name, "municipality") if name else []
    return fits[0].place.id if naming.clear(fits) else None


class WhoForm(Form):
    """Who answers, by the open link of a survey that is not anonymous. `trap` is for machines: people do not see it."""

    code = "survey-who"
    draft = False
    name = forms.CharField(label=gettext_lazy("Navnet ditt"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-postadressen din"))
    organisation = PlaceField(label=gettext_lazy("Hvilken kommune svarer du for?"), required=False)


class PassOnForm(Form):
    code = "survey-pass-on"
    draft = False
    name = forms.CharField(label=gettext_lazy("Navnet til kollegaen"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-postadressen til kollegaen"))
