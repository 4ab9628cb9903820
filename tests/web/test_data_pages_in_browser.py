"""Every kind of page that shows data, in every look, with the site as it is after the set-up."""

import pytest

from tests.web.conftest import LOOKS, check_axe, check_width
from vardevei.organisations import imports as organisations
from vardevei.projects import imports as projects
from vardevei.projects.models import Import
from vardevei.web.public.urls import urlpatterns

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = {
    "front": "/",
    "municipalities": "/kommuner/",
    "municipality": "/kommuner/5054/",
    "counties": "/fylker/",
    "county": "/fylker/50/",
    "changes": "/endringer/",
    "sources": "/kilder/",
    "import": "/kilder/{latest}/",
    "search": "/sok/?q=Leksvik",
}
# Tried without data in test_pages_in_browser.py, and files to take away.
ELSEWHERE = {"about", "accessibility", "gallery"}
FILES = ("-csv", "set-aside", "download")


@pytest.fixture
def _site() -> None:
    organisations.load()
    projects.load_built_in()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("_site")
def test_page_with_data_is_accessible_and_fits(open_page, name: str) -> None:
    path = PAGES[name].replace("{latest}", str(Import.objects.latest("pk").pk))

    for look in LOOKS:
        page = open_page(path, look)

        check_axe(page)
        check_width(page)


def test_no_kind_of_page_is_left_out() -> None:
    names = {pattern.name for pattern in urlpatterns if not pattern.name.endswith(FILES)}

    assert names - ELSEWHERE == set(PAGES)
