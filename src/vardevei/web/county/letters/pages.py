"""All of a county's letters, and one of them: a draft to look through, or what came of one that is sent."""

import re

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language

from vardevei.core.domain import messages, post
from vardevei.core.enums import LetterState
from vardevei.core.models import Letter, Person
from vardevei.organisations import rules
from vardevei.organisations.domain import mailing_results, mailing_texts, mailings, receivers
from vardevei.organisations.domain.receivers import Receiver
from vardevei.organisations.models import Mailing
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.letters import tables
from vardevei.web.county.letters.access import mailing as mailing_of
from vardevei.web.county.letters.reach import Reach

SOMEBODY = re.compile(r"\S+@\S+")


def all_letters(request: HttpRequest, number: str) -> HttpResponse:
    """?kommune=5054 leads on to a new letter to some, ?uten-svar=12 to a reminder of a letter."""
    person, county = access.county(request, number, rules.WRITE_LETTERS)
    if request.GET.getlist("kommune"):
        return redirect(f"{reverse('county-letter-new', args=[number])}?{request.GET.urlencode()}")
    if request.GET.get("uten-svar", "").isdecimal():
        return redirect("county-letter", pk=int(request.GET["uten-svar"]))
    sent = mailing_results.sent_letters(county)
    context: dict[str, object] = {
        "table": tables.sent(sent) if sent else None,
        "drafts": Mailing.objects.drafts().filter(county=county).select_related("by"),
        "built_in": mailing_texts.BUILT_IN.items(),
        "reached": Reach(receivers.receivers(mailings.begin(county, by=person))),
        **mail_state(),
    }
    return frame.page(request, "county/letters/all.html", county, "county-letters", context)


def mail_state() -> dict[str, object]:
    """What is said of the mail server: that there is none, or that it does not answer."""
    waiting = Letter.objects.filter(state=LetterState.WAITING, tries__gt=0).exclude(server_said="")
    return {
        "no_server": not settings.VARDEVEI["mail"],
        "mail_folder": post.folder(),
        "server_said": _last_words(waiting),
    }


def _last_words(waiting: QuerySet[Letter]) -> str:
    last = waiting.order_by("-next_try_at").first()
    # A server quotes the address it speaks of, and that may be somebody's in another county.
    return SOMEBODY.sub("…", last.server_said) if last else ""


def one(request: HttpRequest, pk: int) -> HttpResponse:
    person, mailing = mailing_of(request, pk)
    if mailing.sent_at is None:
        return _draft(request, person, mailing)
    results = mailing_results.of(mailing, get_language() or "nb")
    mailing_results.seen(mailing)
    context: dict[str, object] = {
        "mailing": mailing,
        "results": results,
        "table": tables.results(mailing, results),
        "counts": tables.counts(results),
        "sending": tables.on_their_way(results),
        "choices": tables.choices(results),
        "reminders": mailing.reminders.sent() if mailing.reminds_id is None else [],
        **mail_state(),
    }
    return frame.page(request, "county/letters/sent.html", mailing.county, "county-letters", context, here=str(mailing))


def _draft(request: HttpRequest, person: Person, mailing: Mailing) -> HttpResponse:
    reach = Reach(receivers.receivers(mailing))
    shown = _shown(reach.reached, request.GET.get("til", ""))
    letter = mailings.letter_for(mailing, shown, by=person) if shown else None
    context: dict[str, object] = {
        "mailing": mailing,
        "reach": reach,
        "instead": reach.instead(mailing),
        "receiver": shown,
        "letter": letter,
        "body": messages.paragraphs(letter.body, keys=False) if letter else "",
        "tried": person.email if request.GET.get("prove") else "",
        "faults": [str(sentence) for _field, sentence in mailing_texts.faults(mailing)],
        **mail_state(),
    }
    return frame.page(
        request, "county/letters/draft.html", mailing.county, "county-letters", context, here=str(mailing)
    )


def _shown(reached: list[Receiver], asked: str) -> Receiver | None:
    """Whose letter is shown: the one asked for, else the first."""
    return next((one for one in reached if one.code == asked), reached[0] if reached else None)
