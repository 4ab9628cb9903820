"""What is told of calls, on pages and in letters: whose they are, until when, for how much, and what has changed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vardevei.core import numbers
from vardevei.opendata import families
from vardevei.programmes.domain.changes import Happening
from vardevei.programmes.enums import ChangeKind
from vardevei.programmes.models import Call, Deadline

NEAR, WEEKS = 14, 60  # days: up to these, what is left is told in days, then in weeks; after that in months


def in_words(name: dict[str, str]) -> str:
    """A name in three forms, in the one in use."""
    return str(name.get(get_language() or "nb") or name.get("nb", ""))


def programme(call: Call) -> str:
    """The programme's name in the reader's language; else its family's, or what the source calls it."""
    if call.programme:
        return in_words(call.programme.name) or str(call.programme)
    if call.family != "other-sector" or not call.programme_name:
        return families.name(call.family, get_language() or "nb")
    return call.programme_name


def when(deadline: Deadline) -> str:
    """A day, or a moment where the site is: the time in Brussels is the same as here."""
    return numbers.day(deadline.on) if deadline.whole_day else numbers.moment(deadline.at)


def left(at: datetime, now: datetime | None = None) -> str:
    """How long it is until then, in words."""
    days = (timezone.localtime(at).date() - timezone.localtime(now).date()).days
    if days <= 1:
        return (_("i dag"), _("i morgen"))[days] if days >= 0 else ""
    if days <= NEAR:
        return ngettext("om {n} dag", "om {n} dager", days).format(n=days)
    if days <= WEEKS:
        return ngettext("om {n} uke", "om {n} uker", days // 7).format(n=days // 7)
    months = round(days / 30.4)
    return ngettext("om {n} måned", "om {n} måneder", months).format(n=months)


def money(amount: Decimal | str | None, currency: str) -> str:
    """Whole euros, or millions of them."""
    if amount in (None, ""):
        return ""
    value = Decimal(str(amount))
    shown = f"{currency} " if numbers.english() else ""
    unit = "" if numbers.english() else " euro" if currency == "EUR" else f" {currency}"
    if value >= 1_000_000:
        millions = value / 1_000_000
        decimals = 0 if millions == millions.to_integral_value() else 1
        return f"{shown}{_('{n} millioner').format(n=numbers.number(millions, decimals))}{unit}"
    return f"{shown}{numbers.number(value)}{unit}"


def each(call: Call) -> str:
    """What one project may get."""
    least, most = money(call.smallest, call.currency), money(call.largest, call.currency)
    if least and most and least != most:
        return _("fra {least} til {most}").format(least=least, most=most)
    return most or least


def told(one: Happening) -> str:
    """A sentence of what happened."""
    if one.kind == ChangeKind.BUDGET:
        return _budget(one)
    old, new = _plain(one.old), _plain(one.new)
    sentences: dict[str, str] = {
        ChangeKind.NEW: _("Utlysningen er ny."),
        ChangeKind.BACK: _("Utlysningen er lagt ut igjen."),
        ChangeKind.GONE: _("Utlysningen er tatt bort før fristen."),
        ChangeKind.DEADLINE: _("Fristen er flyttet fra {old} til {new}.") if old else _("Fristen er {new}."),
        ChangeKind.NEXT_DEADLINE: _("Forrige frist var {old}. Neste er {new}."),
        ChangeKind.OPENING: _("Den åpner {new}, ikke {old}.") if old else _("Den åpner {new}."),
        ChangeKind.TITLE: _("Tittelen er endret. Før: «{old}»."),
        ChangeKind.TEXT: _("Teksten er endret.") if one.old else _("Teksten er kommet."),
        ChangeKind.IDENTIFIER: _("Nummeret er endret fra {old} til {new}."),
        ChangeKind.OPENED: _("Utlysningen åpnet."),
        ChangeKind.CLOSED: _("Fristen gikk ut."),
    }
    return sentences[one.kind].format(old=old, new=new)


def _budget(one: Happening) -> str:
    old, new = one.old or {}, one.new or {}
    before, after = (money(side.get("budget"), side.get("currency", "EUR")) for side in (old, new))
    if before and after and before != after:
        return _("Beløpet er endret fra {before} til {after}.").format(before=before, after=after)
    return _("Beløpet er {after}.").format(after=after) if after and not before else _("Beløpene er endret.")


def _plain(value: Any) -> str:
    """Dates are kept as text: shown as the reader writes them."""
    if isinstance(value, list):
        return _(" og ").join(_plain(one) for one in value)
    if not isinstance(value, str):
        return ""
    try:
        return (
            numbers.day(date.fromisoformat(value))
            if len(value) == 10
            else numbers.moment(datetime.fromisoformat(value))
        )
    except ValueError:
        return value
