"""Fetching from a real local server: whole or not at all."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.opendata.sources.files import cordis_zip
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES


@pytest.fixture
def server(tmp_path_factory):
    """Serves a small CORDIS archive; /cut.zip promises more than it sends, /gone.zip is not there."""
    content = cordis_zip(tmp_path_factory.mktemp("served")).read_bytes()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(404 if "gone" in self.path else 200)
            self.send_header("Content-Length", str(len(content) * (2 if "cut" in self.path else 1)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args):
            """Quiet in the test's output."""

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_a_published_file_is_fetched_as_it_is_and_can_be_read(server, tmp_path):
    (path,) = SOURCES["cordis"].fetch(tmp_path, (f"{server}/data/cordis-h2020projects-csv.zip",))

    assert path.name == "cordis-h2020projects-csv.zip"
    assert len(SOURCES["cordis"].read(path).rows) == 1


@pytest.mark.parametrize("name", ["cut.zip", "gone.zip"])
def test_an_unfinished_file_never_gets_the_real_name(server, tmp_path, name):
    with pytest.raises(Problem) as problem:
        SOURCES["cordis"].fetch(tmp_path, (f"{server}/{name}",))

    assert problem.value.code == "fetch-failed"
    assert list(tmp_path.iterdir()) == []
