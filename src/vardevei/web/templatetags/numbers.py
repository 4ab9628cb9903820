"""Filters that write numbers and dates in the reader's language. `None` becomes nothing: say why with a gap instead."""

from datetime import date

from django import template

from vardevei.web import numbers

register = template.Library()


@register.filter
def number(value: numbers.Number | None, decimals: int = 0) -> str:
    return "" if value is None else numbers.number(value, decimals)


@register.filter
def percent(share: numbers.Number | None, decimals: int = 0) -> str:
    return "" if share is None else numbers.percent(share, decimals)


@register.filter
def day(value: date | None) -> str:
    return "" if value is None else numbers.day(value)
