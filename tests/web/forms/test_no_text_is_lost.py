"""No text is ever lost: two people in one record, a closed tab, no connection, a sign-in that has run out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.browsing import check_axe, check_width
from tests.web.forms import pages
from vardevei.core.models import Draft

pytestmark = [
    pytest.mark.urls("tests.web.forms.pages"),
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_register"),
]
WRITTEN = re.compile("/skrevet/$")
NO_SCRIPTS = {"java_script_enabled": False}


def write(page: Page, text: str, field: str = "Hva ble sagt") -> None:
    page.get_by_label(field).fill(text)


def save(page: Page) -> None:
    page.get_by_role("button", name="Lagre").click()


def line(page: Page):
    return page.locator("[data-draft-line]")


def sign_out(page: Page) -> None:
    """The session has run out, as it does by itself."""
    page.context.clear_cookies(name="sessionid")


def sign_in(page: Page, person) -> None:
    address = re.match(r"https?://[^/]+/", page.url)
    page.context.add_cookies([{**people.session_cookie(person), "url": address[0]}])


@pytest.mark.parametrize("look", [{}, NO_SCRIPTS], ids=["scripts", "no-scripts"])
def test_two_people_in_one_field_see_both_texts(visit, entry, ola, eva, look) -> None:
    hers, his = visit(f"/sagt/{entry.pk}/", eva), visit(f"/sagt/{entry.pk}/", ola, **look)
    write(hers, "Evas lange notat.")
    save(hers)
    expect(hers).to_have_url(WRITTEN)

    write(his, "Olas eget notat.")
    save(his)

    expect(his.locator(".ds-error-summary")).to_contain_text("Eva Moen lagret")
    expect(his.locator(".clash .stands")).to_have_text("Evas lange notat.")
    expect(his.get_by_label("Hva ble sagt", exact=True)).to_have_value("Olas eget notat.")
    entry.refresh_from_db()
    assert entry.text == "Evas lange notat."
    check_width(his)
    if not look:
        check_axe(his)


def test_writing_on_over_the_other_and_saving(visit, entry, ola, eva) -> None:
    his = _clash(visit, entry, ola, eva)

    write(his, "Evas lange notat. Og Olas.")
    save(his)
    expect(his).to_have_url(WRITTEN)

    entry.refresh_from_db()
    assert (entry.text, entry.version) == ("Evas lange notat. Og Olas.", 3)


def test_keeping_what_stands(visit, entry, ola, eva) -> None:
    his = _clash(visit, entry, ola, eva)

    his.get_by_label("Behold det som står nå").check()
    save(his)
    expect(his).to_have_url(WRITTEN)

    entry.refresh_from_db()
    assert entry.text == "Evas lange notat."


def test_two_people_in_different_fields_are_put_together(visit, entry, ola, eva) -> None:
    hers, his = visit(f"/sagt/{entry.pk}/", eva), visit(f"/sagt/{entry.pk}/", ola)
    write(hers, "Ordføreren", "Med hvem")
    save(hers)
    expect(hers).to_have_url(WRITTEN)

    write(his, "Olas notat.")
    save(his)
    expect(his).to_have_url(WRITTEN)

    entry.refresh_from_db()
    assert (entry.whom, entry.text) == ("Ordføreren", "Olas notat.")
    expect(his.get_by_text("Noen andre endret «Med hvem» mens du skrev. Begge endringene er lagret.")).to_be_visible()


def _clash(visit, entry, ola, eva) -> Page:
    hers, his = visit(f"/sagt/{entry.pk}/", eva), visit(f"/sagt/{entry.pk}/", ola)
    write(hers, "Evas lange notat.")
    save(hers)
    expect(hers).to_have_url(WRITTEN)
    write(his, "Olas eget notat.")
    save(his)
    expect(his.locator(".clash")).to_be_visible()
    return his


def test_form_saves_itself_and_is_offered_on_another_machine(visit, entry, ola) -> None:
    first = visit(f"/sagt/{entry.pk}/", ola)
    write(first, "Begynt på bussen.")
    expect(line(first)).to_have_text(re.compile(r"Lagret som kladd \d\d\.\d\d"))

    second = visit(f"/sagt/{entry.pk}/", ola)
    expect(second.get_by_text("Du har en kladd fra i dag")).to_be_visible()
    check_axe(second)
    second.get_by_role("link", name="Fortsett på kladden").click()

    expect(second.get_by_label("Hva ble sagt")).to_have_value("Begynt på bussen.")
    save(second)
    expect(second).to_have_url(WRITTEN)
    entry.refresh_from_db()
    assert entry.text == "Begynt på bussen."
    assert Draft.objects.count() == 0


def test_closed_tab(visit, entry, ola) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola)
    address, other = page.url, page.context.new_page()
    write(page, "Skrevet og lukket med en gang.")

    page.close(run_before_unload=True)

    for _look in range(300):  # the browser sends it on its own after the tab is gone
        other.goto(address)
        if other.get_by_text("Skrevet og lukket med en gang.").count():
            break
    expect(other.get_by_text("Skrevet og lukket med en gang.")).to_be_visible()
    other.get_by_role("link", name="Fortsett på kladden").click()
    expect(other.get_by_label("Hva ble sagt")).to_have_value("Skrevet og lukket med en gang.")


def test_lost_connection_keeps_the_text_and_sends_it_when_it_is_back(visit, entry, ola) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola)
    page.context.set_offline(True)
    write(page, "Skrevet i tunnelen.")
    expect(line(page)).to_have_text("Ikke lagret: ingen forbindelse. Teksten ligger i nettleseren.")
    assert Draft.objects.count() == 0

    page.context.set_offline(False)

    expect(line(page)).to_have_text(re.compile("Lagret som kladd"))
    assert Draft.objects.get().data["text"] == ["Skrevet i tunnelen."]
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_lost_connection_and_a_closed_machine(visit, entry, ola) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola)
    page.context.set_offline(True)
    write(page, "Bare i nettleseren.")
    expect(line(page)).to_contain_text("Ikke lagret")
    page.close()

    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(page.url)
    from_browser = again.get_by_role("button", name="Sett den inn")
    from_site = again.get_by_role("link", name="Fortsett på kladden")  # when the closing tab still got it through
    from_browser.or_(from_site).click()

    expect(again.get_by_label("Hva ble sagt")).to_have_value("Bare i nettleseren.")
    save(again)
    expect(again).to_have_url(WRITTEN)


@pytest.mark.parametrize("look", [{}, NO_SCRIPTS], ids=["scripts", "no-scripts"])
def test_sign_in_that_has_run_out(visit, entry, ola, look) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola, **look)
    sign_out(page)
    write(page, "Skrevet i lunsjen.")

    save(page)
    page.wait_for_url("**/konto/**")
    entry.refresh_from_db()
    assert entry.text == "Hei."
    sign_in(page, ola)
    page.goto(re.sub(r"/konto/.*", "", page.url) + _next(page))

    expect(page.get_by_text("Se over og send på nytt.")).to_be_visible()
    expect(page.get_by_label("Hva ble sagt")).to_have_value("Skrevet i lunsjen.")
    save(page)
    expect(page).to_have_url(WRITTEN)
    entry.refresh_from_db()
    assert entry.text == "Skrevet i lunsjen."


def _next(page: Page) -> str:
    """Where the sign-in page sends one who is signed in."""
    return page.evaluate("new URLSearchParams(location.search).get('next')")


def test_nobody_else_gets_the_text_of_a_sign_in_that_has_run_out(visit, entry, ola, eva) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola, **NO_SCRIPTS)
    sign_out(page)
    write(page, "Bare for Ola.")
    save(page)
    page.wait_for_url("**/konto/**")

    sign_in(page, eva)
    page.goto(re.sub(r"/konto/.*", "", page.url) + _next(page))

    expect(page.get_by_label("Hva ble sagt")).to_have_value("Hei.")
    assert Draft.objects.get().person == ola


@pytest.mark.parametrize("look", [{}, NO_SCRIPTS], ids=["scripts", "no-scripts"])
def test_page_that_has_become_too_old(visit, entry, ola, look) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola, **look)
    page.context.clear_cookies(name="csrftoken")
    write(page, "Skrevet på en gammel side.")

    save(page)

    expect(page.get_by_text("Se over og send på nytt.")).to_be_visible()
    expect(page.get_by_label("Hva ble sagt")).to_have_value("Skrevet på en gammel side.")
    save(page)
    expect(page).to_have_url(WRITTEN)


def test_double_click_is_one_sending(visit) -> None:
    page = visit("/ord/")
    write(page, "Én gang.", "Melding")

    page.get_by_role("button", name="Lagre").dblclick()
    expect(page).to_have_url(WRITTEN)

    assert pages.words() == ["Én gang."]


def test_text_of_a_visitor_stays_in_the_browser(visit) -> None:
    page = visit("/ord/")
    write(page, "En besøkendes ord.", "Melding")
    write(page, "hemmelig", "Passord")
    write(page, "1234", "Kode")
    expect(line(page)).to_have_text("Teksten ligger i denne nettleseren til du sender den.")
    kept = page.evaluate("JSON.stringify(localStorage)")
    page.close()

    again = page.context.new_page()
    again.goto(page.url)
    again.get_by_role("button", name="Sett den inn").click()

    expect(again.get_by_label("Melding")).to_have_value("En besøkendes ord.")
    assert ("hemmelig" in kept, "1234" in kept, Draft.objects.count()) == (False, False, 0)
    save(again)
    expect(again).to_have_url(WRITTEN)
    assert again.evaluate("Object.keys(localStorage).length") == 0


def test_signing_out_leaves_nothing_in_the_browser(visit, entry, ola) -> None:
    page = visit(f"/sagt/{entry.pk}/", ola)
    page.context.set_offline(True)
    write(page, "Bare i nettleseren.")
    expect(line(page)).to_contain_text("Ikke lagret")
    page.context.set_offline(False)

    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_url(re.compile(r"/(konto/.*)?$"))

    assert page.evaluate("Object.keys(localStorage).length") == 0
