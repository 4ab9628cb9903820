"""What the tests of a new edition do again and again."""

import socket

import pytest

from tests.opendata.local_services import REFORM, send
from vardevei.opendata import edition
from vardevei.opendata.editions import answers, planning, writing
from vardevei.opendata.editions.asking import Patience
from vardevei.opendata.editions.enhetsregisteret import Enhetsregisteret
from vardevei.opendata.editions.klass import Klass
from vardevei.opendata.problem import Problem

HURRY = Patience(seconds=5, tries=3, first_wait=0.01)


def plan(services, on=REFORM, given=(), patience=HURRY):
    asked = Klass(services.address, patience), Enhetsregisteret(services.address, patience, size=100)
    return planning.make(*asked, on, answers.Answers(given), edition.folder_in_use())


def shown(found):
    return [f"{line.what}: {line.text}" for line in found.lines]


def places_shown(found):
    """The difference without organisation numbers, which the built-in facts have for few counties and new places."""
    return [line for line in shown(found) if "organisation number" not in line and not line.startswith("covers")]


def refused(services, code, **wanted):
    with pytest.raises(Problem) as caught:
        writing.write(plan(services, **wanted))
    assert caught.value.code == code
    assert edition.folder_in_use() == edition.BUILT_IN
    return caught.value


def split_of_indre_fosen(services):
    services.change("131", "5054", "5090", "Rissa")
    services.change("131", "5054", "5091", "Leksvik")


def status(code):
    return lambda handler: send(handler, code, "application/json", b"{}")


def page(handler):
    return send(handler, 200, "text/html", b"<html>Sign in</html>")


def cut_off(handler):
    return send(handler, 200, "application/json", b'{"codes": [{"code": "0301", "na')


def wrong_charset(handler):
    return send(handler, 200, "application/json", '{"codes": "\u00e5"}'.encode("latin-1"))


def fields_missing(handler):
    return send(handler, 200, "application/json", b'{"codes": [{"kode": "0301"}], "versions": [], "page": {}}')


def a_list_instead(handler):
    return send(handler, 200, "application/json", b"[1, 2]")


def hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)
    return True
