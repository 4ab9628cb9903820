"""The letters of alerts: to confirm, what is new, whether to go on, and that it is over."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from vardevei.core.domain import addresses, letters
from vardevei.core.models import Letter, Person
from vardevei.guide.domain import alert_keys, alert_news
from vardevei.guide.domain.alert_news import News
from vardevei.guide.models import Subscription
from vardevei.programmes.domain import telling
from vardevei.programmes.domain.wanted import NAMED
from vardevei.programmes.models import Call, Programme

SHOWN = 25  # calls told of in one letter for one search; the rest is read on the page


@dataclass(frozen=True, slots=True)
class Line:
    """One call as a letter tells of it."""

    title: str
    about: str
    sentences: list[str]
    link: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is new for one subscription, and why it is told."""

    lines: list[Line]
    more: str
    why: str
    stop: str


def confirm(subscription: Subscription) -> None:
    """One press says that it was she who asked."""
    with override(subscription.form):
        what = title(subscription)
    _write("alert-confirm", subscription.person, [subscription], what=what, link=alert_keys.confirm(subscription))


def tell(to: Person, found: list[tuple[Subscription, list[News]]], at: datetime) -> Letter:
    """What is new, for each subscription; ways to change and stop."""
    form = found[-1][0].form
    with override(form):
        parts = [_part(one, news, form, at) for one, news in found]
        subject = _subject(found)
    return _write(
        "alerts", to, [one for one, _news in found], headline=subject, parts=parts,
        change_link=alert_keys.mine(to), stop_link=alert_keys.stop_all(to), stop=alert_keys.stop_all(to),
    )  # fmt: skip


def ask(to: Person, found: list[Subscription], *, last: date) -> None:
    """Is it still of use? Once in two years."""
    _write("alerts-go-on", to, found, titles=_titles(found), last=last, link=alert_keys.mine(to))


def ended(to: Person, found: list[Subscription]) -> None:
    """That these have ended, and where to ask for them again."""
    _write("alerts-ended", to, found, titles=_titles(found), link="/varsler/")


def title(subscription: Subscription) -> str:
    """What it is about, in the language in use."""
    wanted = alert_news.calls_of(subscription)
    if wanted.call:
        call = Call.objects.filter(key=wanted.call).first()
        return f"«{call.title if call else wanted.call}»"
    place = wanted.organisation
    words = [f"«{wanted.text}»" if wanted.text else "", wanted.topic, _programme(wanted.programme)]
    about = ", ".join(filter(None, words)) or _("alle utlysninger")
    return _("{about}, det {place} kan søke på").format(about=about, place=place.name()) if place else about


def _programme(code: str) -> str:
    if code.startswith(NAMED) or not code:
        return code.removeprefix(NAMED)
    found = Programme.objects.filter(pk=code).first()
    return telling.in_words(found.name) if found else code


def _titles(found: list[Subscription]) -> list[str]:
    with override(found[0].form):
        return [title(one) for one in found]


def _part(subscription: Subscription, news: list[News], form: str, at: datetime) -> Part:
    rest = len(news) - SHOWN
    more = ngettext("og {n} utlysning til", "og {n} utlysninger til", rest).format(n=rest) if rest > 0 else ""
    began = subscription.confirmed_at or at
    why = _("Du får dette fordi du {day} sa ja til varsel om {what}.")
    return Part(
        lines=[_line(one, form, at) for one in news[:SHOWN]],
        more=more,
        why=why.format(day=addresses.day(began.date()), what=title(subscription)),
        stop=addresses.absolute(alert_keys.stop(subscription), form),
    )


def _line(news: News, form: str, at: datetime) -> Line:
    call = news.call
    sentences = [telling.told(one) for one in news.happened]
    if news.near:
        when, left = telling.when(news.near), telling.left(news.near.at, at)
        sentences.append(_("Fristen er {left}: {when}.").format(left=left, when=when))
    elif ahead := next((one for one in call.deadlines.all() if one.at == call.next_at), None):
        sentences.append(
            _("Neste frist: {when}, {left}.").format(when=telling.when(ahead), left=telling.left(ahead.at, at))
        )
    about = " · ".join(filter(None, [telling.programme(call), call.identifier]))
    return Line(call.title, about, sentences, addresses.absolute(f"/utlysninger/{call.key}/", form))


def _subject(found: list[tuple[Subscription, list[News]]]) -> str:
    every = [one for _subscription, news in found for one in news]
    if len(every) > 1:
        return ngettext("{n} utlysning med noe nytt", "{n} utlysninger med noe nytt", len(every)).format(n=len(every))
    [alone] = every
    what = alone.happened[0].kind.label if alone.happened else _("Fristen nærmer seg")
    return f"{what}: {alone.call.title}"


def _write(code: str, to: Person, found: list[Subscription], *, stop: str = "", **values: Any) -> Letter:
    return letters.write(code, to=to, form=found[-1].form, by=None, stop=stop, greeting=to.name, **values)
