"""Filters that write numbers and dates in the reader's language. `None` becomes nothing: say why with a gap instead."""

from datetime import date, datetime

from django import template

from vardevei.web import numbers

register = template.Library()


@register.filter
def number(value: numbers.Number | None, decimals: int = 0) -> str:
    return "" if value is None else numbers.number(value, decimals)


@register.filter
def percent(share: numbers.Number | None, decimals: int = 0) -> str:
    return "" if share is None else numbers.percent(share, decimals)


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    return "" if value is None else numbers.day(value)


@register.filter(expects_localtime=True)
def moment(value: datetime | None) -> str:
    return "" if value is None else numbers.moment(value)


@register.filter(expects_localtime=True)
def clock(value: datetime | None) -> str:
    return "" if value is None else numbers.clock(value)
