"""The pages of the guide in every look."""

import pytest

from tests.browsing import LOOKS, check_axe, check_width

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(
    "path", ["/programmer/?q=Indre+Fosen", "/programmer/interreg-aurora-2021/?q=5054", "/programmer/2028-34/"]
)
def test_page_is_accessible_and_fits(open_page, path: str) -> None:
    for look in LOOKS:
        page = open_page(path, look)

        check_axe(page)
        check_width(page)
