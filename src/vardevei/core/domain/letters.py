"""Writing letters: `letters.write("invitation", to=person, form=..., by=adviser, ...)` puts one in the queue."""

from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from vardevei.core.domain import addresses, texts
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Letter, Person, Question
from vardevei.core.models.log import subject_of
from vardevei.opendata.problem import Problem


def write(
    code: str,
    *,
    to: Person,
    form: LanguageForm | str,
    by: Person | None,
    about: object = None,
    place: str = "",
    news: bool = False,
    question: Question | None = None,
    urgent: bool = False,
    address: str = "",
    reply_to: str = "",
    secret: tuple[str, ...] = (),
    calendar: str = "",
    stop: str = "",
    **values: object,
) -> Letter:
    """One letter in the queue, in the transaction of the verb that writes it; sent afterwards by the queue's worker.

    `values` fill the text; one called `link` or `…_link` may be a path. `secret` names values that open something:
    they are taken out of the kept text when it is sent. `address` is another address than the person's own. `calendar`
    is an entry for a calendar program (iCalendar), which goes along as a part of its own. `stop` is the page that stops
    letters of this kind by one press, told to mail programs too (RFC 8058); its text says so itself.
    """
    letter = draft(code, to=to, form=form, by=by, news=news, question=question, secret=secret, **values)
    letter.address = address or to.email or ""
    if to.erased_at or not letter.address:
        raise _unreachable(to)
    if news and to.no_news_since:
        raise _no_news(to)
    letter.about, letter.place, letter.urgent = subject_of(about), place, urgent
    letter.reply_to = reply_to or (by.email if by else "") or settings.VARDEVEI["contact"]
    letter.calendar = calendar
    letter.stop = addresses.absolute(stop, form) if stop else ""
    letter.save()
    return letter


def draft(
    code: str,
    *,
    to: Person,
    form: LanguageForm | str,
    by: Person | None,
    news: bool = False,
    question: Question | None = None,
    secret: tuple[str, ...] = (),
    **values: object,
) -> Letter:
    """The same letter, not saved: for a preview."""
    form, key = LanguageForm(form), uuid4()
    whole = {name: addresses.absolute(str(value), form) if _is_link(name) else value for name, value in values.items()}
    asked = _question(question, key, form)
    given = {**whole, "to": to, "by": by, "site": settings.VARDEVEI["address"], "question": asked}
    subject, body = texts.render(code, form, given)
    return Letter(
        key=key,
        code=code,
        to=to,
        name=to.name,
        address=to.email or "",
        form=form,
        subject=subject[:250],
        body=body + ("" if asked in body else f"\n{asked}\n") + (_stop(key, form) if news else ""),
        secrets=[str(whole[name]) for name in secret],
        by=by,
        question=question,
        news=news,
    )


def _is_link(name: str) -> bool:
    return name == "link" or name.endswith("_link")


def _question(question: Question | None, key: UUID, form: str) -> str:
    """The question and one link for each answer: it stands where the text says `{{ question }}`, or last."""
    if question is None:
        return ""
    with override(form):
        write_here, until = _("Skriv svaret her"), _("Du kan svare til og med {day}.")
        links = [
            f"{text}: {addresses.answer(key, value, form)}"
            for value, text in question.options(form) or [("", write_here)]
        ]
        last = [until.format(day=addresses.day(question.deadline))] if question.deadline else []
    return "\n\n".join([question.said(form), *links, *last])


def _stop(key: UUID, form: str) -> str:
    with override(form):
        sentence = _("Du får dette som nyhet. Vil du ikke ha flere nyheter?")
        link = _("Si nei til nyheter")
    return f"\n{sentence}\n\n{link}: {addresses.stop(key, form)}\n"


def _unreachable(to: Person) -> Problem:
    return Problem(
        "no-address",
        f"We have no address to write to {to}.",
        "The person has no e-mail address here, or has been erased.",
        "Put in the address first.",
        name=str(to),
    )


def _no_news(to: Person) -> Problem:
    return Problem(
        "news-stopped",
        f"{to} has said no to news.",
        "News can be stopped by the receiver.",
        "Leave the person out, or send a notice if it is one.",
        name=str(to),
    )
