"""What the list knows of one example: the same for machines in the head, and those that are like it under the text."""

from django.http import HttpRequest

from vardevei.library.enums import ExampleState
from vardevei.library.models import Example
from vardevei.web.library.examples.parts import Part


def data(request: HttpRequest, example: Example) -> Part | None:
    """Points machines to what they can read."""
    if example.state != ExampleState.PUBLISHED:
        return None
    return Part("library/catalogue/data.html", {"slug": example.slug}, where="head")


def alike(request: HttpRequest, example: Example) -> Part | None:
    if example.state != ExampleState.PUBLISHED:
        return None
    return Part("library/catalogue/alike.html", {"example": example}, where="last")


PARTS = [data, alike]
