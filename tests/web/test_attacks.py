"""Somebody who means harm, or only a browser that went wrong: what every address has in common."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.people import BERGEN, INDRE_FOSEN, TRONDELAG, VESTLAND, administrator, adviser, session_cookie, somebody
from tests.web.addresses import addresses
from tests.web.test_access import answer
from tests.web.world import world
from vardevei.core import file_names
from vardevei.core.domain import accounts, sign_in_links
from vardevei.core.enums import FileKind
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import staff
from vardevei.web import bodies, remembered
from vardevei.web.account import entering

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("_site")
def test_a_key_from_another_county_opens_nothing_under_ones_own_address() -> None:
    """Vidar in Vestland writes his own county in the address, and the number of something in Trøndelag behind it."""
    made, vidar = world(), session_cookie(adviser(VESTLAND, "Vidar Vest"))
    own = {TRONDELAG: VESTLAND, INDRE_FOSEN: BERGEN}
    values = {name: own.get(str(value), value) for name, value in made.values.items()}
    # A number beside a token is a page of what the link opens, for whoever has the link.
    keyed = [
        one
        for one in addresses()
        if "number" in one.takes and set(one.takes) - {"number", "kind", "columns"} and "token" not in one.takes
    ]
    client = Client(raise_request_exception=False)

    got = {
        (one.name, method): answer(client, vidar, method, one.path(values))
        for one in keyed
        for method in ("GET", "POST")
    }

    assert len(keyed) > 30
    assert {key: status for key, status in got.items() if status not in {"403", "404", "405"}} == {}


OUTSIDE = [
    "https://falsk.no/", "//falsk.no/", "///falsk.no/", "/\\falsk.no/", "\\\\falsk.no", "/\t/falsk.no/",
    "javascript:alert(1)",
    "http:///falsk.no/", "/nn//falsk.no/../..", " //falsk.no", "\x00//falsk.no", "//falsk.no\\@localhost/",
]  # fmt: skip


@pytest.mark.parametrize("next", OUTSIDE)
def test_signing_in_leads_nowhere_else(client, next: str) -> None:
    somebody("Kari Nes")

    came = client.get(f"/konto/inn/lenke/{sign_in_links.make('kari.nes@eksempel.no', next=entering.safe(next))}/")
    pressed = client.post(came.wsgi_request.path)

    to = pressed.headers["Location"]
    assert to.startswith("/")
    assert not to.startswith(("//", "/\\", "/\t"))


@pytest.mark.usefixtures("_register")
def test_a_made_up_person_gets_no_real_role_and_no_real_address() -> None:
    """They are let in without a code, since no letter can reach them."""
    made_up = somebody("Eksempel", email="x@eksempel.invalid", made_up=True)
    made_up.set_password("så lenge noen har vært inne")
    made_up.save()

    with pytest.raises(Problem) as refused:
        staff.offer("x@eksempel.invalid", kinds.ADMINISTRATOR, None, by=administrator())
    assert refused.value.code == "made-up-person"

    link = sign_in_links.use(sign_in_links.make("real@eksempel.no", person=made_up))
    with pytest.raises(Problem) as refused:
        accounts.change_address(link, form="nb")
    assert refused.value.code == "made-up-address"


@pytest.mark.usefixtures("_register")
@pytest.mark.parametrize("asked", ["password__startswith=pbkdf2", "password__contains=$", "letters__body__contains=x"])
def test_no_secret_can_be_guessed_sign_by_sign_in_the_admin(client, asked: str) -> None:
    client.force_login(administrator())

    answered = client.get(reverse("admin:core_person_changelist") + f"?{asked}")

    assert (answered.status_code, Person.objects.count()) == (400, 1)


@pytest.mark.parametrize(
    ("size", "signed_in", "status"), [(4, False, 413), (2, False, 405), (4, True, 405), (206, True, 413)]
)
def test_what_is_too_large_is_refused_before_it_is_read(client, size: int, signed_in: bool, status: int) -> None:
    if signed_in:
        client.force_login(somebody("Kari Nes"))

    answered = client.delete("/konto/ut/", headers={"content-length": str(size << 20)})

    assert answered.status_code == status
    if status == 413:
        assert "Det du sendte, er for stort." in answered.content.decode()


def test_the_largest_source_file_fits() -> None:
    from vardevei.projects.imports import uploads

    assert uploads.LIMIT < bodies.SIGNED_IN


def test_a_page_with_a_form_is_not_remembered_for_others(client) -> None:
    request = RequestFactory().get("/")
    page = client.get("/om/")

    assert remembered.may_be_kept(request, page)
    request.META["CSRF_COOKIE"] = "x" * 32
    assert not remembered.may_be_kept(request, page)


@pytest.mark.parametrize("sign", ["語", "😀", "ø", "a"])
def test_a_long_name_fits_on_a_disk_that_counts_bytes(sign: str) -> None:
    name = file_names.clean(f"{sign * 300}.csv", FileKind.CSV)

    assert len(name.encode()) <= 255
    assert name.endswith(f"{sign}.csv")


@pytest.mark.parametrize("number", ["²", "٣", "9" * 30, "-1"])
def test_a_number_that_is_none_fails_nobody(client, number: str) -> None:
    client.force_login(somebody("Kari Nes"))

    assert client.post(reverse("end-session"), {"session": number}).status_code == 302


@pytest.mark.parametrize("path", ["/kommuner/a%00b/", "/sok/?q=%00", "/figurer/%00/"])
@pytest.mark.django_db
def test_an_address_with_a_nul_points_to_nothing(client, path):
    assert client.get(path).status_code == 404
