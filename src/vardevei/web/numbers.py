"""Numbers, shares and dates as the reader's language writes them."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import get_language

NARROW = "\u202f"  # between thousands in Norwegian: a narrow space that never breaks the line
FIXED = "\u00a0"  # before the per cent sign in Norwegian, and inside dates

Number = int | float | Decimal


def english() -> bool:
    return get_language() == "en"


def number(value: Number, decimals: int = 0) -> str:
    written = f"{value:,.{decimals}f}".replace("-", "\u2212")
    return written if english() else written.translate({ord(","): NARROW, ord("."): ","})


def percent(share: Number, decimals: int = 0) -> str:
    """`share` is between 0 and 1. A share that is not nothing is never written as 0, nor one short of all as 100."""
    low, high = 10.0 ** -(decimals + 2), 1 - 10.0 ** -(decimals + 2)
    space, least, most = ("" if english() else FIXED), number(low * 100, decimals), number(high * 100, decimals)
    if 0 < share < low / 2:
        return f"<{FIXED}{least}{space}%"
    if high + low / 2 < share < 1:
        return f">{FIXED}{most}{space}%"
    return f"{number(share * 100, decimals)}{space}%"


def day(value: date) -> str:
    """1. januar 2018, or 1 January 2018."""
    return date_format(value, "j F Y" if english() else "j. F Y").replace(" ", FIXED, 1)
