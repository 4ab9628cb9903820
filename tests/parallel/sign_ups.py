"""Fifty people who press "Meld meg på" at once, on a real server. test_sign_ups.py runs it on a site of its own:

python -m tests.parallel.sign_ups       # prints as JSON how it went
"""

import html
import http.client
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.people import TRONDELAG, adviser, place  # noqa: E402
from vardevei.organisations import imports  # noqa: E402
from vardevei.workspaces.domain import events, sign_up_options, workspaces  # noqa: E402
from vardevei.workspaces.models import Event, SignUp  # noqa: E402

PLACES, PEOPLE = 20, 50
FIELD = r'name="{}" value="([^"]+)"'


def event() -> Event:
    """Published, with twenty places."""
    lead = adviser()
    room = workspaces.begin(place(TRONDELAG), title="Nettverk", by=lead)
    begins = timezone.now() + timedelta(days=30)
    made = events.begin(
        room, title="Skrivekurs", starts_at=begins, ends_at=begins + timedelta(hours=2), open=True, by=lead
    )
    events.publish(made, by=lead)
    sign_up_options.set_up(made, limit=PLACES, by=lead)
    return made


def free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def serve(port: int) -> subprocess.Popen[bytes]:
    """The server of `vardevei serve`, with two processes, and with eight threads in each to make it harder."""
    granian = [
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        "8",
        "--log-level",
        "warning",
    ]
    granian += ["--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen([sys.executable, *granian, "vardevei.web.wsgi:application"], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return server
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not come up")


class Visitor(threading.Thread):
    """Opens the form, waits for all the others, and sends it. Two of them write each address that `email` repeats."""

    def __init__(self, port: int, path: str, email: str, start: threading.Barrier) -> None:
        super().__init__()
        self.port, self.path, self.email, self.gate = port, path, email, start
        self.status, self.seconds = 0, 0.0

    def run(self) -> None:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
        connection.request("GET", self.path)
        answer = connection.getresponse()
        cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        page = answer.read().decode()
        hidden = {
            name: html.unescape(found[1]) for name in ("csrfmiddlewaretoken", "_form") if (found := _in(page, name))
        }
        body = urlencode({**hidden, "name": "Kari Nes", "email": self.email})
        sent = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.gate.wait()
        begun = time.monotonic()
        connection.request("POST", self.path, body, sent)
        answer = connection.getresponse()
        answer.read()
        self.status, self.seconds = answer.status, time.monotonic() - begun


def _in(page: str, name: str) -> re.Match[str] | None:
    return re.search(FIELD.format(name), page)


def at_once(made: Event, emails: list[str]) -> dict[str, Any]:
    """Each sends the form at the same moment."""
    port, start = free_port(), threading.Barrier(len(emails))
    server = serve(port)
    try:
        visitors = [Visitor(port, f"/arrangement/{made.pk}/meld-pa/", email, start) for email in emails]
        begun = time.monotonic()
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        took = time.monotonic() - begun
    finally:
        server.terminate()
        server.wait()
    states = Counter(SignUp.objects.filter(event=made).values_list("state", flat=True))
    line = list(SignUp.objects.filter(event=made).in_line().values_list("queued_at", flat=True))
    return {
        "states": states,
        "statuses": Counter(visitor.status for visitor in visitors),
        "in order": line == sorted(line) and len(set(line)) == len(line),
        "seconds": round(took, 2),
        "slowest": round(max(visitor.seconds for visitor in visitors), 2),
    }


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    imports.load()
    made = event()
    connection.close()
    print(
        json.dumps(
            at_once(made, [f"person{number}@eksempel.no" for number in range(PEOPLE - 5)] + ["same@eksempel.no"] * 5)
        )
    )
