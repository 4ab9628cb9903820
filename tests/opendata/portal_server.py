"""The EU Funding & Tenders Portal's search interface, played by a local server that serves the real answer in pages."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Portal:
    rows: list
    address: str = ""
    page: int = 2
    asked: list = field(default_factory=list)
    broken: list = field(default_factory=list)  # "500" or "cut", one for each of the next answers

    def answer(self, number):
        start = (number - 1) * self.page
        found = self.rows[start : start + self.page]
        return {"apiVersion": "2.151", "totalResults": len(self.rows), "pageNumber": number, "results": found}


@contextmanager
def portal(rows):
    played = Portal(rows)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            parts = _parts(self.headers["content-type"], body)
            asked = {name: value[0] for name, value in parse_qs(urlsplit(self.path).query).items()}
            played.asked.append((asked, parts))
            if {"query", "languages"} - parts.keys() or played.broken[:1] == ["500"]:
                del played.broken[:1]
                self.send_error(500)
                return
            sent = json.dumps(played.answer(int(asked["pageNumber"]))).encode()
            if played.broken:
                played.broken.pop(0)
                sent = sent[: len(sent) // 2]
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    played.address = f"http://127.0.0.1:{server.server_port}/search"
    try:
        yield played
    finally:
        server.shutdown()
        server.server_close()


def _parts(kind, body):
    """The parts of the form that are files of the type JSON: the portal sees no others."""
    whole = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    found = {}
    for part in whole.iter_parts():
        if part.get_filename() and part.get_content_type() == "application/json":
            found[part.get_param("name", header="content-disposition")] = json.loads(part.get_content())
    return found
