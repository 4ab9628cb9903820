"""A visitor asks for alerts, says yes, gets them through a real mail server, and stops by one press."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.people import signed_in, somebody
from tests.programmes.announced import call, days, reading
from vardevei.core.domain.sending import send_waiting
from vardevei.core.models import Letter, Person
from vardevei.guide.domain import alerts
from vardevei.guide.models import Subscription
from vardevei.opendata.sources.calling import EU_PORTAL
from vardevei.programmes.imports import calls as imports

pytestmark = pytest.mark.django_db
ASKED = {"email": "kari@eksempel.no", "rhythm": "daily", "tells": ["new", "dates"], "ladder": ["14"], "form": "nn"}


def take(day: date, *rows) -> None:
    imports.apply(imports.plan(reading(day.isoformat(), *rows)), EU_PORTAL, f"{day}.json", accept_gone=True)


def text(letter) -> str:
    return letter.get_body(("plain",)).get_content()


def path(link: str) -> str:
    return re.sub(r"^https?://[^/]+", "", link)


def test_from_asking_to_stopping_without_an_account(client, mail_server) -> None:
    today = timezone.localdate()
    far = days((today + timedelta(days=60)).isoformat())
    take(today - timedelta(days=5), call(1, deadlines=far))
    assert "/varsler/?tekst=floods" in client.get("/utlysninger/?tekst=floods").content.decode()

    assert "«floods»" in client.get("/varsler/?tekst=floods").content.decode()
    answer = client.post("/varsler/?tekst=floods", ASKED)
    assert (answer.status_code, answer["Location"]) == (302, "/varsler/sendt/")
    send_waiting()
    [asked] = mail_server.letters
    yes = path(re.search(r"http\S+/varsler/bekreft/\S+", text(asked))[0])
    client.get(yes)
    assert Subscription.objects.get().confirmed_at is None  # mail programs open links by themselves
    mine = client.post(yes)["Location"]
    assert client.get(mine).status_code == 200

    tomorrow = today + timedelta(days=1)
    take(tomorrow, call(1, deadlines=far), call(2, deadlines=far))
    assert alerts.send_due(timezone.now() + timedelta(days=2)) == 1  # after the reading, at any hour of the day
    send_waiting()
    alert = mail_server.letters[-1]
    assert alert["Subject"] == "Ny: Floods in small towns 2"
    assert "Utlysinga er ny." in text(alert)
    assert alert["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = path(alert["List-Unsubscribe"].strip("<>"))

    secret = Subscription.objects.get().secret
    assert client.get(f"/varsler/{secret}/frister.ics").content.count(b"BEGIN:VEVENT") == 2
    assert client.get(f"/varsler/{secret}/nytt.atom").status_code == 200
    assert client.get("/varsler/annen/frister.ics").status_code == 404

    client.get(stop)
    assert Subscription.objects.exists()
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 204
    assert not Subscription.objects.exists()
    assert "Det er stoppa" in client.get(stop).content.decode()
    assert client.post(stop).status_code == 302
    assert client.get(f"/varsler/{secret}/frister.ics").status_code == 404


def test_a_known_address_gets_the_same_answer_as_an_unknown(client) -> None:
    somebody("Kari Nes", email="kari@eksempel.no")
    known = client.post("/varsler/", ASKED)
    unknown = client.post("/varsler/", ASKED | {"email": "ukjent@eksempel.no"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Letter.objects.filter(code="alert-confirm").count() == 2


def test_nobody_can_fill_anothers_mailbox(client) -> None:
    for number in range(7):
        client.post(f"/varsler/?tekst=ord{number}", ASKED)
    assert Letter.objects.filter(code="alert-confirm").count() == 5


def test_one_who_is_signed_in_needs_no_letter_and_manages_her_own(client) -> None:
    kari = somebody()
    hers = signed_in(kari)
    answer = hers.post("/varsler/?tekst=floods", ASKED | {"email": ""})
    assert answer["Location"] == "/varsler/mine/"
    one = Subscription.objects.get()
    assert one.confirmed_at
    assert not Letter.objects.exists()

    page = hers.get("/varsler/mine/")["Location"]
    hers.post(page, {"do": "pause", "alert": one.pk})
    assert Subscription.objects.get().paused_at
    hers.post(page, {"do": "resume", "alert": one.pk})
    hers.post(f"{page}{one.pk}/", ASKED | {"rhythm": "weekly", "tells": [], "ladder": ["7"]})
    one.refresh_from_db()
    assert (one.rhythm, one.tells, one.ladder, one.paused_at) == ("weekly", [], [7], None)

    other = signed_in(somebody("Per Vik")).get("/varsler/mine/")["Location"]
    assert client.post(other, {"do": "stop", "alert": one.pk}).status_code == 404
    hers.post(page, {"do": "stop-all"})
    assert not Subscription.objects.exists()


def test_a_link_that_is_not_whole_says_so(client) -> None:
    assert client.get("/varsler/mine/m1~xx/").status_code == 404
    assert not Person.objects.exists()
