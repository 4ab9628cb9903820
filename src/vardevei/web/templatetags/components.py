"""`{% c "tag" text="Ja" %}` puts in a component; `{% slot "plate" %}…{% endslot %}` wraps one around other content."""

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString

from vardevei.web.components import component

register = template.Library()


def put(which: str, /, **arguments: object) -> SafeString:
    component(which).check(set(arguments))
    return SafeString(get_template(f"components/{which}.html").render(arguments))


@register.simple_tag
def c(which: str, **arguments: object) -> SafeString:
    return put(which, **arguments)


@register.simple_block_tag
def slot(content: str, which: str, **arguments: object) -> SafeString:
    return put(which, body=content, **arguments)
