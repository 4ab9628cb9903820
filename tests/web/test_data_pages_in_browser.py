"""Every kind of page that shows data, in every look, with the site as it is after the set-up."""

import pytest

from tests.browsing import LOOKS, check_axe, check_width
from vardevei.projects.models import Import
from vardevei.web.public.urls import urlpatterns

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = {
    "front": "/",
    "figures": "/figurer/",
    "figure": "/figurer/participation-by-county/?borders=2014",
    "figure of municipalities": "/figurer/participation-by-county/?borders=2024",
    "figure by year": "/figurer/participation-over-time/",
    "memo figures": "/figurer/memo-figures/",
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
FILES = ("-csv", "-file", "set-aside")
MORE = {"figure of municipalities", "figure by year", "memo figures"}  # the same kind of page, looking otherwise


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

    assert names - ELSEWHERE == set(PAGES) - MORE
