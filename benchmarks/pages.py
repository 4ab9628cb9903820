"""A public list page's requests a second, as a ratio to a constant page of the same server, on this machine.

    python -m benchmarks.pages

Served by granian as `vardevei serve` does it, from a fresh data folder with the built-in facts. Eight connections of
this same machine ask, so the numbers are of the pair: only the ratio says something. "made" asks with a cookie, so that
the page is made each time; "remembered" is what a visitor meets.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import Any

PAGES = ("/fylker/", "/kommuner/", "/kommuner/5001/", "/figurer/participation-by-county/")
SECONDS, CONNECTIONS = 3.0, 8


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The site, and beside it one page that is nothing but its bytes."""
    if environ["PATH_INFO"] == "/constant":
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
        return [b"ok"]
    from vardevei.web.wsgi import application as site

    answer: Iterable[bytes] = site(environ, start_response)
    return answer


@contextmanager
def served(data: str) -> Any:
    environment = {**os.environ, "VARDEVEI_DATA": data}
    for command in (["-m", "django", "migrate", "-v0"], ["-m", "django", "collectstatic", "--noinput", "-v0"]):
        settings = {"DJANGO_SETTINGS_MODULE": "vardevei.config.settings"}
        subprocess.run([sys.executable, *command], check=True, env=environment | settings)
    for verb in ("facts", "mart"):
        code = "from vardevei.cli.main import main; main()"
        subprocess.run([sys.executable, "-c", code, verb], check=True, env=environment, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    granian = ["-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "1", "--port", str(port)]
    server = subprocess.Popen([sys.executable, *granian, "benchmarks.pages:application"], env=environment)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")


def rate(port: int, path: str, headers: dict[str, str]) -> float:
    counts = [0] * CONNECTIONS
    until = time.perf_counter() + SECONDS
    asking = [threading.Thread(target=ask, args=(port, path, headers, until, counts, i)) for i in range(CONNECTIONS)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    return sum(counts) / SECONDS


def ask(port: int, path: str, headers: dict[str, str], until: float, counts: list[int], place: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while time.perf_counter() < until:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        counts[place] += 1


def main() -> None:
    with tempfile.TemporaryDirectory() as data, served(data) as port:
        rate(port, "/constant", {})
        constant = rate(port, "/constant", {})
        print(f"{'/constant':<40}{constant:8.0f} requests/s")
        for path in PAGES:
            made, remembered = rate(port, path, {"Cookie": "made=anew"}), rate(port, path, {})
            shares = f"made {made / constant:.3f} of it, remembered {remembered / constant:.2f}"
            print(f"{path:<40}{made:8.0f} made, {remembered:.0f} remembered; {shares}")


if __name__ == "__main__":
    main()
