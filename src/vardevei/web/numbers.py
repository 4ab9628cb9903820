"""Numbers, shares and dates as the reader's language writes them; letters write them in the same way."""

from vardevei.core.numbers import (
    FIXED,
    NARROW,
    Number,
    clock,
    day,
    english,
    moment,
    number,
    percent,
    rounded,
    short_day,
)

__all__ = [
    "FIXED", "NARROW", "Number", "clock", "day", "english", "moment", "number", "percent", "rounded", "short_day",
]  # fmt: skip
