"""`{% my_tabs "account" as tabs %}`: the tabs over a person's own pages."""

from typing import Any

from django import template

from vardevei.web import mine

register = template.Library()


@register.simple_tag(takes_context=True)
def my_tabs(context: dict[str, Any], current: str) -> list[mine.Tab]:
    """None for a visitor."""
    person = context.get("person")
    return mine.tabs(person, current, context["request"].path) if person else []
