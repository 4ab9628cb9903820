"""Numbers, shares and dates as the reader's language writes them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

NARROW = "\u202f"  # between thousands in Norwegian: a narrow space that never breaks the line
FIXED = "\u00a0"  # before the per cent sign in Norwegian, and inside dates

Number = int | float | Decimal


def english() -> bool:
    return get_language() == "en"


def rounded(value: Number, decimals: int = 0) -> Decimal:
    """Half upwards, as people do it; Python itself rounds 12.5 to 12."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: Number, decimals: int = 0) -> str:
    written = f"{rounded(value, decimals):,}".replace("-", "\u2212")
    return written if english() else written.translate({ord(","): NARROW, ord("."): ","})


def percent(share: Number, decimals: int = 0) -> str:
    """`share` is between 0 and 1. What is more than nothing is never written as 0, nor less than all as 100."""
    shown, least = rounded(share * 100, decimals), Decimal(1).scaleb(-decimals)
    space = "" if english() else FIXED
    if share > 0 and shown == 0:
        return f"<{FIXED}{number(least, decimals)}{space}%"
    if share < 1 and shown == 100:
        return f">{FIXED}{number(100 - least, decimals)}{space}%"
    return f"{number(shown, decimals)}{space}%"


def day(value: date) -> str:
    """1. januar 2018, or 1 January 2018."""
    return date_format(value, "j F Y" if english() else "j. F Y").replace(" ", FIXED, 1)


def short_day(value: date) -> str:
    """12. nov. 2026, short enough for a column."""
    return date_format(value, "j M Y" if english() else "j. N Y").replace(" ", FIXED)


def moment(value: datetime) -> str:
    """24. november 2026 kl. 12.30, where the site is."""
    date_there = day(timezone.localtime(value).date())
    return f"{date_there} {clock(value)}" if english() else f"{date_there} kl.{FIXED}{clock(value)}"


def clock(value: datetime) -> str:
    """12.30, or 12:30, where the site is."""
    return f"{timezone.localtime(value):{'%H:%M' if english() else '%H.%M'}}"
