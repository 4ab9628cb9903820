"""Every page of the shell, in both widths and schemes."""

import pytest

from tests.browsing import LOOKS, Look, check_axe, check_width

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ["/", "/om/", "/tilgjengelighet/", "/komponenter/", "/denne-siden-finnes-ikke/"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits(open_page, path: str, look: Look) -> None:
    page = open_page(path, look)

    check_axe(page)
    check_width(page)


@pytest.mark.parametrize("path", ["/nn/", "/en/", "/nn/komponenter/", "/en/komponenter/"])
def test_other_languages_are_accessible_too(open_page, path: str) -> None:
    page = open_page(path, Look(390, "light"))

    check_axe(page)
    check_width(page)


def test_keyboard_reaches_skip_link_then_menu_then_main(open_page) -> None:
    page = open_page("/komponenter/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "ds-skip-link"
    assert page.locator(".ds-skip-link").first.bounding_box()["height"] > 20

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "brand"
    page.locator(".ds-skip-link").first.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_for_the_keyboard_can_be_seen(open_page) -> None:
    page = open_page("/komponenter/")
    stops = page.evaluate("document.querySelectorAll('a[href], button, input, summary').length")

    unseen = []
    for _stop in range(stops):
        page.keyboard.press("Tab")
        unseen += page.evaluate(UNSEEN)

    assert unseen == []


# The element with focus, unless it has an outline or a shadow, or is a drawing's link whose shape has got a new edge.
# A skip link is seen by coming into view at all; around a radio or a box the design system rings the whole field.
UNSEEN = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  if (element.matches('.ds-skip-link') && element.offsetHeight > 20) return [];
  if (element === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none') return [];
  const field = element.matches('[type=radio], [type=checkbox]') && element.closest('.ds-field');
  if (field && getComputedStyle(field).outlineStyle !== 'none') return [];
  const shape = element.querySelector('use, rect');
  return shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 3 ? [] : [element.outerHTML.slice(0, 160)];
}"""


def test_page_works_without_scripts(browser, live_server) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + "/komponenter/")

    page.get_by_role("link", name="Nynorsk").click()

    assert page.url.endswith("/nn/komponenter/")


def test_menu_and_foot_have_no_dead_links(open_page, client) -> None:
    page = open_page("/komponenter/")

    links = page.evaluate("[...document.querySelectorAll('header a, footer a')].map(link => link.getAttribute('href'))")

    assert {href: client.get(href).status_code for href in links if href.startswith("/")} == {
        href: 200 for href in links if href.startswith("/")
    }


def test_folded_table_is_still_a_table(open_page) -> None:
    page = open_page("/komponenter/", Look(390, "light"))

    table = page.get_by_role("table", name="Kommuner i Interreg 2007–2014").first

    assert table.get_by_role("row").count() == 5
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("rowheader").first.inner_text() == "Østfold"
