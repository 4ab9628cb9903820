"""A real browser, and what every page must hold in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

from vardevei.web import translations

if TYPE_CHECKING:
    from vardevei.core.models import Person

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page."""

    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


LOOKS = [Look(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture(scope="session", autouse=True)
def _translated() -> None:
    """A fresh clone has no compiled translations: they are made from the .po files, as the set-up does."""
    translations.compile()


@pytest.fixture(autouse=True)
def _plain_static_names(settings) -> None:
    """Hashed names need a collected folder; the live server serves straight from the sources."""
    storages = {**settings.STORAGES}
    storages["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = storages


@pytest.fixture(autouse=True)
def _data_of_its_own(settings, tmp_path_factory) -> None:
    """No test reads or writes what the site on this machine has made."""
    settings.VARDEVEI = {**settings.VARDEVEI, "data": tmp_path_factory.mktemp("data")}


@pytest.fixture(scope="session")
def browser(live_server) -> Iterator[Browser]:  # so that it closes before the server does
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium not found; install it (apt-get install chromium) to run the browser tests")
    # Playwright runs an event loop in this thread, and Django then refuses its ordinary database calls.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`open_page("/om/", look, person)` gives the page, signed in when a person is given; when the test is over, the
    console must have been silent."""
    pages: list[Page] = []
    complaints: list[str] = []

    def _open(path: str, look: Look = LOOKS[0], person: "Person | None" = None) -> Page:
        size = {"width": look.width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=look.scheme, locale="nb-NO")
        if person:
            from tests.people import session_cookie

            context.add_cookies([{**session_cookie(person), "url": live_server.url}])
        page = context.new_page()
        # Refused styles, scripts and addresses are reported here too: a breach of the content policy is an error.
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        pages.append(page)
        return page

    yield _open
    for page in pages:
        page.context.close()
    # Chromium itself reports that a page answered 404, which is what the error pages should do.
    assert [text for text in complaints if "the server responded with a status of" not in text] == []


@pytest.fixture
def _register(db) -> None:
    """Every municipality and county, as records."""
    from vardevei.organisations import imports as organisations

    organisations.load()


@pytest.fixture
def _site(settings, tmp_path) -> None:
    """The site as it is after `make install`, in a folder of its own: register, built-in grants and mart."""
    from vardevei.figures.domain import mart
    from vardevei.organisations import imports as organisations
    from vardevei.projects import imports as projects

    settings.VARDEVEI = {**settings.VARDEVEI, "data": tmp_path}
    organisations.load()
    projects.load_built_in()
    mart.build()


def check_axe(page: Page) -> None:
    """No rule that axe can judge is broken."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]] == []


def check_width(page: Page) -> None:
    """Nobody has to scroll sideways."""
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room
