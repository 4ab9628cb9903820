"""What was sent and could not be taken in (signed out, an old page, a refusal, a fault) is kept as a draft."""

from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpRequest

from vardevei.core.domain import drafts
from vardevei.core.models import Draft, Person
from vardevei.opendata.problem import Problem
from vardevei.web import tickets

DRAFT, AGAIN = "kladd", "igjen"


def address_of(draft: Draft, *, again: bool = False) -> str:
    """The form with the draft in it; `again` when it was sent once and must be sent anew."""
    question = {DRAFT: draft.key, **({AGAIN: "1"} if again else {})}
    return f"{draft.address}{'&' if '?' in draft.address else '?'}{urlencode(question)}"


def keep(request: HttpRequest) -> str:
    """Keep the form that was sent, for the person it was made for; gives the address where it goes on, or "".

    The ticket is signed and was given to that person alone, so this is safe also when nobody is signed in any more:
    all it can do is to give a person's own text back.
    """
    ticket = tickets.read(request)
    owner = Person.objects.present().filter(pk=ticket.person).first() if ticket and ticket.person else None
    if ticket is None or owner is None or not ticket.names:
        return ""
    try:
        draft = drafts.save(ticket.begun(), ticket.texts(request.POST), by=owner)
    except (Problem, DatabaseError):  # a full disk or a busy database is told of by whoever met it first
        return ""
    return address_of(draft, again=True) if draft else ""
