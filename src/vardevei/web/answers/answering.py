"""The question, the answer that the link stands for, and one press. Opening it answers nothing: scanners open links."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from vardevei.core.domain import addresses, answers
from vardevei.core.models import Answer, Letter, Question
from vardevei.opendata import places
from vardevei.web.answers import onwards
from vardevei.web.behind_a_link import behind_a_link


@dataclass(frozen=True, slots=True)
class Choice:
    words: str
    href: str
    value: str


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    letter, value = answers.letter_of(token)
    if request.method == "POST":
        given = answers.answer(letter, request.POST.get("value", value), more=request.POST.get("more", ""))
        return redirect(_thanks(letter, given))
    return render(request, "answers/question.html", _context(letter, value))


@behind_a_link
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    letter, value = answers.letter_of(token)
    return render(request, "answers/thanks.html", _context(letter, value))


def _context(letter: Letter, value: str) -> dict[str, object]:
    question, form = _question(letter), get_language() or "nb"
    given, choices = answers.answer_to(letter), _choices(letter, form)
    chosen = next((choice for choice in choices if choice.value == value), None)
    return {
        "question": question.said(form),
        "open": question.open,
        "deadline": question.deadline,
        "place": places.by_id(letter.place).name() if letter.place else "",
        "letter": letter,
        "chosen": chosen,
        "others": [choice for choice in choices if choice is not chosen],
        "more_label": question.asks_more(value, form) if chosen else "",
        "given": given,
        "given_words": question.option(given.value, form) if given else "",
        "onwards": onwards.of(letter),
        "same": given is not None and chosen is not None and given.value == chosen.value,
        "longest": answers.LONGEST,
    }


def _choices(letter: Letter, form: str) -> list[Choice]:
    question = _question(letter)
    return [Choice(words, _address("answer", letter, value), value) for value, words in question.options(form)]


def _question(letter: Letter) -> Question:
    assert letter.question is not None  # answers.letter_of gives no letter without one
    return letter.question


def _thanks(letter: Letter, given: Answer) -> str:
    known = dict(given.question.options("nb"))
    return _address("answer-thanks", letter, given.value if given.value in known else "")


def _address(name: str, letter: Letter, value: str) -> str:
    return reverse(name, args=[addresses.token_of(letter.key, value)])
