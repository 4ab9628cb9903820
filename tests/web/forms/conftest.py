"""One record that two advisers in Trøndelag write in."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests import people
from vardevei.core.models import Person
from vardevei.organisations.models import DialogueEntry


@pytest.fixture
def ola(_register) -> Person:
    return people.adviser()


@pytest.fixture
def eva(_register) -> Person:
    return people.adviser(name="Eva Moen")


@pytest.fixture
def entry(ola) -> DialogueEntry:
    return DialogueEntry.objects.create(
        place=people.place(people.INDRE_FOSEN),
        channel="phone",
        day=timezone.localdate(),
        whom="Rådmannen",
        text="Hei.",
        by=ola,
    )


@pytest.fixture
def visit(browser: Browser, live_server) -> Callable[..., Page]:
    """A browser of one's own, signed in when a person is given. Lost connections may complain in its console."""
    contexts = []

    def _visit(path: str, person: Person | None = None, **look) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nb-NO", **look)
        contexts.append(context)
        if person:
            context.add_cookies([{**people.session_cookie(person), "url": live_server.url}])
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield _visit
    for context in contexts:
        context.set_offline(True)  # what a closing page still sends would come after the test
        context.close()
