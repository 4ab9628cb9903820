"""A Problem raised anywhere below a page becomes a page with its three sentences, in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.opendata.problem import Problem

Sentence = str | Promise


@dataclass(frozen=True, slots=True)
class Told:
    """How a code is told: what happened, why, what to do now. Words in {braces} are the problem's own values."""

    status: int
    what: Sentence
    why: Sentence
    todo: Sentence


# A code that is not here is shown in the library's English, marked as English, with status 400.
TOLD: dict[str, Told] = {
    "unknown-municipality": Told(
        404,
        _("Vi fant ingen kommune med nummer {number}."),
        _("Nummeret finnes ikke i registeret for det året du valgte."),
        _("Søk etter navnet, eller velg et annet år."),
    ),
    "place-not-there": Told(
        404,
        _("Stedet fantes ikke det året du valgte."),
        _("Det var slått sammen, delt eller ikke opprettet ennå."),
        _("Velg et annet år, eller søk etter navnet."),
    ),
    "year-without-register": Told(
        400,
        _("Vi har ikke grensene for {year}."),
        _("Registeret går fra {first} til {last}."),
        _("Velg et av disse årene."),
    ),
    "figure-unknown": Told(
        404,
        _("Vi har ingen figur som heter «{name}»."),
        _("Den kan ha fått et nytt navn, eller det kan være en skrivefeil i adressen."),
        _("Finn figuren i listen over alle figurer."),
    ),
    "choice-unknown": Told(
        400,
        _("Vi kan ikke bruke «{value}» i valget «{name}»."),
        _("Det er ikke en av verdiene figuren kan vise."),
        _("Gå til figuren og velg på nytt."),
    ),
    "choice-not-offered": Told(
        400,
        _("Denne figuren har ikke valget «{name}»."),
        _("Adressen kan være laget for en annen figur."),
        _("Gå til figuren og velg på nytt."),
    ),
    "period-backwards": Told(
        400,
        _("Perioden slutter før den begynner."),
        _("Det siste året er tidligere enn det første."),
        _("Gå til figuren og velg på nytt."),
    ),
    "no-hexagons": Told(
        400,
        _("Vi har ikke noe kart for {year}."),
        _("Kommunekartet begynner i 2020 og fylkeskartet i 2014."),
        _("Velg et senere år, eller bruk tabellen."),
    ),
    "mart-missing": Told(
        503,
        _("Tallene er ikke regnet ut ennå."),
        _("Nettstedet er nytt, eller tallene blir laget på nytt nå."),
        _("Prøv igjen om litt. Hvis du driver nettstedet: kjør «vardevei mart»."),
    ),
}


class Problems:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return page(request, exception) if isinstance(exception, Problem) else None


def status(problem: Problem) -> int:
    return TOLD[problem.code].status if problem.code in TOLD else 400


def sentences(problem: Problem) -> dict[str, object]:
    """The three sentences and whether they are in the reader's language or in the library's English."""
    told = TOLD.get(problem.code)
    english = {"what": problem.what, "why": problem.why, "todo": problem.todo, "own_language": False}
    if told is None:
        return english
    try:
        what, why, todo = (str(sentence).format(**problem.values) for sentence in (told.what, told.why, told.todo))
    except KeyError:  # raised without the values the sentence needs: English is better than a hole
        return english
    return {"what": what, "why": why, "todo": todo, "own_language": True}


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    answer = status(problem)
    return render(request, "error.html", {"status": answer, "code": problem.code, **sentences(problem)}, status=answer)
