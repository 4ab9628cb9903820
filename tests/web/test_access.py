"""Who gets which answer, for every address of the site: the table stands in access.csv, to be read and judged.

After a change of pages or rights, `WRITE_ACCESS=1 make test TESTS=tests/web/test_access.py` writes the table anew.
"""

import csv
import os
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.people import session_cookie
from tests.web.addresses import RELATIONS, addresses
from tests.web.world import world

TABLE = Path(__file__).parent / "access.csv"


def known() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(newline="") as lines:
        return {(row.pop("address"), row.pop("method")): row for row in csv.DictReader(lines)}


def answer(client: Client, cookie: dict[str, str] | None, method: str, path: str) -> str:
    """The status, and for the way to sign in that word; nothing is changed by the asking."""
    client.cookies.clear()
    if cookie:
        client.cookies[cookie["name"]] = cookie["value"]
    with transaction.atomic():
        given = client.generic(method, path)
        transaction.set_rollback(True)
    to = given.headers.get("Location", "").partition("?")
    return "sign in" if given.status_code == 302 and to[0] == reverse("account_login") else str(given.status_code)


@pytest.fixture
def table(_site) -> dict[tuple[str, str], dict[str, str]]:
    made = world()
    client = Client(raise_request_exception=False)  # one for all: making one reads every static file
    there = {"own municipality": made.contact, "own county": made.adviser}
    everyone = {name: there.get(name) or make() for name, make in RELATIONS.items()}
    cookies = {name: person and session_cookie(person) for name, person in everyone.items()}
    return {
        (address.name, method): {
            who: answer(client, cookie, method, address.path(made.values)) for who, cookie in cookies.items()
        }
        for address in addresses()
        for method in ("GET", "POST")
    }


@pytest.mark.django_db
def test_every_address_answers_everyone_as_the_table_says(table):
    if os.environ.get("WRITE_ACCESS"):
        write(table)

    assert table == known()


def write(table: dict[tuple[str, str], dict[str, str]]) -> None:
    with TABLE.open("w", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["address", "method", *RELATIONS])
        writer.writerows([name, method, *answers.values()] for (name, method), answers in table.items())


def test_no_address_fails_anybody():
    assert [(key, who) for key, row in known().items() for who, status in row.items() if status.startswith("5")] == []


def test_what_belongs_to_a_county_is_for_its_own_staff():
    """Nobody from elsewhere, and nobody without a role, gets in by any address under a county."""
    inside = {name for name, _method in known() if name.startswith(("county-", "dialogue-", "step-", "place-"))}

    for (name, method), row in known().items():
        if name in inside and not name.endswith("-csv"):
            outside = {row[who] for who in ("another municipality", "another county", "no role", "own municipality")}
            assert outside <= {"403", "404", "405"}, (name, method, row)
            assert row["signed out"] in {"sign in", "405"}, (name, method, row)


def test_what_is_open_is_open_to_all_alike():
    for (name, method), row in known().items():
        if method == "GET" and row["signed out"] == "200":
            assert set(row.values()) <= {"200", "302"}, name
