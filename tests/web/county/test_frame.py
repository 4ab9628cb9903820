"""The frame around a county's pages: tabs that open for the one who sees them, and the path on top."""

import re

import pytest
from django.test import Client

from tests import people
from vardevei.organisations import roles as kinds

pytestmark = pytest.mark.usefixtures("_register")
TABS = re.compile(r'<nav class="tabs".*?</nav>', re.DOTALL)
CRUMBS = re.compile(r'<div class="wrap crumbs">.*?</div>', re.DOTALL)
ADDRESS = re.compile(r'href="(/fylke/[^"]+)"')


def signed_in(kind: kinds.RoleKind) -> Client:
    client = Client()
    person = people.with_role(kind, people.TRONDELAG)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("kind", "count"), [(kinds.ADVISER, 6), (kinds.EDITOR, 6), (kinds.GRANT_OFFICER, 2), (kinds.DECISION_MAKER, 2)]
)
def test_no_tab_leads_to_a_refusal(kind: kinds.RoleKind, count: int) -> None:
    client = signed_in(kind)

    tabs = ADDRESS.findall(one(TABS, client, "/fylke/50/"))

    assert [client.get(address).status_code for address in tabs] == [200] * count


@pytest.mark.parametrize(
    ("address", "over"),
    [
        ("/fylke/50/kontakter/", ["/fylke/50/"]),
        ("/fylke/50/kontakter/ny/", ["/fylke/50/", "/fylke/50/kontakter/"]),
        ("/fylke/50/brev/mottakere/", ["/fylke/50/", "/fylke/50/brev/"]),
        ("/fylke/50/deltakelse/ny/", ["/fylke/50/", "/fylke/50/deltakelse/"]),
        ("/fylke/50/arbeid/", ["/fylke/50/", "/fylke/50/logg/"]),
    ],
)
def test_the_path_on_top_leads_back_through_the_tab(address: str, over: list[str]) -> None:
    assert ADDRESS.findall(one(CRUMBS, signed_in(kinds.ADVISER), address)) == over


def one(pattern: re.Pattern[str], client: Client, address: str) -> str:
    found = pattern.search(client.get(address).content.decode())
    assert found is not None
    return found[0]
