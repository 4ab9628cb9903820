"""A real mail server on loopback, and what it received."""

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


def free_port() -> int:
    """A port on loopback that nobody listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class MailServer:
    """Keeps what it is given. `answers` are said to the next receivers in turn; then 250."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.answers: list[str] = []
        self.hang_up = False
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answers and (answer := self.answers.pop(0)) != "250 OK":
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.hang_up:
            self.hang_up = False
            server.transport.close()
            return "250 OK"
        self.envelopes.append(envelope)
        return "250 OK"

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.controller.port}"

    @property
    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(envelope.content, policy=default) for envelope in self.envelopes]  # type: ignore[misc]


@pytest.fixture
def mail_server(settings) -> Iterator[MailServer]:
    """The site sends through it."""
    server = MailServer()
    server.controller.start()
    settings.VARDEVEI = {**settings.VARDEVEI, "mail": server.address, "mail_from": "Vardevei <post@vardevei.test>"}
    yield server
    server.controller.stop()
