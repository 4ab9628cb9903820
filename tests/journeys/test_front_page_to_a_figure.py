"""An adviser opens the site, finds a municipality, and goes home with a figure she can trust."""

import csv
import io

import pytest

from vardevei.opendata import places

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.usefixtures("_site")
def test_from_the_front_page_to_a_downloaded_figure(open_page):
    page = open_page("/")

    # She types what the municipality was called when she went to school there.
    page.get_by_role("searchbox").fill("Leksvik")
    page.get_by_role("button", name="Finn").click()
    page.get_by_role("link", name="Indre Fosen").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Indre Fosen"
    assert "ikke funnet i kildene som er lastet inn" in page.locator("main").inner_text()

    # How does it stand in her county? On the borders of 2018.
    page.get_by_role("link", name="Deltakelse").click()
    page.get_by_role("link", name="Kommuner som er funnet, etter fylke").click()
    page.get_by_role("group", name="Hvilke grenser").get_by_role("link", name="2018").click()
    row = page.get_by_role("row", name="Trøndelag")
    assert "1 av 47" in row.inner_text()

    # The file says the same as the page, and what the register says.
    with page.expect_download() as told:
        page.get_by_role("link", name="Tabell (CSV)").click()
    text = told.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text.split("\n#")[0])))
    assert len(rows) == len(places.on_borders_of(2018).counties()) == 18
    trondelag = next(row for row in rows if row["county_number"] == "50")
    assert (trondelag["municipalities_found"], trondelag["municipalities"]) == ("1", "47")


@pytest.mark.usefixtures("_site")
def test_a_choice_changes_the_page_without_scripts_too(browser, live_server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + "/figurer/participation-by-size/")

    page.get_by_text("Velg program, år, rolle og størrelse").click()
    page.get_by_label("Til og med år").fill("2015")
    page.get_by_role("button", name="Vis", exact=True).click()

    assert "to=2015" in page.url
    assert "2014–2015" in page.locator("main .lead").inner_text()


@pytest.mark.usefixtures("_site")
def test_a_choice_changes_everything_on_the_page_that_depends_on_it(open_page):
    page = open_page("/figurer/participation-by-county/?borders=2024")
    page.get_by_text("Velg program, år, rolle og størrelse").click()

    page.get_by_label("Grenser", exact=True).select_option("2018")
    page.wait_for_url("**borders=2018**")

    # The same as the page is when it is opened anew: sentence, toggle, table and files.
    parts = ["#setning", "#grenser", "#resultat"]
    after_the_choice = [page.locator(part).inner_text() for part in parts]
    assert "av 422 kommuner" in after_the_choice[0]
    page.reload()
    assert [page.locator(part).inner_text() for part in parts] == after_the_choice
