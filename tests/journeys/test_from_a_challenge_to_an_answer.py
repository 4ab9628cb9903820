"""A member writes in nynorsk on a phone what they lack, and gets an English call, an example and a programme, each with
its because. An adviser judges and suggests; the contact answers from the letter. Nothing outside is asked."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browsing import LOOKS, check_axe, check_width
from tests.mail import MailServer
from tests.people import INDRE_FOSEN, adviser, contact, with_role
from vardevei.core.domain.sending import send_waiting
from vardevei.guide.domain import corpus
from vardevei.guide.models import Suggestion, Verdict
from vardevei.library.imports import built_in
from vardevei.organisations import roles as kinds
from vardevei.programmes.models import Call, Programme
from vardevei.projects.models import Challenge

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
DESK, _DARK_DESK, PHONE, _DARK_PHONE = LOOKS
WORDS = "Vi manglar breiband og velferdsteknologi i grisgrendte strok"
ABSTRACT = (
    "Proposals test broadband connectivity for rural and remote areas. Assisted living technologies help older people."
)


@pytest.fixture
def found(transactional_db):
    name = dict.fromkeys(("nb", "nn", "en"), "Interreg NPA")
    npa = Programme.objects.create(code="interreg-npa-2021", family="interreg-npa", name=name, start=2021, end=2027)
    name = dict.fromkeys(("nb", "nn", "en"), "Digital Europe")
    Programme.objects.create(code="digital-europe-2021", family="digital-europe", name=name, start=2021, end=2027)
    call = Call.objects.create(
        key="npa-2027", source="hand", source_key="npa-2027", family="interreg-npa", programme=npa, abstract=ABSTRACT,
        title="Digital services for sparsely populated areas", opens_on=timezone.localdate() - timedelta(days=3),
    )  # fmt: skip
    call.deadlines.create(stage=1, at=timezone.now() + timedelta(days=60))
    built_in.load()
    corpus.forget()
    yield call
    corpus.forget()


def test_from_a_challenge_to_an_answer(found, open_page, mail_server: MailServer, live_server, settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    contact()
    member, ola = with_role(kinds.MEMBER, INDRE_FOSEN, "Mari Medlem"), adviser()

    page = open_page("/nn/utfordringer/ny/", PHONE, member)
    page.get_by_role("textbox", name="Kva vil de gjere noko med").fill(WORDS)
    page.get_by_role("button", name="Vis kva som passar").click()
    page.get_by_role("link", name="Digital services for sparsely populated areas").wait_for()
    check_axe(page)
    check_width(page)
    assert page.locator("#gruppe-call ~ ol mark").count() > 0
    assert page.locator("a[href$='/eksempler/hedmark-cora/']").count() == 1
    assert page.locator("a[href$='/programmer/digital-europe-2021/']").count() == 1
    page.get_by_role("button", name=re.compile("Følg.*Digital services")).click()
    page.get_by_role("button", name=re.compile("Følgjer.*Digital services")).wait_for()

    challenge = Challenge.objects.get()
    desk = open_page(f"/utfordringer/{challenge.pk}/", DESK, ola)
    for title, verdict in (
        ("Digital services for sparsely populated areas", "Passer"),
        (challenge.matches.filter(kind="programme").first().title, "Passer"),
        (challenge.matches.filter(kind="example").last().title, "Passer ikke"),
    ):
        form = desk.get_by_role("form", name=f"Din vurdering av {title}")
        form.get_by_role("button", name=verdict, exact=True).click()
        desk.locator("button[aria-pressed=true]", has_text=verdict).first.wait_for()
    desk.get_by_role("link", name=re.compile("Foreslå.*Digital services")).click()
    desk.get_by_role("textbox", name="Hvorfor passer det").fill("Fristen er om to måneder, og dere er i området.")
    desk.get_by_role("button", name="Send til kommunen").click()
    desk.get_by_text("Ikke besvart ennå.").wait_for()

    assert sorted(Verdict.objects.values_list("value", flat=True)) == ["fits", "fits", "not"]
    assert Suggestion.objects.get().deadline == timezone.localdate(found.deadlines.get().at)

    send_waiting()
    letter = next(one for one in mail_server.letters if "kari.nes@eksempel.no" in one["To"])
    body = letter.get_body(("plain",)).get_content()
    links = re.findall(r"http\S+", body)
    answer = next(link for link in links if "/utfordringer/" not in link)
    phone = open_page(answer.removeprefix(live_server.url), PHONE)
    check_width(phone)
    phone.get_by_role("button").last.click()
    phone.wait_for_load_state()
    assert Suggestion.objects.get().reply
